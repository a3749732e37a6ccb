/**
 * Fetches the form's script when the form is one screen away, which it also is once it has the focus; until then, and
 * without it, the HTML form posts. Not an island: Astro's bootstrap and client would cost 6 kB more.
 */
export function loadForm(): void {
	const root = document.querySelector<HTMLElement>('[data-form]');
	if (!root) return;
	const observer = new IntersectionObserver(
		([entry]) => {
			if (!entry?.isIntersecting) return;
			observer.disconnect();
			import('./mount.tsx').then(
				// A task of its own, so that reading the script and taking over do not keep a tap waiting for both.
				({ mount }) => setTimeout(mount, 0, root),
				// The reader has left meanwhile, or the script is blocked: the form posts by itself.
				() => undefined,
			);
		},
		{ rootMargin: '100% 0px' },
	);
	observer.observe(root);
}
