import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { checkContent } from '../../../src/integrations/content-check/check.ts';

/* A copy of a site as small as can be, made anew before each test, which each case changes in one place. */

const folder = mkdtempSync(join(tmpdir(), 'check-'));
export const content = join(folder, 'content');
beforeEach(() => {
	rmSync(content, { recursive: true, force: true });
	cpSync(join(import.meta.dirname, 'site'), content, { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true }));

export const [kinds, ask, ana] = ['sections/two-kinds.mdx', 'sections/ask-us.mdx', 'team/ana-diaz.md'];
export const [aim, week, privacy] = ['comparison/aim.md', 'choices/long-week.md', 'pages/privacy.md'];
export const [lmt, point] = ['terms/lmt.md', 'terms/trigger-point.md'];
/** The place where `text` adds its first line: the last line of `sections/ask-us.mdx`. */
export const end = `${ask}:10`;

export type Change = () => void | Promise<void>;
export const path = (file: string) => join(content, file);
export const write = (file: string, text: string | Uint8Array) => () => {
	mkdirSync(dirname(path(file)), { recursive: true });
	writeFileSync(path(file), text);
};
export const remove = (file: string) => () => rmSync(path(file), { recursive: true });
export const rename = (from: string, to: string) => () => renameSync(path(from), path(to));
export const replace = (file: string, from: string, to: string) => () => {
	const text = readFileSync(path(file), 'utf8');
	expect(text, 'the fixture has the words to replace').toContain(from);
	writeFileSync(
		path(file),
		text.replace(from, () => to),
	);
};
export const append = (file: string, text: string) => () =>
	writeFileSync(path(file), `${readFileSync(path(file), 'utf8')}${text}\n`);
/** Adds text at the end of `sections/ask-us.mdx`. */
export const text = (words: string) => append(ask, words);
/** Adds lines to `clinic.yaml`, from line 5 on. */
export const clinic = (lines: string) => append('clinic.yaml', lines);
/** Adds lines to the fields of a file, before its line `order`. */
export const field = (file: string, lines: string) => replace(file, 'order:', `${lines}\norder:`);
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
	all(picture('team/ana.jpg', width), field(ana, 'photo: ./ana.jpg\nphotoAlt: Ana at the desk'));
/** Changes all files in the same way. */
export const everywhere = (change: (words: string) => string) => () => {
	const files = globSync('**/*.*', { cwd: content });
	expect(files.length).toBeGreaterThan(10);
	for (const file of files) writeFileSync(path(file), change(readFileSync(path(file), 'utf8')));
};

/** All problems of a level, as “file:line what is wrong and what to write”. */
export const found = async (wanted: 'error' | 'advice' = 'error') =>
	(await checkContent(content))
		.filter(({ level }) => level === wanted)
		.map(({ file, line, message, hint = '' }) => `${file}:${line} ${message} ${hint}`);

/** What is done to the files, where the one problem is named, and in what words. */
export type Case = [title: string, change: Change, place: string, words: RegExp];

/** Each case has one problem, at its place, in its words. */
export const refuses = (rule: string, cases: Case[]) =>
	describe(`refuses, by the rule ${rule},`, () => {
		test.each(cases)('%s', async (_title, change, place, words) => {
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
