import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { layouts } from '../support/sites.ts';
import { desk, phone, seeAll, visitSite } from '../support/visit.ts';

const visit = visitSite();

interface Shift {
	value: number;
	moved: string[];
}

/** Notes every layout shift of the page from its first moment, those after a click or key included. */
const watchShifts = (page: Page) =>
	page.addInitScript(() => {
		const shifts: Shift[] = [];
		Object.assign(globalThis, { shifts });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) {
				const { value, sources = [] } = entry as unknown as { value: number; sources?: { node: Node | null }[] };
				shifts.push({ value, moved: sources.map(({ node }) => node?.textContent?.trim().slice(0, 40) ?? '') });
			}
		}).observe({ type: 'layout-shift', buffered: true });
	});

/** The shifts so far, after two frames in which the browser could report the last of them. */
const readShifts = (page: Page) =>
	page.evaluate(async () => {
		for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
		return (globalThis as unknown as { shifts: Shift[] }).shifts;
	});

describe.each([phone, desk])('at $width px', (viewport) => {
	test.each(layouts)(
		'shifts nothing while %s loads, though its font comes after the first words are painted',
		async (path) => {
			let late = 0;
			const page = await visit.open(path, { viewport }, async (page) => {
				await watchShifts(page);
				await page.route('**/*.woff2', async (route) => {
					await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
					late += 1;
					await route.continue();
				});
			});
			await page.evaluate(() => document.fonts.ready);
			expect(late).toBeGreaterThan(0);
			expect(await readShifts(page)).toEqual([]);
		},
	);

	test('shifts nothing when the script takes over the form in view', async () => {
		let release = () => {};
		const held = new Promise<void>((resolve) => (release = resolve));
		const page = await visit.open('/contact/', { viewport }, async (page) => {
			await watchShifts(page);
			await page.route('**/mount*.js', async (route) => {
				await held;
				await route.continue();
			});
		});
		await page.getByLabel('E-mail').first().scrollIntoViewIfNeeded();
		await page.evaluate(() => document.fonts.ready);
		const before = (await readShifts(page)).length;
		release();
		await page.getByRole('button', { name: 'Clear the form' }).waitFor();
		expect((await readShifts(page)).slice(before)).toEqual([]);
	});
});

describe('under reduced motion', () => {
	const moving = (page: Page) =>
		page.evaluate(() =>
			document
				.getAnimations()
				.filter(({ playState }) => playState === 'running')
				.map(({ effect }) => (effect as KeyframeEffect | null)?.target?.outerHTML.slice(0, 80)),
		);

	test.each(layouts)('runs no animation on %s', async (path) => {
		const page = await visit.open(path);
		await seeAll(page);
		expect(await moving(page)).toEqual([]);
		const disclosures = await page.locator('summary:visible, button[popovertarget]:visible').all();
		for (const disclosure of disclosures) {
			await disclosure.click();
			expect(await moving(page)).toEqual([]);
			await page.keyboard.press('Escape');
		}
		await page.getByRole('link', { name: 'appointment' }).first().hover();
		expect(await moving(page)).toEqual([]);
	});

	test('jumps to a section at once, and to another page without a transition', async () => {
		const page = await visit.open('/', {}, (page) =>
			page.addInitScript(() =>
				addEventListener('pagereveal', (event) =>
					Object.assign(globalThis, { revealed: event.viewTransition !== null }),
				),
			),
		);
		const top = await page.evaluate(() => {
			document.querySelector<HTMLElement>('main section[id]:last-of-type')?.scrollIntoView();
			return scrollY;
		});
		expect(top).toBeGreaterThan(500);
		await page.getByRole('contentinfo').getByRole('link', { name: 'Privacy' }).click();
		await page.getByRole('heading', { level: 1 }).waitFor();
		expect(await page.evaluate(() => (globalThis as unknown as { revealed?: boolean }).revealed)).toBe(false);
	});
});

test.each(layouts)('keeps an edge around each control of %s in forced colors, where grounds are gone', async (path) => {
	const page = await visit.open(path, { forcedColors: 'active' });
	await seeAll(page);
	const controls = await page.evaluate(() => {
		const isUnderlined = (at: Element) => getComputedStyle(at).textDecorationLine.includes('underline');
		const all = document.querySelectorAll('input:not([type=radio]), textarea, select, button, summary, a');
		// A link or a term is known by the line below it, and what has no room inside is no box.
		const boxes = [...all].filter(
			(at) =>
				at.checkVisibility({ visibilityProperty: true }) &&
				![at, ...at.querySelectorAll('*')].some(isUnderlined) &&
				parseFloat(getComputedStyle(at).paddingLeft) > 4 &&
				at.getBoundingClientRect().bottom > 0,
		);
		return boxes.map((at) => {
			const { borderTopWidth: width, borderTopStyle: style, forcedColorAdjust } = getComputedStyle(at);
			const hasEdge = style !== 'none' && parseFloat(width) >= 1 && forcedColorAdjust === 'auto';
			return { name: `${at.localName} “${at.textContent.trim().slice(0, 30)}”`, hasEdge };
		});
	});
	expect(controls.length).toBeGreaterThan(0);
	expect(controls.filter(({ hasEdge }) => !hasEdge)).toEqual([]);
});
