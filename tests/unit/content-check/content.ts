import { cpSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/integrations/content-check/check.ts';

/* The fixture site without its odd entries and facts, made anew before each test, which each case changes in one place. */

const folder = mkdtempSync(join(tmpdir(), 'check-'));
export const content = join(folder, 'content');
const odd = /(odd-words|not-sure|not-yet|hand-out|prices|bo-li|xyz|words)\.\w+$/;
beforeEach(() => {
	rmSync(content, { recursive: true, force: true });
	cpSync('tests/fixtures/content', content, { recursive: true, filter: (file) => !odd.test(file) });
	write('clinic.yaml', read('clinic.yaml').replace(/notice:[^]*/, ''))();
	replace(ana, ', xyz', '')();
});
afterAll(() => rmSync(folder, { recursive: true }));

export const [kinds, ask, ana] = ['sections/two-kinds.mdx', 'sections/ask-us.mdx', 'team/ana-diaz.md'];
export const [aim, week, privacy] = ['comparison/aim.md', 'choices/long-week.md', 'pages/privacy.md'];
export const [lmt, point] = ['terms/lmt.md', 'terms/trigger-point.md'];

export type Change = () => void | Promise<void>;
export const path = (file: string) => join(content, file);
const read = (file: string) => readFileSync(path(file), 'utf8');
export const write = (file: string, text: string | Uint8Array) => () => {
	mkdirSync(dirname(path(file)), { recursive: true });
	writeFileSync(path(file), text);
};
export const remove = (file: string) => () => rmSync(path(file), { recursive: true });
export const rename = (from: string, to: string) => () => renameSync(path(from), path(to));
export const replace = (file: string, from: string, to: string) => () => {
	expect(read(file), 'the fixture has the words to replace').toContain(from);
	write(
		file,
		read(file).replace(from, () => to),
	)();
};
export const append = (file: string, text: string) => () => write(file, `${read(file)}${text}\n`)();
/** Adds text at the end of `sections/ask-us.mdx`, from line 10 on. */
export const text = (words: string) => append(ask, words);
/** Adds lines to `clinic.yaml`, from line 5 on. */
export const clinic = (lines: string) => append('clinic.yaml', lines);
export const all =
	(...changes: Change[]): Change =>
	async () => {
		for (const change of changes) await change();
	};
export const picture = (file: string, width: number) => async () => {
	const image = sharp({ create: { width, height: width, channels: 3, background: 'teal' } });
	writeFileSync(path(file), await image.jpeg().toBuffer());
};
export const photo = (width: number) =>
	all(picture('team/ana.jpg', width), replace(ana, 'order:', 'photo: ./ana.jpg\nphotoAlt: Ana at the desk\norder:'));

/** All problems of a level, as “file:line what is wrong and what to write”. */
export const found = async (wanted: 'error' | 'advice' = 'error') =>
	(await checkContent(content))
		.filter(({ level }) => level === wanted)
		.map(({ file, line, message, hint = '' }) => `${file}:${line} ${message} ${hint}`);

/** What is done to the files, where the one problem is named, and in what words. */
type Case = [change: Change, place: string, words: RegExp, title?: string];

/** Cases that replace a piece of a file: with the line and the words of the problem in that file. */
export const inFile = (file: string, rows: [from: string, to: string, line: number, words: RegExp][]): Case[] =>
	rows.map(([from, to, line, words]) => [replace(file, from, to), `${file}:${line}`, words, `${from} → ${to}`]);

/** Cases that add to the end of a file. */
export const atEnd = (file: string, rows: [added: string, line: number, words: RegExp][]): Case[] =>
	rows.map(([added, line, words]) => [append(file, added), `${file}:${line}`, words, added]);

/** Cases in which one file is written anew, or for the first time. */
export const written = (file: string, rows: [text: string, line: number, words: RegExp][]): Case[] =>
	rows.map(([text, line, words]) => [write(file, text), `${file}:${line}`, words, text]);

/** Each case has one problem, at its place, in its words. */
export const refuses = (rule: string, ...cases: Case[]) =>
	describe(`refuses, by the rule ${rule},`, () => {
		const titled = cases.map(([change, place, words, title]) => [title ?? words.source, place, change, words] as const);
		test.each(titled)('%j in %s', async (_title, place, change, words) => {
			await change();
			const problems = await found();
			expect(problems, 'one problem is named once').toHaveLength(1);
			expect(problems[0]).toContain(`content/${place} `);
			expect(problems[0]).toMatch(words);
		});
	});

/** Each case has none. */
export const takes = (what: string, cases: [title: string, change: Change][]) =>
	describe(`takes ${what}:`, () => {
		test.each(cases)('%s', async (_title, change) => {
			await change();
			expect(await found()).toEqual([]);
		});
	});
