/** What is looked at in a page: functions that run there. What is wrong they give in words; nothing means that all is well. */

/** Whether the heading of the place that was jumped to is in the upper half of the window, with nothing above it. */
export function missedHeading(hash: string): string {
	const place = document.getElementById(decodeURIComponent(hash.slice(1)));
	const heading = place?.matches('h1, h2, h3, h4') ? place : (place?.querySelector('h1, h2, h3, h4') ?? place);
	if (!heading) return 'nothing has that id';
	const range = document.createRange();
	range.selectNodeContents(heading);
	const line = [...range.getClientRects()].find(({ width }) => width > 1);
	if (!line) return 'its heading is not shown';
	// The last places of a page cannot come further up than its end lets them.
	const isEnd = scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
	if (line.top < 0 || line.bottom > innerHeight * (isEnd ? 1 : 0.5))
		return `its heading is at ${Math.round(line.top)} of ${innerHeight} px`;
	const above = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
	return above && (heading.contains(above) || above.contains(heading)) ? '' : `${above?.localName} covers its heading`;
}

/** The numbers among `a[href]` of the links to places of this page, one for each kind of surroundings and each place. */
export function linksWithin(): { index: number; hash: string }[] {
	const seen = new Set<string>();
	return [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].flatMap((link, index) => {
		const around = link.closest('nav, table, details, section, header, main');
		const key = `${around?.localName} ${link.hash}`;
		const isHere = link.hash && link.href.split('#')[0] === location.href.split('#')[0];
		const fold = link.closest<HTMLDetailsElement>('details:not([open])');
		if (fold) fold.open = true;
		const isShown = link.checkVisibility();
		if (fold) fold.open = false;
		if (!isHere || !isShown || !around || around.id === link.hash.slice(1) || seen.has(key)) return [];
		seen.add(key);
		return { index, hash: link.hash };
	});
}

/** What makes the page wider than its window. */
export function sideways(): string[] {
	const root = document.documentElement;
	const cut = [root, document.body].some((element) => /hidden|clip/.test(getComputedStyle(element).overflowX));
	if (!cut && root.scrollWidth <= root.clientWidth) return [];
	return [...document.querySelectorAll('body *')]
		.filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5)
		.map((element) => element.outerHTML.slice(0, 80));
}

/** Whether the open definition of the word is in the window as a whole, and beside the word. */
export function misplacedDefinition(words: string, index: number): string {
	const note = document.querySelector(':popover-open')?.getBoundingClientRect() ?? new DOMRect();
	if (note.width < 1) return 'is not shown';
	if (note.left < 0 || note.top < 0 || note.right > innerWidth || note.bottom > innerHeight)
		return `is not in the window: ${[note.left, note.top, note.right, note.bottom].map(Math.round).join()}`;
	const covers = [...(document.querySelectorAll(words)[index]?.getClientRects() ?? [])].some(
		(word) =>
			Math.min(word.right, note.right) - Math.max(word.left, note.left) > 1 &&
			Math.min(word.bottom, note.bottom) - Math.max(word.top, note.top) > 1,
	);
	return covers ? 'covers its word' : '';
}

/** Where everything that structures the page stands between its sides, and how wide it is. */
export function layout(): string[] {
	const all = document.querySelectorAll(
		'header, main, footer, h1, h2, h3, nav a, summary, table, th, td, form, button',
	);
	return [...all].map((element) => {
		const { left, width } = element.getBoundingClientRect();
		return `${element.localName} “${element.textContent.trim().slice(0, 20)}” ${Math.round(left)}, ${Math.round(width)}`;
	});
}

/** How far the animations that follow the scroll have come, from 0 to 1. */
export const scrollProgress = (): unknown[] =>
	document
		.getAnimations()
		.filter(({ timeline }) => timeline && timeline !== document.timeline)
		.map(({ effect }) => effect?.getComputedTiming().progress);
