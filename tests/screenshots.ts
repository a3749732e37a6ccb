import { mkdir, rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { serveSite } from '../src/tools/serve.ts';
import { launch } from './support/browser.ts';
import { pagesOf } from './support/site.ts';

/** Pictures of every page of a built site at three widths and in both themes: `npm run screenshots [page ...]`. */
const folder = process.env['SITE_FOLDER'] ?? '.preview';
const target = '.reports/screenshots';
const wanted = process.argv.slice(2);

/** States of a page that a plain visit does not show, each opened on top of the one before. */
const states: Record<string, Record<string, (page: Page) => Promise<void>>> = {
	guide: {
		chooser: (page) => page.getByText('My doctor said').click(),
		definition: (page) => page.getByRole('button', { name: 'trigger points', exact: true }).first().click(),
		menu: async (page) => {
			await page.evaluate(() => scrollTo(0, 0));
			const menu = page.locator('summary', { hasText: 'Menu' });
			if (await menu.isVisible()) await menu.click();
		},
	},
	contact: {
		errors: async (page) => {
			await page.getByRole('button', { name: 'Clear the form' }).waitFor();
			await page.getByRole('button', { name: 'Send your request' }).click();
		},
	},
};

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const [site, browser, pages] = await Promise.all([serveSite(folder), launch(), pagesOf(folder)]);
for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [360, 768, 1440]) {
		const context = await browser.newContext({
			viewport: { width, height: 900 },
			colorScheme,
			reducedMotion: 'reduce',
		});
		const page = await context.newPage();
		// The heading font comes too late for a first visit; the pictures show the second, so that all are alike.
		await page.goto(site.url, { waitUntil: 'networkidle' });
		for (const path of pages.filter((path) => wanted.length === 0 || wanted.includes(path))) {
			await page.goto(site.url + path.slice(1), { waitUntil: 'networkidle' });
			const name = path.replaceAll('/', '') || 'guide';
			const shot = (state: string, fullPage: boolean) =>
				page.screenshot({ path: `${target}/${name}${state}-${width}-${colorScheme}.png`, fullPage });
			await shot('', true);
			for (const [state, open] of Object.entries(states[name] ?? {})) {
				await open(page);
				await shot(`-${state}`, false);
			}
		}
		await context.close();
	}
}
await Promise.all([site.close(), browser.close()]);
console.log(`${target}/ holds the pictures of ${pages.length} pages.`);
