import { describe, expect, test } from 'vitest';
import { layouts } from '../support/sites.ts';
import { control, desk, phone, seeAll, visitSite, zoomed } from '../support/visit.ts';
import { contrasts } from './color.ts';
import { namesOf, reachable, tab, type Stop } from './focus.ts';
import { chooser, choices } from './pages/chooser.ts';

const visit = visitSite();
const looks = [
	{ viewport: phone, colorScheme: 'light' },
	{ viewport: desk, colorScheme: 'dark' },
] as const;

describe.each(layouts)('%s', (path) => {
	test.each(looks)(
		'is visited by Tab in order, with the focus in sight, in $viewport.width px, $colorScheme',
		async (look) => {
			const page = await visit.open(path, look);
			await seeAll(page);
			const elements = await reachable(page);
			const names = await namesOf(elements);
			expect(names.length).toBeGreaterThan(5);
			const stops: Stop[] = [];
			// One step more than there are elements: whoever traps the focus, or adds a stop, is found out.
			for (let stop = await tab(page, elements); stop && stops.length <= names.length; stop = await tab(page, elements))
				stops.push(stop);
			expect(stops.map(({ index }) => names[index] ?? 'something else')).toEqual(names);
			const ratios = await contrasts(page, stops);
			const named = stops.map((stop, i) => ({ name: names[stop.index], ...stop, ratio: ratios[i] ?? 0 }));
			expect(named.filter(({ ring, ratio }) => ring < 2 || ratio < 3)).toEqual([]);
			expect(named.filter(({ cover }) => cover !== undefined)).toEqual([]);
		},
	);

	test('is skipped to its content by the first link', async () => {
		const page = await visit.open(path);
		await page.keyboard.press('Tab');
		const skip = page.getByRole('link', { name: 'Skip to content' });
		expect(
			await skip.evaluate((link) => link === document.activeElement && link.getBoundingClientRect().top >= 0),
		).toBe(true);
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.closest('main, footer') !== null)).toBe(true);
	});

	// That everything else is large enough, axe sees.
	test.each([phone, desk])('has buttons as high as a finger is wide at $width px', async (viewport) => {
		const page = await visit.open(path, { viewport });
		await seeAll(page);
		const buttons = await page.evaluate(() =>
			[...document.querySelectorAll('a, button, summary')]
				.filter((at) => at.checkVisibility({ visibilityProperty: true }))
				.filter((at) => !getComputedStyle(at).borderWidth.includes('0px'))
				.map((at) => ({ name: at.textContent.trim(), height: at.getBoundingClientRect().height })),
		);
		expect(buttons.length).toBeGreaterThan(0);
		expect(buttons.filter(({ height }) => height < 44)).toEqual([]);
	});
});

test('opens the menu with Enter, walks into it with Tab and leaves by a link of it', async () => {
	const page = await visit.open('/', { viewport: phone });
	const menu = control(page, 'Menu');
	const links = page.getByRole('navigation', { name: 'Site' }).getByRole('link');
	for (let i = 0; i < 10 && !(await menu.evaluate((menu) => menu === document.activeElement)); i++)
		await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await links.first().waitFor();
	await page.keyboard.press('Enter');
	await links.first().waitFor({ state: 'hidden' });
	await page.keyboard.press('Space');
	await links.first().waitFor();
	const target = await links.last().evaluate((link) => (link as HTMLAnchorElement).href);
	for (let i = 0; i < 10 && !(await links.last().evaluate((link) => link === document.activeElement)); i++)
		await page.keyboard.press('Tab');
	await page.keyboard.press('Enter');
	await page.waitForURL(target);
});

test('opens every answer of the chooser by keyboard, and its links are the next stops', async () => {
	const page = await visit.open('/');
	for (const choice of choices) {
		const answer = control(page, choice.question);
		await answer.focus();
		await page.keyboard.press('Enter');
		await chooser(page).reason(choice).waitFor();
		await page.keyboard.press('Tab');
		expect(await page.evaluate(() => document.activeElement?.textContent.trim())).toBe('Request an appointment');
		await page.keyboard.press('Tab');
		expect(
			await chooser(page)
				.more(choice)
				.evaluate((link) => link === document.activeElement),
		).toBe(true);
		await page.keyboard.press('Shift+Tab');
		await page.keyboard.press('Shift+Tab');
		await page.keyboard.press('Space');
		await chooser(page).reason(choice).waitFor({ state: 'hidden' });
	}
});

test('explains every term by keyboard, and Escape leads back to the word', async () => {
	let count = 0;
	for (const path of layouts) {
		const page = await visit.open(path, { viewport: zoomed });
		for (const term of await page.locator('button[popovertarget]:visible').all()) {
			await term.focus();
			await page.keyboard.press('Enter');
			await page.locator(':popover-open').waitFor();
			await page.keyboard.press('Escape');
			await page.locator(':popover-open').waitFor({ state: 'hidden' });
			expect(await term.evaluate((term) => term === document.activeElement)).toBe(true);
			count++;
		}
	}
	expect(count).toBeGreaterThan(2);
});
