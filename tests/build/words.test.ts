import { glob, readFile } from 'node:fs/promises';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { parse as parseYaml } from 'yaml';
import { pageAt, plain, readSite, textOf } from '../support/page.ts';
import { fixture, sites } from '../support/sites.ts';

/** Editors' words and facts on the fixture site: all that is written arrives, and what is not set leaves no trace. */

const site = await readSite(sites.fixture.outDir);
const bare = await readSite(sites.bare.outDir);
const { folder, base, origin, pages } = site;

/** Words as they are compared: letters and digits, in small letters, with single spaces. */
const words = (text: string) =>
	text
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.trim();
/** Fields that point to something, speak to machines alone, or are shown in another form. */
const silent =
	/^(description|url|section|fits|letters|shows|order|area|published|updated|on|noindex|menu|firstDay|lastDay|photo|formId|repository|opens|closes|phone|booking|profiles|year|noForm|photoAlt)$/;
const silentInMarkdown = /^(short|hint)$/;

/** What a reader finds of a content file, line by line, without Markdown. */
function linesOf(source: string, isSilent: (name: string) => boolean): string[] {
	const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n?([\s\S]*)$/.exec(source) ?? [undefined, source];
	const values = (value: unknown, name = ''): string[] => {
		if (isSilent(name)) return [];
		if (typeof value === 'string') return [value.replace(/\]\([^)]*\)/g, '')];
		if (!value || typeof value !== 'object') return [];
		return Object.entries(value).flatMap(([key, inner]) => values(inner, Array.isArray(value) ? name : key));
	};
	const attributes = [...body.matchAll(/ (?:spa|medical|who)="([^"]*[a-z][^"]*)"/g)].map(([, text = '']) => text);
	const text = body
		.replace(/<[^>]+>/g, '')
		.replace(/\]\([^)]*\)/g, '')
		.replace(/^\|[-:| ]+\|$/gm, '')
		.split(/\n|\|/);
	return [...values(parseYaml(head)), ...attributes, ...text]
		.map((line) => words(line.replace(/^\s*\d+\. /, '')))
		.filter(Boolean);
}

const pathOf = (file: string) => {
	const page = /pages\/([\w-]+)\./.exec(file)?.[1];
	return !page ? '/' : page === 'not-found' ? '/404.html' : `/${page}/`;
};

/** The lines of all content files that `shown` does not have on the page that shows the file. */
async function missingLines(
	files: string,
	shown: (path: string) => Promise<string | undefined>,
	isSilent: (name: string) => boolean,
) {
	let count = 0;
	const missing: string[] = [];
	for await (const file of glob(files, { cwd: fixture })) {
		const text = /redirects/.test(file) ? undefined : await shown(pathOf(file));
		if (text === undefined) continue;
		const source = await readFile(`${fixture}/${file}`, 'utf8');
		if (/^draft: true$/m.test(source)) continue;
		for (const line of linesOf(source, isSilent)) {
			count += line.split(' ').length;
			if (!` ${words(text)} `.includes(` ${line} `)) missing.push(`${file}: ${line}`);
		}
	}
	expect(count).toBeGreaterThan(400);
	return missing;
}

describe('what editors write', () => {
	test('stands in the HTML, all of it, without a script', async () => {
		const shown = (path: string) => Promise.resolve(textOf(pageAt(site, path).document));
		expect(await missingLines('**/*.{md,mdx,yaml}', shown, (name) => silent.test(name))).toEqual([]);
	});

	test('stands in the Markdown alternates, and nothing of a component is left', async () => {
		const shown = async (path: string) => {
			const text = await readFile(`${folder}${path}index.md`, 'utf8').catch(() => undefined);
			expect(text?.match(/<\/?[A-Z]\w*|\bundefined\b|\[object|\bNaN\b|\n{4}/g) ?? [], path).toEqual([]);
			return text?.replace(/\]\([^)]*\)/g, '').replaceAll('\\', '');
		};
		expect(
			await missingLines('*/*.{md,mdx}', shown, (name) => silent.test(name) || silentInMarkdown.test(name)),
		).toEqual([]);
	});

	test('stands in the Markdown alternates where a chart shows it', async () => {
		const charts = [...pageAt(site, '/').document.querySelectorAll('.chart [aria-label]')];
		const labels = charts.map((chart) => chart.getAttribute('aria-label') ?? '');
		expect(labels.some((label) => /visit 1: \d/.test(label))).toBe(true);
		const text = await readFile(`${folder}/index.md`, 'utf8');
		// Once, also where the label of a chart is its title.
		expect(labels.map((label) => text.split(label).length - 1)).toEqual(labels.map(() => 1));
	});

	test('is listed in llms.txt, page by page and section by section', async () => {
		const text = await readFile(`${folder}/llms.txt`, 'utf8');
		const listed = pages.filter(({ document }) => document.querySelector('link[rel="canonical"]'));
		expect(listed.length).toBeGreaterThan(4);
		const links = [...text.matchAll(/\]\((\S+)\)/g)].map(([, url]) => url);
		expect(links).toEqual(expect.arrayContaining(listed.map(({ path }) => `${origin}${base}${path.slice(1)}index.md`)));
		const sections = [...pageAt(site, '/').document.querySelectorAll('section[id]')];
		expect(sections.length).toBeGreaterThan(1);
		for (const { id } of sections) expect(text).toMatch(new RegExp(`\\]\\(\\S+/#${id}\\): .{30,}`));
	});

	test('keeps its words apart', () => {
		const letter = '[\\p{L}\\p{N}]';
		const marks = 'a|b|strong|em|i|time|cite|code|span|button|label';
		const glued = new RegExp(
			`${letter}<(?:a|button|time|strong|b|em)\\b[^>]*>${letter}|${letter}</(?:${marks})>${letter}`,
			'gu',
		);
		const find = (html: string) => html.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ').match(glued) ?? [];
		expect(find('call<a href="/">us</a>today')).toHaveLength(2);
		for (const { path, html } of pages) expect(find(html.replaceAll('\u2060', '')), path).toEqual([]);
	});
});

