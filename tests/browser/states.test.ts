import type { RunOptions } from 'axe-core';
import { describe, expect, test } from 'vitest';
import { axeFindings } from '../support/checks/browser.ts';
import { layouts } from '../support/sites.ts';
import { desk, phone, seeAll, visitSite } from '../support/visit.ts';
import { chooser, choices } from './pages/chooser.ts';
import { openLinks } from './pages/guide.ts';

/** What axe says of states that a page has only once somebody uses it; the form's own are in its tests. */

const visit = visitSite();

/** The enhanced contrast of WCAG for what is read at length; table headings and the links of editors are not. */
const enhanced: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast-enhanced'] } };
const atLength = { include: [['main p'], ['main li'], ['main td']], exclude: [['[data-nosnippet]']] };

describe.each([
	{ colorScheme: 'light', viewport: phone },
	{ colorScheme: 'dark', viewport: desk },
] as const)('in the $colorScheme theme at $viewport.width px', (look) => {
	test('passes axe with everything open that opens', async () => {
		const page = await visit.open('/', look);
		const [links, sections] = [await openLinks(page, 'Site'), await openLinks(page, 'sections')];
		expect(Math.min(links.length, sections.length)).toBeGreaterThan(1);
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
		expect(await axeFindings(page, undefined, ':popover-open')).toEqual([]);
	});

	test('sets what is read at length apart from its ground by 7:1', async () => {
		for (const path of layouts) {
			const page = await visit.open(path, look);
			await seeAll(page);
			expect(await axeFindings(page, enhanced, atLength), path).toEqual([]);
		}
	});
});
