import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { browserArgs, browserPath } from '../support/browser.ts';
import { serveSite, type SiteServer } from '../support/server.ts';
import { sites } from '../support/sites.ts';

/* By Puppeteer, because a browser renders no page ahead while Playwright drives it. */
let site: SiteServer;
let browser: Browser;
beforeAll(async () => {
	site = await serveSite(sites.fixture.outDir, sites.fixture.base);
	browser = await puppeteer.launch({ executablePath: browserPath(true), args: browserArgs });
});
afterAll(async () => {
	await browser.close();
	await site.close();
});

/** Opens a page on a desk, and rests the pointer on the link with these words until its page is asked for. */
async function openAndRest(path: string, words: string) {
	const context = await browser.createBrowserContext();
	onTestFinished(() => context.close());
	const page = await context.newPage();
	await page.setViewport({ width: 1440, height: 900 });
	await page.goto(site.url + path);
	const asked = new Promise<void>((resolve) =>
		site.server.on('request', ({ headers }) => headers['sec-purpose']?.includes('prerender') && resolve()),
	);
	const link = page.locator(`::-p-aria([name="${words}"][role="link"])`);
	await link.hover();
	await asked;
	/** What a function says in the page that is open: a click puts the page that was rendered ahead in its place. */
	const see = <T>(look: () => T) => expect.poll(() => page.evaluate(look).catch(() => undefined));
	const click = async () => {
		await link.click();
		await see(() =>
			performance.getEntriesByType('navigation').map((entry) => Reflect.get(entry, 'activationStart') > 0),
		).toEqual([true]);
	};
	return { page, click, see };
}

test('shows the theme that was chosen after the next page was rendered', async () => {
	const { page, click, see } = await openAndRest('', 'Therapists');
	await page.locator('::-p-aria(Light or dark)').click();
	await click();
	await see(() => document.documentElement.dataset['theme']).toBe('dark');
});

test('shows the draft that was written after the next page was rendered', async () => {
	const { page, click, see } = await openAndRest('', 'Ask us');
	await page.evaluate(() => document.forms[0]?.scrollIntoView());
	// Before its script has come, the form keeps no draft.
	await page.locator('form[novalidate] [name=name]').fill('Ana');
	await click();
	await see(() => {
		const control = document.querySelector<HTMLInputElement>('[name=name]');
		control?.scrollIntoView();
		return control?.value;
	}).toBe('Ana');
});
