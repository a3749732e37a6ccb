import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { budgets } from '../budgets.ts';
import { pagesOf } from '../support/site.ts';
import { sites } from '../support/sites.ts';
import { appointment } from './pages/form.ts';
import { control, phone, seeAll, visitSite } from './setup.ts';

const visit = visitSite();

/** Every rule of a page's styles, with whether something on the page is what it speaks of, whatever the pointer and the width. */
const rulesOf = (page: Page) =>
	page.evaluate(() => {
		const rules = (list: CSSRuleList): CSSStyleRule[] =>
			[...list].flatMap((rule) =>
				rule instanceof CSSStyleRule ? [rule] : rule instanceof CSSGroupingRule ? rules(rule.cssRules) : [],
			);
		/** What a reader switches by pointing, moving the focus or opening; and what is drawn beside an element. */
		const momentary = /::?(hover|focus-visible|focus|before|after|marker|details-content|first-letter)|\[open\]/g;
		return [...document.styleSheets]
			.flatMap((sheet) => rules(sheet.cssRules))
			.map(({ cssText, selectorText }) => ({
				selector: selectorText,
				bytes: cssText.length,
				used:
					document.querySelector(selectorText.replace(momentary, '').replace(/(^|[\s,>+~])(?=,|$)/g, '$1*')) !== null,
			}));
	});

test('no page carries many styles that it never uses', async () => {
	for (const path of await pagesOf(sites.connected.folder)) {
		const page = await visit.open(path, { viewport: phone });
		await seeAll(page);
		const seen = [await rulesOf(page)];
		const look = async () => void seen.push(await rulesOf(page));
		await control(page, 'Menu').click();
		for (let themes = 0; themes < 2; themes++) {
			await control(page, 'Light or dark').click();
			await look();
		}
		await control(page, 'Menu').click();
		if (await page.getByRole('form').count()) {
			const form = appointment(page);
			await form.ready();
			await form.send().click();
			await form.summary().waitFor();
			await look();
		}
		const rules = seen[0]?.map((rule, i) => ({ ...rule, used: seen.some((state) => state[i]?.used) })) ?? [];
		const sum = (list: typeof rules) => list.reduce((total, { bytes }) => total + bytes, 0);
		const unused = rules.filter(({ used }) => !used);
		expect(sum(rules), path).toBeGreaterThan(4000);
		expect(
			(100 * sum(unused)) / sum(rules),
			`${path}: ${unused.map(({ selector }) => selector).join('  ')}`,
		).toBeLessThan(budgets.unusedStyles);
	}
});
