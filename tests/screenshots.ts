import { mkdir, rm } from 'node:fs/promises';
import { serveSite } from '../src/tools/serve.ts';
import { launch } from './support/browser.ts';
import { pagesOf } from './support/site.ts';

/** Pictures of every page of a built site at three widths and in both themes: `npm run screenshots [page ...]`. */
const folder = process.env['SITE_FOLDER'] ?? '.preview';
const target = '.reports/screenshots';
const wanted = process.argv.slice(2);

await rm(target, { recursive: true, force: true });
await mkdir(target, { recursive: true });
const [site, browser, pages] = await Promise.all([serveSite(folder), launch(), pagesOf(folder)]);
for (const colorScheme of ['light', 'dark'] as const) {
	for (const width of [360, 768, 1440]) {
		const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme, reducedMotion: 'reduce' });
		const page = await context.newPage();
		for (const path of pages.filter((path) => wanted.length === 0 || wanted.includes(path))) {
			await page.goto(site.url + path.slice(1), { waitUntil: 'networkidle' });
			const name = path.replaceAll('/', '') || 'guide';
			await page.screenshot({ path: `${target}/${name}-${width}-${colorScheme}.png`, fullPage: true });
		}
		await context.close();
	}
}
await Promise.all([site.close(), browser.close()]);
console.log(`${target}/ holds the pictures of ${pages.length} pages.`);
