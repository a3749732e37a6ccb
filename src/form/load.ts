/**
 * Fetches the form's script when the form is one screen away, which it also is once it has the focus; until then, and without it, the HTML
 * form posts. An island of our own: Astro's bootstrap and its client would cost 6 kB more.
 */
export function loadForm(): void {
	const root = document.querySelector<HTMLElement>('[data-form]');
	if (!root) return;
	new IntersectionObserver(
		([entry], observer) => {
			if (!entry?.isIntersecting) return;
			observer.disconnect();
			// A task of its own, so that reading the script and taking over do not keep a tap waiting for both.
			void import('./mount.tsx').then(({ mount }) => setTimeout(mount, 0, root));
		},
		{ rootMargin: '100% 0px' },
	).observe(root);
}