describe('facts that are set', () => {
	test('are shown at the foot of every page, as people read them', () => {
		for (const { path, document } of pages) {
			const footer = textOf(document.querySelector('footer') ?? document);
			for (const fact of [
				"12 O'Hara Lane, Suite #4",
				'Tulsa, OK 74136',
				'555-1742',
				'hello@hillside.test',
				'8:15',
				'5:45',
			])
				expect(plain(footer), path).toContain(fact);
			const links = [...document.querySelectorAll('footer a')].map((link) => link.getAttribute('href'));
			expect(links, path).toEqual(
				expect.arrayContaining([
					'tel:+1-918-555-1742',
					'mailto:hello@hillside.test',
					'https://booking.test/hillside?from=site&kind=first',
					'https://social.test/hillside',
				]),
			);
		}
	});

	test('make a link to edit each text, which search results and Markdown leave out', async () => {
		const files = [...pageAt(site, '/').document.querySelectorAll('[data-nosnippet] > a')].map((link) =>
			link.getAttribute('href')?.replace('/guide/edit/#/collections/', ''),
		);
		const wanted = await Array.fromAsync(glob('{guide.yaml,{sections,comparison,team}/*.md*}', { cwd: fixture }));
		const forms = wanted.map((file) => file.replace(/\.\w+$/, '').replace(/\/|^(?=guide)/, '/entries/'));
		expect(files.sort()).toEqual(forms.map((form) => form.replace(/^\/entries/, '_singletons$&')).sort());
		expect(await readFile(`${folder}/index.md`, 'utf8')).not.toContain('/edit/');
	});
});

describe('facts that are not set', () => {
	test('leave no trace on any page', () => {
		for (const { path, html, document } of bare.pages) {
			expect(document.querySelector('a[href^="tel:"], a[href^="mailto:"], address, [data-nosnippet]'), path).toBeNull();
			expect(html.match(/telephone|PostalAddress|openingHours|sameAs|\bundefined\b|\bnull\b/g), path).toBeNull();
		}
	});

	test('leave words in the place of the form', () => {
		const { document } = pageAt(bare, '/contact/');
		expect(document.querySelector('form')).toBeNull();
		expect(textOf(document)).toContain('Our form is not connected yet.');
	});
});

test('lists every section of the guide beside it, in order', () => {
	const { document } = pageAt(site, '/');
	const links = [...document.querySelectorAll<HTMLAnchorElement>('nav[aria-label="On this page"] a')];
	const sections = [...document.querySelectorAll('.guide > section')];
	expect(links.length).toBeGreaterThan(2);
	expect(links.map((link) => link.hash)).toEqual(sections.map(({ id }) => `#${id}`));
});

test('publishes no picture as it was added: no data about its maker and place, and no original', async () => {
	const original = await readFile(`${fixture}/team/bo-li.jpg`);
	expect((await sharp(original).metadata()).exif).toBeDefined();
	const files = await Array.fromAsync(glob('**/*.{jpg,jpeg,png,webp,avif}', { cwd: folder }));
	const photos = files.filter((file) => file.includes('bo-li'));
	expect(photos.length).toBeGreaterThan(0);
	for (const file of files) {
		const bytes = await readFile(`${folder}/${file}`);
		const { exif, xmp, iptc } = await sharp(bytes).metadata();
		expect([exif, xmp, iptc], file).toEqual([undefined, undefined, undefined]);
		expect(bytes.equals(original), file).toBe(false);
	}
});
