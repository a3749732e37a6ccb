import axe, { type RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readChoices } from '../support/choices.ts';
import { pagesOf } from '../support/site.ts';
import { sites } from '../support/sites.ts';
import { chooser } from './pages/chooser.ts';
import { appointment } from './pages/form.ts';
import { control, desk, laidOut, phone, seeAll, visitSite } from './setup.ts';

const visit = visitSite();
const pages = await pagesOf(sites.connected.folder);
const choices = await readChoices();
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
const looks = (['light', 'dark'] as const).flatMap((colorScheme) =>
	[phone, desk].map((viewport) => ({ colorScheme, viewport, width: viewport.width })),
);

/** What axe finds on the page as it stands, one line a finding. Throws when it has looked at nothing. */
async function findings(page: Page, options: RunOptions = { runOnly: rules }, within = 'html'): Promise<string[]> {
	await page.evaluate(axe.source);
	const { violations, passes } = await page.evaluate(
		([within, options]) => (globalThis as unknown as { axe: typeof axe }).axe.run(within, options),
		[within, options] as const,
	);
	if (passes.length + violations.length === 0) throw new Error(`axe found nothing to look at in ${within}.`);
	return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
}

describe.each(looks)('axe in the $colorScheme theme at $width px', (look) => {
	test.each(pages)('finds nothing on %s', async (path) => {
		const page = await visit.open(path, look);
		await seeAll(page);
		expect(await findings(page)).toEqual([]);
		// Text to read at length: 7:1, which is the enhanced rule.
		const enhanced: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast-enhanced'] } };
		expect(await findings(page, { ...enhanced, rules: {} }, 'main')).toEqual([]);
	});

	test('finds nothing with the menu and the list of contents open', async () => {
		const page = await visit.open('/', look);
		await laidOut(page);
		const folded = [control(page, 'Menu'), control(page, 'On this page')];
		for (const summary of folded) if (await summary.isVisible()) await summary.click();
		for (const name of ['Site', 'On this page'])
			expect(await page.getByRole('navigation', { name }).getByRole('link').first().isVisible()).toBe(true);
		expect(await findings(page)).toEqual([]);
	});

	test('finds nothing with any answer of the chooser open', async () => {
		const page = await visit.open('/', look);
		for (const choice of choices) {
			await chooser(page).answer(choice).click();
			await chooser(page).reason(choice).waitFor();
			// Half below the header that stays in sight, a line would be too low to be touched until one scrolls.
			await page.evaluate(() => scrollTo(0, 0));
			expect(await findings(page, { runOnly: rules }, 'main > :has(details[open])')).toEqual([]);
		}
	});

	test('finds nothing with a definition open', async () => {
		const page = await visit.open('/', look);
		await page.locator('button[popovertarget]').first().click();
		await page.locator(':popover-open').waitFor();
		expect(await findings(page)).toEqual([]);
	});

	test('finds nothing with errors in the form, and in the confirmation', async () => {
		const page = await visit.open('/contact/', look);
		const form = appointment(page);
		await form.ready();
		await form.send().click();
		await form.summary().waitFor();
		expect(await findings(page)).toEqual([]);
		await form.fill({ name: 'Ada Vann', email: 'ada@example.com' });
		await form.send().click();
		await form.sent().waitFor();
		expect(await findings(page)).toEqual([]);
	});
});
