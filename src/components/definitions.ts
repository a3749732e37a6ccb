/**
 * Opens a definition on the side of its word where there is more room. Not left to `position-try-fallbacks`, because
 * WebKit looks for room without regard to how far the page is scrolled.
 */
export function placeDefinitions(): void {
	document.addEventListener('click', ({ target }) => {
		const word = target as HTMLButtonElement;
		const isLow = word.getBoundingClientRect().top > innerHeight / 2;
		word.popoverTargetElement?.classList.toggle('above', isLow);
	});
}
