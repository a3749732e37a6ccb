import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { beforeAll, describe, expect, test } from 'vitest';
import { type BuiltPage, readPages } from '../support/page.ts';
import { redirectsOf } from '../support/site.ts';
import { sites } from '../support/sites.ts';

/** What the head of every page says: of the site as published, and of one that is only for this machine. */

const { folder, env } = sites.unconnected;
const origin = env.SITE_URL;
const root = `${origin}${sites.unconnected.base}`;
let pages: BuiltPage[];
let local: BuiltPage[];
beforeAll(async () => {
	[pages, local] = await Promise.all([readPages(folder), readPages(sites.connected.folder)]);
	expect(pages.length).toBeGreaterThan(6);
});

const content = ({ document }: BuiltPage, selector: string) => {
	const found = [...document.head.querySelectorAll(selector)];
	if (found.length > 1) throw new Error(`${selector} stands ${found.length} times.`);
	return found[0]?.getAttribute(found[0].tagName === 'LINK' ? 'href' : 'content') ?? undefined;
};
const isHidden = (page: BuiltPage) => content(page, 'meta[name="robots"]') === 'noindex';
/** The file of a full address of the published site. */
const fileOf = (url: string) => readFile(`${folder}/${url.slice(root.length).replace(/(^|\/)$/, '$1index.html')}`);

describe('every page', () => {
	test('has a title and a description of its own, short enough to be shown whole', () => {
		const titles = pages.map(({ document }) => document.title);
		const descriptions = pages.map((page) => content(page, 'meta[name="description"]') ?? '');
		expect(new Set(titles).size).toBe(pages.length);
		expect(new Set(descriptions).size).toBe(pages.length);
		expect(titles.filter((title) => title.length < 15 || title.length > 60)).toEqual([]);
		expect(descriptions.filter(({ length }) => length < 50 || length > 160)).toEqual([]);
	});

	test('names itself as the canonical page, or asks search engines to stay away', () => {
		const hidden = pages.filter(isHidden).map(({ path }) => path);
		expect(hidden).toEqual(['/404.html', '/thanks/']);
		for (const page of pages.filter((page) => !isHidden(page))) {
			expect(content(page, 'link[rel="canonical"]'), page.path).toBe(root + page.path.slice(1));
			expect(content(page, 'meta[name="robots"]'), page.path).toBe('max-image-preview:large');
		}
		expect(pages.filter(isHidden).map((page) => content(page, 'link[rel="canonical"]'))).toEqual([
			undefined,
			undefined,
		]);
	});

	test('tells messengers its words, its address and its picture', () => {
		for (const page of pages) {
			const og = (name: string) => content(page, `meta[property="og:${name}"]`);
			const heading = page.document.querySelector('h1')?.textContent.trim();
			expect(og('title'), page.path).toBe(heading);
			expect(og('image:alt'), page.path).toBe(heading);
			expect(og('description'), page.path).toBe(content(page, 'meta[name="description"]'));
			expect(og('url'), page.path).toBe(root + page.path.slice(1));
			expect(og('type'), page.path).toBe(page.path === '/' ? 'article' : 'website');
			expect(og('site_name'), page.path).toBe('Medical Massage of Tulsa');
			expect(content(page, 'meta[name="twitter:card"]'), page.path).toBe('summary_large_image');
		}
	});

	test('has a picture of its own: 1200 x 630, at most 100 kB, with something on it', async () => {
		const pictures = pages.map((page) => content(page, 'meta[property="og:image"]') ?? '');
		expect(new Set(pictures).size).toBe(pages.length);
		const prints = await Promise.all(
			pictures.map(async (url) => {
				expect(url.startsWith(root), url).toBe(true);
				const bytes = await fileOf(url);
				expect(bytes.length, url).toBeLessThanOrEqual(100_000);
				expect(await sharp(bytes).metadata(), url).toMatchObject({ format: 'png', width: 1200, height: 630 });
				const { entropy } = await sharp(bytes).stats();
				expect(entropy, url).toBeGreaterThan(0.3);
				return bytes.toString('base64');
			}),
		);
		expect(new Set(prints).size).toBe(pages.length);
		for (const page of pages)
			expect([
				content(page, 'meta[property="og:image:width"]'),
				content(page, 'meta[property="og:image:height"]'),
			]).toEqual(['1200', '630']);
	});

	test('names its Markdown twin, which exists, unless it is hidden', async () => {
		for (const page of pages) {
			const url = content(page, 'link[rel="alternate"][type="text/markdown"]');
			if (isHidden(page)) expect(url, page.path).toBeUndefined();
			else
				expect((await fileOf(url ?? '')).toString(), page.path).toContain(
					`# ${page.document.querySelector('h1')?.textContent.trim() ?? '?'}`,
				);
		}
	});

	test('writes every address for other machines in full', () => {
		const addresses = pages.flatMap(({ document }) =>
			[
				...document.head.querySelectorAll(
					'[rel="canonical"], [rel="alternate"], [property="og:url"], [property="og:image"]',
				),
			].map((element) => element.getAttribute('href') ?? element.getAttribute('content') ?? ''),
		);
		expect(addresses.length).toBeGreaterThan(20);
		expect(addresses.filter((address) => !address.startsWith(root))).toEqual([]);
	});
});

describe('a site for this machine alone', () => {
	test('asks robots to stay away on every page and at its door', async () => {
		expect(local.map((page) => content(page, 'meta[name="robots"]'))).toEqual(local.map(() => 'noindex'));
		expect(await readFile(`${sites.connected.folder}/robots.txt`, 'utf8')).toBe('User-agent: *\nDisallow: /\n');
	});
});

describe('an old address', () => {
	test('of the article before leads to the guide, under any base path', async () => {
		for (const { folder, base, env } of Object.values(sites)) {
			const [path = '', ...others] = await redirectsOf(folder);
			expect(path).toBe('/articles/spa-massage-vs-medical-massage-therapy-a-comprehensive-comparison/');
			expect(others).toEqual([]);
			const html = await readFile(`${folder}${path}index.html`, 'utf8');
			expect(html).toContain(`<meta http-equiv="refresh" content="0;url=${base}">`);
			expect(html).toContain(`<link rel="canonical" href="${env.SITE_URL}${base}">`);
			expect(html).toContain('<meta name="robots" content="noindex">');
			expect(html).toContain(`<a href="${base}">`);
		}
	});
});
