import { glob, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { serveSite } from '../../src/tools/serve.ts';
import { JSDOM } from 'jsdom';
import { type BuiltPage, readPages, textOf } from '../support/page.ts';
import { sites } from '../support/sites.ts';

/** What the site offers machines beside its pages: sitemap, robots.txt, llms.txt, Markdown. */

const { folder, base, env } = sites.unconnected;
const root = `${env.SITE_URL}${base}`;
const read = (file: string) => readFile(`${folder}/${file}`, 'utf8');
let pages: BuiltPage[];
beforeAll(async () => {
	pages = await readPages(folder);
	expect(pages.length).toBeGreaterThan(6);
});

/** The text of every element of this name. Throws when the XML is not well formed. */
function elements(xml: string, name: string): string[] {
	const { document, DOMParser } = new JSDOM('').window as unknown as {
		document: Document;
		DOMParser: typeof globalThis.DOMParser;
	};
	expect(document).toBeDefined();
	const parsed = new DOMParser().parseFromString(xml, 'application/xml');
	if (parsed.querySelector('parsererror')) throw new Error(parsed.documentElement.textContent);
	return [...parsed.querySelectorAll(name)].map((element) => element.textContent);
}

/** Words as they are compared: letters and digits, in small letters, with single spaces. */
const words = (text: string) =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();

describe('the sitemap', () => {
	test('is named by robots.txt and by its index', async () => {
		expect(await read('robots.txt')).toBe(`User-agent: *\nAllow: /\n\nSitemap: ${root}sitemap-index.xml\n`);
		expect(elements(await read('sitemap-index.xml'), 'loc')).toEqual([`${root}sitemap.xml`]);
	});

	test('lists every page that search engines may list, and no other', async () => {
		const listed = pages.filter(({ document }) => !document.querySelector('meta[name="robots"][content*="noindex"]'));
		expect(elements(await read('sitemap.xml'), 'loc').sort()).toEqual(
			listed.map(({ path }) => root + path.slice(1)).sort(),
		);
	});

	test('lists addresses that answer and name themselves as canonical', async () => {
		const site = await serveSite(folder, base);
		const urls = elements(await read('sitemap.xml'), 'loc');
		expect(urls.length).toBeGreaterThan(3);
		for (const url of urls) {
			const response = await fetch(url.replace(root, site.url), { redirect: 'error' });
			expect(response.status, url).toBe(200);
			expect(await response.text(), url).toContain(`<link rel="canonical" href="${url}">`);
		}
		await site.close();
	});

	test('says when each page last changed: a day, not after today, and not the moment of the build', async () => {
		const days = [
			...elements(await read('sitemap.xml'), 'lastmod'),
			...elements(await read('sitemap-index.xml'), 'lastmod'),
		];
		expect(days.length).toBeGreaterThan(4);
		expect(days.filter((day) => !/^\d{4}-\d\d-\d\d$/.test(day) || new Date(day) > new Date())).toEqual([]);
	});
});

describe('the words of the content', () => {
	/** What a reader of the page `path` finds of a file: values and text, line by line, without Markdown. */
	const linesOf = (source: string, silent: string[]): string[] => {
		const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(source) ?? [undefined, source];
		const values = (value: unknown, name = ''): string[] =>
			silent.includes(name)
				? []
				: typeof value === 'string'
					? [value]
					: value && typeof value === 'object' && !(value instanceof Date)
						? Object.entries(value).flatMap(([key, inner]) => values(inner, Array.isArray(value) ? name : key))
						: [];
		const attributes = [...body.matchAll(/ (?:spa|medical|who)="([^"]*[a-z][^"]*)"/g)].map(([, text = '']) => text);
		const text = body
			.replace(/<[^>]+>/g, '')
			.replace(/\]\([^)]*\)/g, '')
			.split('\n');
		return [...values(parseYaml(head)), ...attributes, ...text]
			.map((line) => words(line.replace(/^\s*\d+\. /, '')))
			.filter(Boolean);
	};
	/** Fields that point to something or speak to machines alone, by folder. */
	const silent = [
		'description',
		'url',
		'section',
		'fits',
		'letters',
		'shows',
		'order',
		'shortName',
		'area',
		'published',
		'updated',
	];
	const placeOf = (file: string): string => {
		const page = /pages\/([\w-]+)\./.exec(file)?.[1];
		if (!page) return '/';
		return page === 'not-found' ? '/404.html' : `/${page}/`;
	};

	test('stand in the HTML, all of them, without a script', async () => {
		let count = 0;
		const missing: string[] = [];
		for await (const file of glob('content/**/*.{md,mdx,yaml}')) {
			if (/README|redirects/.test(file)) continue;
			const page = pages.find(({ path }) => path === placeOf(file));
			if (!page) throw new Error(`No page shows ${file}.`);
			const shown = ` ${words(textOf(page.document.body))} `;
			for (const line of linesOf(await readFile(file, 'utf8'), silent)) {
				count += line.split(' ').length;
				if (!shown.includes(` ${line} `)) missing.push(`${file}: ${line}`);
			}
		}
		expect(count).toBeGreaterThan(2500);
		expect(missing).toEqual([]);
	});

	// The list of sections and the hint how to use the chooser are parts of the page, not of its text.
	test('stand in the Markdown twins too, all of them, and nothing of a component is left', async () => {
		const missing: string[] = [];
		let count = 0;
		for await (const file of glob('content/**/*.{md,mdx,yaml}')) {
			if (/README|redirects|thanks|not-found/.test(file)) continue;
			const twin = await read(`${placeOf(file).slice(1)}index.md`);
			expect(twin.match(/<\/?[A-Z]\w*|\bundefined\b|\[object|\bNaN\b|\n{3}/g), file).toBeNull();
			const shown = ` ${words(twin.replace(/\]\([^)]*\)/g, ''))} `;
			for (const line of linesOf(await readFile(file, 'utf8'), [...silent, 'short', 'hint'])) {
				count += line.split(' ').length;
				if (!shown.includes(` ${line} `)) missing.push(`${file}: ${line}`);
			}
		}
		expect(count).toBeGreaterThan(2500);
		expect(missing).toEqual([]);
	});
});

describe('llms.txt', () => {
	test('has a title, a summary and links to every listed page and section', async () => {
		const text = await read('llms.txt');
		expect(text).toMatch(/^# Medical Massage of Tulsa\n\n> \S/);
		const links = [...text.matchAll(/^- \[([^\]]+)\]\((\S+)\): \S.+$/gm)].map(([, , url = '']) => url);
		const sections = pages.find(({ path }) => path === '/')?.document.querySelectorAll('.guide > section') ?? [];
		expect(sections.length).toBeGreaterThan(5);
		expect(links.filter((url) => url.includes('#'))).toEqual([...sections].map(({ id }) => `${root}#${id}`));
		const twins = elements(await read('sitemap.xml'), 'loc').map((url) => `${url}index.md`);
		expect(links.filter((url) => !url.includes('#')).sort()).toEqual(twins.sort());
	});
});
