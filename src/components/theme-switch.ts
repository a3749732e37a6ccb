/** Makes the theme switch work and remembers the choice. Without a choice the page follows the system. */
export function switchThemes(): void {
	const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
	const { dataset } = document.documentElement;
	if (!button) return;
	button.hidden = false;
	button.onclick = () => {
		const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
		const next = (dataset['theme'] ?? system) === 'dark' ? 'light' : 'dark';
		// Back at what the system says, the page follows the system again.
		if (next === system) delete dataset['theme'];
		else dataset['theme'] = next;
		try {
			if (next === system) localStorage.removeItem('theme');
			else localStorage.setItem('theme', next);
		} catch {
			/* the choice holds for this page alone */
		}
	};
}
