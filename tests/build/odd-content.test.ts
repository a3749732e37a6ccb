import { globSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
	append,
	content,
	everywhere,
	inTurn,
	picture,
	remove,
	replace,
	room,
	write,
	type Change,
} from '../support/content-room.ts';
import { parse } from '../support/page.ts';
import { fingerprint, runBuild } from '../support/run-build.ts';

/*
 * Trees that are unusual and right, built by the real command. Each build holds several oddities, because one takes seconds;
 * `check.test.ts` passes many more of them through the check alone.
 */

const numbers = (count: number) => Array.from({ length: count }, (_, i) => i + 10);
const section = (i: number) =>
	`---\ntitle: Part ${i}\nshort: Part ${i}\ndescription: The part of the guide with the number ${i}.\norder: ${i}\n---\n\nIt has a text.\n`;
const row = (i: number) =>
	`---\ncategory: Point ${i}\nspa: Calm\nmedical: Change\nsection: two-kinds\norder: ${i}\n---\n`;
const therapist = (i: number) =>
	`---\nname: Ana ${i}\nletters: []\nknownFor: Kind hands.\norder: ${i}\n---\n\nShe is kind.\n`;
const fill = (count: number, name: (i: number) => string, text: (i: number) => string) =>
	inTurn(...numbers(count).map((i) => write(name(i), text(i))));

const longWord = `Rinder${'kennzeichnungs'.repeat(30)}gesetz`;
const scripts = 'マッサージは体にいい。 العلاج بالتدليك. Массаж полезен. 😀';

const bare: Change = inTurn(
	remove('comparison/aim.md'),
	remove('sections/ask-us.mdx'),
	remove('team'),
	write('team/.gitkeep', ''),
	remove('choices'),
	write('choices/.gitkeep', ''),
	replace('comparison/cost.md', 'ask-us', 'two-kinds'),
	// Last, because it changes the line ends that the others look for.
	everywhere((text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`),
);
const full: Change = inTurn(
	fill(198, (i) => `sections/part-${i}.mdx`, section),
	fill(98, (i) => `comparison/point-${i}.md`, row),
	fill(39, (i) => `team/ana-${i}.md`, therapist),
	append('sections/ask-us.mdx', `\n${scripts}\n\n${longWord}.\n`),
	write('words.txt', longWord),
	picture('team/ana.png', 5000),
	replace('team/ana-diaz.md', 'order: 1', 'photo: ./ana.png\nphotoAlt: Ana at the desk\norder: 1'),
	replace('team/ana-diaz.md', 'Ana Díaz', 'Ana “Nana” O’Díaz-Nguyễn'),
	append('clinic.yaml', 'phone:\nhours: []\nrepository: https://code.example/clinic/guide\n'),
	write('redirects.yaml', '/old/: /#part-42\n'),
);

const guideOf = (site: string) => parse(readFileSync(join(site, 'index.html'), 'utf8'));
const count = (document: Document, selector: string) => document.querySelectorAll(selector).length;

describe('builds', () => {
	test('one row, one section, no therapist, no answers, byte order marks, Windows line ends - and keeps it when a mistake follows', async () => {
		await bare();
		const site = join(room, 'bare');
		expect(await runBuild(site, content)).toMatchObject({ code: 0 });
		const document = guideOf(site);
		expect(count(document, '.guide > section')).toBe(1);
		expect(count(document, '.comparison tbody tr')).toBe(1);
		expect(count(document, 'article')).toBe(0);
		expect(count(document, '.edit')).toBe(0);
		expect(document.body.textContent).not.toMatch(/\uFEFF|\r|undefined/);

		const before = await fingerprint(site);
		replace('guide.yaml', 'tired shoulders', 'tired shouldres')();
		const { code, err } = await runBuild(site, content);
		expect(code).toBe(1);
		expect(err.join('\n')).toMatch(/content\/guide\.yaml\n *3 {2}.*“shouldres”/);
		expect(await fingerprint(site), 'a mistake touches nothing of the last good site').toEqual(before);
		expect(readdirSync(room).sort()).toEqual(['bare', 'bare.hosts', 'content']);
	});

	test('200 sections, 100 rows, 40 therapists, long words, other scripts, quotes and a large photo', async () => {
		await full();
		const site = join(room, 'full');
		expect(await runBuild(site, content)).toMatchObject({ code: 0 });
		const document = guideOf(site);
		expect(count(document, '.guide > section')).toBe(200);
		expect(count(document, '.comparison tbody tr')).toBe(100);
		const team = parse(readFileSync(join(site, 'team/index.html'), 'utf8'));
		expect(count(team, 'article')).toBe(40);
		expect(count(team, 'article img[alt="Ana at the desk"]')).toBe(1);
		expect(team.body.textContent).toContain('“Nana” O’Díaz-Nguyễn');
		expect(document.body.textContent).toContain(longWord);
		expect(document.body.textContent).toContain('العلاج بالتدليك');
		expect(existsSync(join(site, 'old/index.html'))).toBe(true);

		// The clinic names its repository: everything has a link to its own file, out of search results and Markdown.
		const edits = (page: Document) =>
			[...page.querySelectorAll('.edit[data-nosnippet] > a')].map(
				(link) => link.getAttribute('href')?.split('/content/')[1],
			);
		const files = ['sections', 'comparison'].flatMap((folder) =>
			readdirSync(join(content, folder)).map((name) => `${folder}/${name}`),
		);
		expect(edits(document).sort()).toEqual(['guide.yaml', ...files].sort());
		expect(edits(team)).toHaveLength(41);
		expect(edits(team)).toEqual(expect.arrayContaining(['pages/team.md', 'team/ana-diaz.md']));
		expect(edits(parse(readFileSync(join(site, '404.html'), 'utf8')))).toEqual(['pages/not-found.md']);
		const names = [...document.querySelectorAll('.edit a')].map((link) => link.getAttribute('aria-label'));
		expect(new Set(names).size).toBe(names.length);
		const late = globSync(join(site, '_astro/late.*.css')).map((file) => readFileSync(file, 'utf8'));
		expect(late.join('')).toMatch(/\.edit\b[^{]*\{display:none/);
		expect(readFileSync(join(site, 'index.md'), 'utf8')).not.toMatch(/\bEdit\b|\/edit\//);
	});
});
