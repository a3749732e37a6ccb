/**
 * Lays out the sections that the style sheet leaves until they come near the view. At once for a reader who comes back or follows a link to
 * a section, because the browser looks for the place by heights. Otherwise after the first paint, one a frame, so that none takes long.
 */
export function layOutSections(): void {
	const waiting = [...document.querySelectorAll<HTMLElement>('.guide > section')];
	const layOut = (section?: HTMLElement) => section && (section.style.contentVisibility = 'visible');
	const [arrival] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
	if (location.hash || arrival?.type !== 'navigate') waiting.forEach((section) => layOut(section));
	else
		afterPaint(function next() {
			if (layOut(waiting.shift())) requestAnimationFrame(next);
		});
}

/** Not every browser tells when it has painted. A fifth of a second after all has come is later on each. */
export function afterPaint(task: () => void): void {
	addEventListener('load', () => setTimeout(task, 200));
}
