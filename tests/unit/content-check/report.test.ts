import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Problem } from '../../../src/integrations/content-check/problem.ts';
import { formats } from '../../../src/integrations/content-check/formats.ts';
import { all, ask, content, found, remove, replace, text, week } from './content.ts';

const folder = join(import.meta.dirname, '../../../src/integrations/content-check');
const run = (format: string, cli = join(folder, 'cli.ts')) =>
	spawnSync(process.execPath, [cli, '--dir', content, '--format', format], { encoding: 'utf8' });

const problem: Problem = {
	file: 'content/a,b.md',
	line: 3,
	field: 'title',
	message: '100% wrong',
	hint: 'Write: it',
	level: 'error',
};

describe('the report', () => {
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
		expect((await found()).map((line) => line.split(' ')[0])).toEqual([
			`content/${week}:3`,
			`content/${week}:7`,
			...[10, 10, 12, 14, 16, 16].map((line) => `content/${ask}:${line}`),
		]);
	});
});

describe('the command', () => {
	test('exits with 1 only when there are errors, and says how many', () => {
		expect(run('text')).toMatchObject({ status: 0, stdout: 'Errors: 0. Pieces of advice: 0.\n' });
		remove('guide.yaml')();
		const { status, stdout } = run('text');
		expect(status).toBe(1);
		expect(stdout).toMatch(
			/content\/guide\.yaml\n {4}1 {2}guide\.yaml is missing\.[^]*\nErrors: 1\. Pieces of advice: 0\.\n$/,
		);
	});

	test('prints one annotation a problem, on one line each', async () => {
		await all(text('\nWe recieve 100% of {all}.'), replace(week, 'fits: spa', 'fits: medcal'))();
		const { status, stdout } = run('github');
		expect(status).toBe(1);
		const annotations = stdout.split('\n').filter((line) => line.startsWith('::'));
		const places = annotations.map((line) => /^::error file=(.*?),line=(\d+),title=[^:,]*::/.exec(line));
		expect(places.map((place) => place?.slice(1))).toEqual([
			[`content/${week}`, '3'],
			[`content/${ask}`, '11'],
			[`content/${ask}`, '11'],
		]);
		expect(annotations[0]).toContain('`fits` cannot be "medcal".%0ADid you mean `medical`?');
	});

	test('refuses a format that it does not know', () => {
		const { status, stderr } = run('xml');
		expect(status).toBe(1);
		expect(stderr).toBe('--format is one of text, github.\n');
	});
});
