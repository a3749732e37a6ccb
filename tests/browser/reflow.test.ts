import { describe, expect, test } from 'vitest';
import { sideways } from '../support/checks/browser.ts';
import { layouts } from '../support/sites.ts';
import { desk, phone, seeAll, visitSite, zoomed } from '../support/visit.ts';
import { addStyle, brokenText } from './layout.ts';
import { openLinks } from './pages/guide.ts';

const visit = visitSite();
const longWord = 'Wolfeschlegelsteinhausenbergerdorff-Pneumonoultramicroscopicsilicovolcanoconiosis';
/** WCAG 1.4.12: what a reader may set without losing anything. */
const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
	p { margin-bottom: 2em !important }`;

describe.each(layouts)('%s', (path) => {
	test('never scrolls sideways, also where every text holds a very long word', async () => {
		const page = await visit.open(path);
		await seeAll(page);
		const look = async () => {
			for (const width of [320, 360, 768, 1440, 2560]) {
				await page.setViewportSize({ width, height: 900 });
				expect(await sideways(page), `at ${width} px`).toEqual([]);
			}
		};
		await look();
		const changed = await page.evaluate((word) => {
			const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
			const texts: Node[] = [];
			while (walker.nextNode()) texts.push(walker.currentNode);
			// The words on buttons are ours, and so are those in the charts' fixed frame.
			const theirs = texts.filter(
				({ parentElement, textContent }) =>
					/[\p{L}\p{N}]/u.test(textContent ?? '') &&
					!parentElement?.closest('script, style, svg, form, .button, [type=button]:not([popovertarget])'),
			);
			for (const text of theirs) text.textContent = `${word} ${text.textContent ?? ''}`;
			return theirs.length;
		}, longWord);
		expect(changed).toBeGreaterThan(10);
		await look();
	});

	test.each([phone, desk])('loses no text to a reader’s own spacing at $width px', async (viewport) => {
		const page = await visit.open(path, { viewport });
		await seeAll(page);
		for (const css of ['', spacing]) {
			await addStyle(page, css);
			expect(await brokenText(page), css).toEqual([]);
			expect(await sideways(page), css).toEqual([]);
		}
	});
});

test('stays usable at 400 % zoom: nothing pinned takes more than a third of the window, and the menu is all in reach', async () => {
	const page = await visit.open('/', { viewport: zoomed });
	for (const link of await openLinks(page, 'Site')) {
		await link.scrollIntoViewIfNeeded();
		const box = await link.boundingBox();
		// A scroll stops at a whole pixel, a box may end within one.
		expect(box && box.y > -1 && box.y + box.height < zoomed.height + 1).toBe(true);
		expect(box && box.x >= 0 && box.x + box.width <= zoomed.width).toBe(true);
	}
	const pinned = await page.evaluate(async () => {
		scrollTo(0, document.documentElement.scrollHeight / 2);
		await new Promise((resolve) => requestAnimationFrame(resolve));
		return [...document.querySelectorAll('body *')]
			.filter((element) => /fixed|sticky/.test(getComputedStyle(element).position) && element.checkVisibility())
			.map((element) => element.getBoundingClientRect())
			.filter(({ top, bottom }) => bottom > 0 && top < innerHeight)
			.reduce((height, box) => height + box.height, 0);
	});
	expect(pinned).toBeLessThanOrEqual(zoomed.height / 3);
});
