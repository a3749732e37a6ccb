import { spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { formats } from '../../../src/integrations/content-check/formats.ts';
import type { Problem } from '../../../src/integrations/content-check/problem.ts';
import { all, ask, content, found, remove, replace, text, week } from './content.ts';

const run = (format: string) => {
	const words = ['src/integrations/content-check/cli.ts', '--dir', content, '--format', format];
	return spawnSync(process.execPath, words, { encoding: 'utf8' });
};
const [file, message, hint] = ['content/a,b.md', '100% wrong', 'Write: it'];
const problem: Problem = { file, line: 3, field: 'title', message, hint, level: 'error' };

test('prints text by file', () => {
	expect(formats.text([problem, { ...problem, line: 12, level: 'advice' }])).toBe(
		'content/a,b.md\n    3  title: 100% wrong\n       → Write: it\n   12  Advice: title: 100% wrong\n       → Write: it\n',
	);
});

test('prints annotations with their special signs escaped', () => {
	const place = 'file=content/a%2Cb.md,line=3,title=title';
	expect(formats.github([problem])).toBe(`::error ${place}::100%25 wrong%0AWrite: it`);
	expect(formats.github([{ ...problem, level: 'advice' }])).toMatch(/^::notice /);
});

test('names every error in one run, in the order of files and lines', async () => {
	await all(
		replace(week, 'fits: spa', 'fits: spaa'),
		replace(week, 'order: 1', 'order: x'),
		text('Pay {half} now, in <5 days.\n\n<Exampel>One.</Exampel>\n\n</Quote>\n\n[here](/nowhere/)'),
	)();
	const lines = [10, 10, 12, 14, 16, 16].map((line) => `content/${ask}:${line}`);
	const places = (await found()).map((problem) => problem.split(' ')[0]);
	expect(places).toEqual([`content/${week}:3`, `content/${week}:7`, ...lines]);
});

test('exits with 1 only when there are errors, and says how many', () => {
	expect(run('text')).toMatchObject({ status: 0, stdout: 'Errors: 0. Pieces of advice: 0.\n' });
	remove('guide.yaml')();
	const { status, stdout } = run('text');
	expect(status).toBe(1);
	expect(stdout).toMatch(
		/content\/guide\.yaml\n {4}1 {2}guide\.yaml is missing\.[^]*\nErrors: 1\. Pieces of advice: 0/,
	);
});

test('prints one annotation a problem, on one line each', async () => {
	await all(text('\nWe recieve 100% of {all}.'), replace(week, 'fits: spa', 'fits: medcal'))();
	const { status, stdout } = run('github');
	expect(status).toBe(1);
	const annotations = stdout.split('\n').filter((line) => line.startsWith('::'));
	const places = annotations.map((line) => /^::error file=(.*?,line=\d+),title=[^:,]*::/.exec(line)?.[1]);
	expect(places).toEqual([`content/${week},line=3`, `content/${ask},line=11`, `content/${ask},line=11`]);
	expect(annotations[0]).toContain('`fits` cannot be "medcal".%0ADid you mean `medical`?');
});

test('refuses a format that it does not know', () => {
	expect(run('xml')).toMatchObject({ status: 1, stderr: '--format is one of text, github.\n' });
});
