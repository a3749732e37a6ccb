/**
 * Marks the section being read in the contents list: the one that crosses a line a third from the top of the window.
 */
export function markSection(): void {
	const links = document.querySelectorAll<HTMLAnchorElement>('.contents-list a');
	const reading = new IntersectionObserver(
		(entries) => {
			const now = entries.find(({ isIntersecting }) => isIntersecting)?.target.id;
			if (now) links.forEach((link) => (link.ariaCurrent = link.hash === `#${now}` ? 'true' : null));
		},
		{ rootMargin: '-33% 0px -67%' },
	);
	links.forEach(({ hash }) => {
		const section = document.getElementById(hash.slice(1));
		if (section) reading.observe(section);
	});
}
