import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { inHead, isListed, pageAt, readSite, redirectOf, textOf, type BuiltPage } from '../support/page.ts';
import { sites } from '../support/sites.ts';

/** What the head of each page tells search engines, messengers and browsers. */

const site = await readSite(sites.fixture.outDir);
const bare = await readSite(sites.bare.outDir);
const { folder, origin, base, pages } = site;
const root = origin + base;
const og = (page: BuiltPage, name: string) => inHead(page, `meta[property="og:${name}"]`);
const heading = ({ document }: BuiltPage) => textOf(document.querySelector('h1') ?? document);

describe('every page', () => {
	test('has a title, a description and a picture of its own', () => {
		expect(pages.length).toBeGreaterThan(7);
		const reads = [
			(page: BuiltPage) => page.document.title,
			(page: BuiltPage) => og(page, 'description'),
			(page: BuiltPage) => og(page, 'image'),
		];
		for (const read of reads) expect(new Set(pages.map(read)).size).toBe(pages.length);
	});

	test('tells messengers its words and its kind', () => {
		for (const page of pages) {
			expect(og(page, 'title'), page.path).toBe(page.document.querySelector('h1')?.textContent.trim());
			expect(og(page, 'description'), page.path).toBe(inHead(page, 'meta[name="description"]'));
			expect(og(page, 'type'), page.path).toBe(page.path === '/' ? 'article' : 'website');
			expect(og(page, 'site_name'), page.path).toBe('Hillside Massage & Rest');
			expect(inHead(page, 'meta[name="twitter:card"]'), page.path).toBe('summary_large_image');
		}
	});

	test('has a preview of 1200 by 630 pixels and at most 100 kB, with something on it', async () => {
		for (const page of pages) {
			const bytes = await readFile(folder + (og(page, 'image') ?? '').slice(root.length - 1));
			expect(bytes.length, page.path).toBeLessThanOrEqual(100_000);
			expect(await sharp(bytes).metadata(), page.path).toMatchObject({ format: 'png', width: 1200, height: 630 });
			expect((await sharp(bytes).stats()).entropy, page.path).toBeGreaterThan(0.3);
		}
	});

	test('is one that search engines may list unless it says otherwise', () => {
		const hidden = pages.filter((page) => !isListed(page)).map(({ path }) => path);
		expect(hidden.sort()).toEqual(['/404.html', '/hand-out/', '/thanks/']);
		expect(inHead(pageAt(site, '/'), 'meta[name="robots"]')).toBe('max-image-preview:large');
	});

	test('names the clinic once its own title is too short to say whose it is', () => {
		for (const page of pages) expect(page.document.title.length, page.path).toBeGreaterThan(heading(page).length);
	});
});

test('asks robots to stay away from a site for a local look, on every page and in robots.txt', async () => {
	expect(bare.pages.length).toBeGreaterThan(5);
	expect(bare.pages.filter(isListed)).toEqual([]);
	expect(await readFile(`${bare.folder}/robots.txt`, 'utf8')).toBe('User-agent: *\nDisallow: /\n');
});

test('sends old addresses on to a page, a place and another site, below the base path', () => {
	const sent = Object.fromEntries(site.redirects.map((page) => [page.path, redirectOf(page)]));
	expect(sent).toEqual({
		'/an-old-page/': `${base}contact/`,
		'/old/place/': `${base}#two-kinds`,
		'/old-booking/': 'https://booking.test/hillside',
		'/old-page.html/': `${base}team/`,
	});
});

test('dates the pages in the sitemap by the day, and not by the moment of the build', async () => {
	const days = [...(await readFile(`${folder}/sitemap.xml`, 'utf8')).matchAll(/<lastmod>(.*?)<\/lastmod>/g)];
	expect(days.length).toBeGreaterThan(2);
	for (const [, day] of days) expect(day).toMatch(/^\d{4}-\d\d-\d\d$/);
});
