import { mkdir, rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { launch } from '../support/browser.ts';
import { readSite } from '../support/page.ts';
import { serveSite } from '../support/server.ts';
import { control, seeAll } from '../support/visit.ts';

/**
 * `npm run screenshots [page ...]`: pictures of every page of a built site (`SITE_FOLDER`, `dist` unless set) at three
 * widths and in both themes, into `.reports/screenshots/`; of the guide and the contact page also with things open.
 */
const site = await readSite(process.env['SITE_FOLDER'] ?? 'dist');
const target = '.reports/screenshots';
const wanted = process.argv.slice(2);

const states: Record<string, Record<string, (page: Page) => Promise<void>>> = {
	'/': {
		chooser: (page) => page.locator('.chooser summary').first().click(),
		definition: (page) => page.locator('button[popovertarget]').first().click(),
		menu: async (page) => {
			await page.evaluate(() => scrollTo(0, 0));
			const menu = control(page, 'Menu');
			if (await menu.isVisible()) await menu.click();
		},
	},
	'/contact/': {
		errors: async (page) => {
			const send = page.getByRole('button', { name: 'Send your request' });
			if (await send.count()) await send.click();
		},
	},
};

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const [server, browser] = await Promise.all([serveSite(site.folder, site.base), launch()]);
for (const colorScheme of ['light', 'dark'] as const)
	for (const width of [360, 768, 1440]) {
		const viewport = { width, height: 900 };
		const page = await browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce' });
		// The heading font comes too late for a first visit; the pictures show the second, so that all are alike.
		await page.goto(server.url, { waitUntil: 'networkidle' });
		for (const { path } of site.pages.filter(({ path }) => wanted.length === 0 || wanted.includes(path))) {
			await page.goto(server.url + path.slice(1), { waitUntil: 'networkidle' });
			await seeAll(page);
			const name = path.replaceAll('/', '') || 'guide';
			const shoot = (state: string, fullPage: boolean) =>
				page.screenshot({ path: `${target}/${name}${state}-${width}-${colorScheme}.png`, fullPage });
			await shoot('', true);
			for (const [state, open] of Object.entries(states[path] ?? {})) {
				await open(page);
				await shoot(`-${state}`, false);
			}
		}
		await page.close();
	}
await Promise.all([server.close(), browser.close()]);
console.log(`${target}/ holds the pictures.`);
