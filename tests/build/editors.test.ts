import { expect, test } from 'vitest';
import { pageAt, readSite, textOf } from '../support/page.ts';
import { sites } from '../support/sites.ts';

/** What editors of the fixture site put on every page, or keep off the site. */

const site = await readSite(sites.published.outDir);
const textsOf = (path: string, selector: string) =>
	[...pageAt(site, path).document.querySelectorAll(selector)].map(textOf);

test('shows the notice on every page, on its days', () => {
	expect(site.pages.length).toBeGreaterThan(5);
	for (const { path } of site.pages)
		expect(textsOf(path, 'main > .notice'), path).toEqual(['Closed on some days & others. Ask us.']);
});

test('links to the pages that editors put into the menu and into the footer', () => {
	for (const { path } of site.pages) {
		expect(textsOf(path, 'header a[href="/prices/"]'), path).toEqual(['Prices']);
		expect(textsOf(path, 'footer a[href="/hand-out/"]'), path).toHaveLength(1);
	}
});

test('shows days without hours, and what is known of a further place', () => {
	const [foot = ''] = textsOf('/contact/', 'footer');
	for (const words of ['Sunday: by appointment', '7 Second Street, Jenks, OK 74037', '918-555-1743'])
		expect(foot).toContain(words);
});

test('builds no draft', () => {
	for (const { path, html } of site.pages) expect(html.includes('An answer that is a draft'), path).toBe(false);
});
