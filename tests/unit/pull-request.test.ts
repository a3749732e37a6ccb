import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { append, content, replace } from '../support/content-room.ts';

/** What happens to a proposed change at the git host, as far as it can be seen from here. */

interface Step {
	uses?: string;
	run?: string;
	with?: Record<string, unknown>;
}
const source = readFileSync('.github/workflows/pull-request.yml', 'utf8');
const workflow = parse(source) as {
	on: Record<string, unknown>;
	permissions: Record<string, string>;
	jobs: Record<string, { permissions?: unknown; steps: Step[] }>;
};
const jobs = Object.values(workflow.jobs);
const steps = jobs.flatMap((job) => job.steps);

describe('the workflow of a pull request', () => {
	test('may read the repository and nothing else, with the rights of whoever proposes', () => {
		expect(Object.keys(workflow.on)).toEqual(['pull_request']);
		expect(workflow.permissions).toEqual({ contents: 'read' });
		expect(jobs.filter(({ permissions }) => permissions)).toEqual([]);
		expect(source).not.toContain('secrets.');
		for (const { uses, with: options } of steps)
			if (uses?.startsWith('actions/checkout')) expect(options).toMatchObject({ 'persist-credentials': false });
	});

	test('uses actions by the hash of a commit, with the version beside it', () => {
		const used = source.match(/uses: .*/g) ?? [];
		expect(used.length).toBeGreaterThan(4);
		for (const line of used) expect(line).toMatch(/^uses: [\w-]+\/[\w-]+@[\da-f]{40} # v\d+\.\d+\.\d+$/);
	});

	test('shows mistakes beside their lines, builds, tests, and keeps the site', () => {
		const runs = steps.map(({ run = '' }) => run);
		for (const command of ['npm run check:content -- --format github', 'npm run build', 'npm run verify'])
			expect(runs).toContain(command);
		const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
		for (const [, name = ''] of source.matchAll(/npm run ([\w:]+)/g)) expect(scripts).toHaveProperty(name);
		expect(scripts['verify']).toContain('npm test');
		const kept = steps.find(({ uses }) => uses?.includes('upload-artifact'));
		expect(kept?.with).toMatchObject({ path: 'dist/', 'if-no-files-found': 'error' });
		expect(steps.indexOf(kept ?? {})).toBeLessThan(runs.indexOf('npm run verify'));
	});

	test('gets annotations that name file and line, one a mistake, on one line each', () => {
		append('sections/ask-us.mdx', '\nWe recieve 100% of {all}.\n')();
		replace('choices/long-week.md', 'fits: spa', 'fits: medcal')();
		const cli = join(import.meta.dirname, '../../src/tools/check/cli.ts');
		const run = (format: string) =>
			spawnSync(process.execPath, [cli, '--dir', content, '--format', format], { encoding: 'utf8' });
		const { status, stdout } = run('github');
		expect(status).toBe(1);
		const annotations = stdout.split('\n').filter((line) => line.startsWith('::'));
		expect(
			annotations.map((line) => /^::error file=(.*?),line=(\d+),col=\d+,title=[^:,]*::/.exec(line)?.slice(1)),
		).toEqual([
			['content/choices/long-week.md', '3'],
			['content/sections/ask-us.mdx', '11'],
			['content/sections/ask-us.mdx', '11'],
		]);
		expect(annotations[0]).toContain('`fits` cannot be "medcal".%0ADid you mean `medical`?');
		expect(JSON.parse(run('json').stdout)).toHaveLength(3);
		expect(run('xml').status).not.toBe(0);
	});
});

test('Updates of packages wait for a week before they are proposed', () => {
	const { updates } = parse(readFileSync('.github/dependabot.yml', 'utf8')) as {
		updates: {
			'package-ecosystem': string;
			cooldown: Record<string, number>;
			ignore?: { 'dependency-name': string }[];
		}[];
	};
	expect(updates.map((update) => update['package-ecosystem'])).toEqual(['npm', 'github-actions']);
	for (const { cooldown } of updates) expect(cooldown['default-days']).toBeGreaterThanOrEqual(7);
	// The git host refuses the whole entry when it meets a key that it does not know for actions.
	expect(Object.keys(updates[1]?.cooldown ?? {})).toEqual(['default-days']);
	const manifest = readFileSync('package.json', 'utf8');
	for (const { 'dependency-name': name } of updates[0]?.ignore ?? []) expect(manifest).toContain(`"${name}"`);
});
