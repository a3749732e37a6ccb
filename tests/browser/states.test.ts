import { describe, expect, test } from 'vitest';
import { axeFindings } from '../support/checks/browser.ts';
import { readSite } from '../support/page.ts';
import { sites } from '../support/sites.ts';
import { control, desk, phone, seeAll, visitSite } from '../support/visit.ts';
import { chooser, choices } from './pages/chooser.ts';

/** What axe says of states that a page has only once somebody uses it; the form's own are in its tests. */

const visit = visitSite();
const { pages } = await readSite(sites.fixture.outDir);

describe.each([
	{ colorScheme: 'light', viewport: phone },
	{ colorScheme: 'dark', viewport: desk },
] as const)('in the $colorScheme theme at $viewport.width px', (look) => {
	test('passes axe with everything open that opens', async () => {
		const page = await visit.open('/', look);
		for (const summary of [control(page, 'Menu'), control(page, 'On this page')])
			if (await summary.isVisible()) await summary.click();
		for (const name of ['Site', 'On this page'])
			expect(await page.getByRole('navigation', { name }).getByRole('link').first().isVisible()).toBe(true);
		expect(await axeFindings(page)).toEqual([]);
		for (const choice of choices) {
			await chooser(page).answer(choice).click();
			await chooser(page).reason(choice).waitFor();
			// Half below the header that stays in sight, a line would be too low to be touched until one scrolls.
			await page.evaluate(() => scrollTo(0, 0));
			expect(await axeFindings(page, undefined, 'main > :has(details[open])')).toEqual([]);
		}
		await page.locator('button[popovertarget]').first().click();
		await page.locator(':popover-open').waitFor();
		expect(await axeFindings(page)).toEqual([]);
	});

	test('sets what is read at length apart from its ground by 7:1', async () => {
		for (const { path } of pages) {
			const page = await visit.open(path, look);
			await seeAll(page);
			const enhanced = { runOnly: { type: 'rule', values: ['color-contrast-enhanced'] } } as const;
			expect(
				await axeFindings(
					page,
					{ ...enhanced, runOnly: { ...enhanced.runOnly, values: [...enhanced.runOnly.values] } },
					'main',
				),
				path,
			).toEqual([]);
		}
	});
});
