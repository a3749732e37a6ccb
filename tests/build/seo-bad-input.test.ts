import { execFile } from 'node:child_process';
import { cp, glob, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { JSDOM } from 'jsdom';
import { markdownToHtml } from 'satteri';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { htmlValidateConfig } from '../htmlvalidate.ts';
import { featureMistakes, formMistakes, graphOf, unseenValues, vocabularyMistakes } from '../support/graph.ts';
import { type BuiltPage, parse, readPages, textOf } from '../support/page.ts';
import { alone, runBuild } from '../support/run-build.ts';

/** Words that break what is put together carelessly, in every field that takes words; and every fact about the clinic. */

const nasty = {
	quotes: `He said "it's" & 'so' &amp; &lt;`,
	script: '</script><script>alert(1)</script>',
	emoji: '👩‍👩‍👧 🎉 ½ ‘x’ é ﷽ \u2028',
	arabic: 'تدليك طبي أم سبا؟',
	markdown: '*a* _b_ [c](d) `e` # | {f} <g>',
	xml: ']]> <!-- -- --> <?xml ?> &#0; %3C $& $1',
};
const all = Object.values(nasty);
const root = 'https://massage.example/guide/';
let room: string;
let content: string;
let pages: BuiltPage[];

const yaml = (words: string) => JSON.stringify(words);
/** Cuts words to a length without cutting a character in half. */
const fit = (words: string, length: number) =>
	Array.from(words.slice(0, length))
		.filter((c) => !/[\ud800-\udfff]$/.test(c) || c.length === 2)
		.join('')
		.trim();

async function setField(file: string, field: string, words: string) {
	const text = await readFile(file, 'utf8');
	const changed = text.replace(
		new RegExp(`^( *)${field}: .*$`, 'm'),
		(_, indent: string) => `${indent}${field}: ${yaml(words)}`,
	);
	expect(changed, `${file} ${field}`).not.toBe(text);
	await writeFile(file, changed);
}

beforeAll(async () => {
	room = await mkdtemp(join(tmpdir(), 'nasty-'));
	content = join(room, 'content');
	await cp('content', content, { recursive: true });
	const at = (file: string) => join(content, file);
	await setField(at('guide.yaml'), 'title', fit(nasty.script + nasty.quotes, 60));
	await setField(
		at('guide.yaml'),
		'description',
		`${nasty.quotes} ${nasty.script} ${nasty.emoji} ${nasty.arabic} ${'long '.repeat(8)}`.slice(0, 160).trim(),
	);
	for (const field of ['kicker', 'lead', 'hint', 'caption', 'notice'])
		await setField(at('guide.yaml'), field, fit(`${nasty.arabic} ${nasty.markdown}`, 40));
	await setField(at('guide.yaml'), 'publisher', fit(nasty.xml, 100));
	await writeFile(
		at('guide.yaml'),
		`${await readFile(at('guide.yaml'), 'utf8')}\nreviewed:\n  by: ${yaml(nasty.quotes)}\n  on: 2026-11-20\n`,
	);
	const fields = {
		sections: [
			['title', 70],
			['short', 26],
			['description', 160],
		],
		team: [
			['name', 60],
			['knownFor', 140],
		],
		terms: [['term', 50]],
		choices: [
			['question', 70],
			['reason', 260],
		],
		comparison: [['category', 40]],
		pages: [
			['title', 60],
			['description', 160],
		],
	} as const;
	let i = 0;
	for (const [folder, list] of Object.entries(fields))
		for await (const file of glob(`${folder}/*.{md,mdx}`, { cwd: content }))
			for (const [field, length] of list) {
				// Each value is another one: the content check refuses two sections of one name.
				const words = fit(`${i} ${all[i % all.length] ?? ''}`, field === 'description' ? 100 : length);
				await setField(at(file), field, field === 'description' ? words.padEnd(60, ' word').trim() : words);
				i++;
			}
	await writeFile(
		at('clinic.yaml'),
		[
			`name: ${yaml(fit(nasty.quotes, 60))}`,
			`shortName: ${yaml('A & "B" <c>')}`,
			`area: ${yaml(nasty.arabic)}`,
			`address: { street: ${yaml('1 "Quote" & <Lane>')}, city: ${yaml('O’Fallon')}, state: OK, zip: "00000" }`,
			'phone: "+1-000-200-0142"',
			'email: hello@hollow-tree.example',
			'hours: [{ days: Monday to Friday, opens: "08:15", closes: "17:45" }]',
			'booking: https://booking.example/a?b=1&c=2',
			'profiles: ["https://social.example/a?b=1&c=%22"]',
			'repository: https://code.example/a',
		].join('\n'),
	);
	// The content check refuses most of this: here it is passed by, because what it does not know must do no harm either.
	const build = `(await import('astro')).build({ outDir: ${JSON.stringify(join(room, 'site'))}, logLevel: 'error', force: true })`;
	await alone(() =>
		promisify(execFile)(process.execPath, ['--input-type=module', '-e', `await ${build}`], {
			env: {
				...process.env,
				CONTENT_DIR: content,
				SITE_URL: 'https://massage.example',
				BASE_PATH: '/guide',
				FORM_ENDPOINT: '',
			},
		}),
	);
	pages = await readPages(join(room, 'site'));
}, 240_000);
afterAll(() => rm(room, { recursive: true, force: true }));

const listed = () => {
	const found = pages.filter(({ document }) => document.querySelector('link[rel="canonical"]'));
	expect(found.length).toBeGreaterThan(4);
	return found;
};

describe('words that could break a page', () => {
	test('come out as valid HTML with nothing but our own scripts', async () => {
		const validator = new HtmlValidate(new StaticConfigLoader(htmlValidateConfig));
		const mistakes = await Promise.all(
			pages.map(async ({ html, path }) => {
				const { results } = await validator.validateString(html, path);
				return results.flatMap(({ messages }) =>
					messages.map(({ ruleId, message, line, column }) => `${path}:${line}:${column} ${ruleId} ${message}`),
				);
			}),
		);
		// A heading of 70 characters makes a title above the 70 that the validator likes; Google knows no such limit. And the
		// validator wants other hyphens in telephone numbers; people copy them, and the usual ones are what they expect.
		expect(mistakes.flat().filter((mistake) => !/long-title|tel-non-breaking/.test(mistake))).toEqual([]);
		// Asked of the parsed page: inside an attribute the same letters are text, and valid.
		for (const { document, path } of pages)
			expect(
				[...document.querySelectorAll('script:not([src])')].filter((script) => script.textContent.startsWith('alert')),
				path,
			).toEqual([]);
	});

	test('are shown as they were written', () => {
		const guide = pages.find(({ path }) => path === '/');
		expect(guide?.document.querySelector('h1')?.textContent).toBe(fit(nasty.script + nasty.quotes, 60));
		expect(guide?.document.querySelector('meta[property="og:title"]')?.getAttribute('content')).toBe(
			fit(nasty.script + nasty.quotes, 60),
		);
	});

	test('come out as structured data that parses, is valid, and says what the page shows', async () => {
		expect(vocabularyMistakes(listed().map(graphOf))).toEqual([]);
		for (const page of listed()) {
			expect(formMistakes(page, root), page.path).toEqual([]);
			expect(unseenValues(page), page.path).toEqual([]);
			expect(await featureMistakes(graphOf(page)), page.path).toEqual([]);
			expect(page.html.split('application/ld+json')[1], page.path).not.toMatch(/^[^]*?<(?!\/script>)[^]*?<\/script>/);
		}
	});

	test('come out as XML that parses', async () => {
		const { DOMParser } = new JSDOM('').window as unknown as { DOMParser: typeof globalThis.DOMParser };
		for (const file of ['sitemap.xml', 'sitemap-index.xml']) {
			const parsed = new DOMParser().parseFromString(
				await readFile(join(room, 'site', file), 'utf8'),
				'application/xml',
			);
			expect(parsed.querySelector('parsererror'), file).toBeNull();
			expect(parsed.querySelectorAll('loc').length, file).toBeGreaterThan(0);
		}
	});

	test('come out as Markdown that shows the same words and no HTML of its own', async () => {
		for (const { path, document } of listed()) {
			const markdown = await readFile(join(room, 'site', path, 'index.md'), 'utf8');
			const twin = parse(markdownToHtml(markdown).html);
			expect(twin.querySelector('script, style, iframe'), path).toBeNull();
			expect(twin.querySelectorAll('h1'), path).toHaveLength(1);
			const flat = (text: string) => text.replace(/\s+/g, ' ').replace(/[“”]/g, '"').replace(/[‘’]/g, "'").trim();
			expect(flat(twin.querySelector('h1')?.textContent ?? ''), path).toBe(
				flat(document.querySelector('h1')?.textContent ?? '?'),
			);
		}
		const guide = parse(markdownToHtml(await readFile(join(room, 'site', 'index.md'), 'utf8')).html);
		const sections = [
			...(pages.find(({ path }) => path === '/')?.document.querySelectorAll('.guide > section > h2') ?? []),
		];
		const shown = textOf(guide);
		for (const heading of sections) expect(shown).toContain(textOf(heading));
		for (const row of guide.querySelectorAll('tr')) expect(row.children).toHaveLength(3);
		const llms = parse(markdownToHtml(await readFile(join(room, 'site', 'llms.txt'), 'utf8')).html);
		expect(llms.querySelectorAll('li a[href]').length).toBe(llms.querySelectorAll('li').length);
	});

	test('come out as pictures', async () => {
		for (const { document, path } of pages) {
			const url = document.querySelector('meta[property="og:image"]')?.getAttribute('content') ?? '';
			const bytes = await readFile(join(room, 'site', url.slice(root.length)));
			expect(bytes.length, path).toBeLessThanOrEqual(100_000);
			expect(await sharp(bytes).metadata(), path).toMatchObject({ format: 'png', width: 1200, height: 630 });
		}
	});

	test('stop at the check when they are 300 characters long', async () => {
		const file = join(content, 'pages', 'team.md');
		const before = await readFile(file, 'utf8');
		await setField(file, 'title', 'x'.repeat(300));
		const { code, err } = await runBuild(join(room, 'too-long'), content);
		await writeFile(file, before);
		expect(code).toBe(1);
		expect(err.join('\n')).toMatch(/pages\/team\.md[^]*`title` has 300 characters; at most 60 can stand here/);
	});
});

describe('facts that are set', () => {
	test('are told to machines', () => {
		const clinic = listed().map((page) => graphOf(page).find((node) => node['@type'] === 'HealthAndBeautyBusiness'));
		for (const node of clinic)
			expect(node).toMatchObject({
				telephone: '+1-000-200-0142',
				email: 'hello@hollow-tree.example',
				address: {
					'@type': 'PostalAddress',
					streetAddress: '1 "Quote" & <Lane>',
					addressLocality: 'O’Fallon',
					addressRegion: 'OK',
					postalCode: '00000',
					addressCountry: 'US',
				},
				openingHoursSpecification: [
					{ dayOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'], opens: '08:15', closes: '17:45' },
				],
				sameAs: ['https://social.example/a?b=1&c=%22', 'https://booking.example/a?b=1&c=2'],
			});
	});

	test('include a review: told to machines and shown at the foot', () => {
		const guide = listed().find(({ path }) => path === '/');
		if (!guide) throw new Error('There is no guide.');
		expect(graphOf(guide).find((node) => node['@type'] === 'WebPage')).toMatchObject({
			lastReviewed: '2026-11-20',
			reviewedBy: { '@type': 'Person', name: nasty.quotes },
		});
		expect(textOf(guide.document.querySelector('footer') ?? guide.document)).toContain(
			`Reviewed by ${nasty.quotes.replace(/[‘’]/g, "'")}, November 20, 2026`,
		);
	});
});
