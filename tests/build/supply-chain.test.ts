import { glob, readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { expect, test } from 'vitest';
import { serverNames } from '../support/servers.ts';
import { bases } from '../support/sites.ts';

/** What we take from others: all of it locked, licensed, and named with a reason where visitors depend on it. */

interface Locked {
	version: string;
	integrity?: string;
	license?: string;
	link?: boolean;
	hasInstallScript?: boolean;
}
const json = async <T>(file: string) => JSON.parse(await readFile(file, 'utf8')) as T;
const manifest = await json<{ dependencies: Record<string, string>; allowScripts: Record<string, boolean> }>(
	'package.json',
);
const lock = await json<{ packages: Record<string, Locked> }>('package-lock.json');
const nameOf = (path: string) => path.replace(/.*node_modules\//, '');
const packages = Object.entries(lock.packages).flatMap(([path, entry]) =>
	path ? [{ name: nameOf(path), ...entry }] : [],
);

test('has every package locked at one version, by the fingerprint of its content', () => {
	expect(packages.length).toBeGreaterThan(300);
	const loose = packages.filter(
		({ version, integrity = '', link }) => link || !/^\d+\.\d+\.\d+/.test(version) || !integrity.startsWith('sha512-'),
	);
	expect(loose.map(({ name }) => name)).toEqual([]);
});

/** Licenses that ask for no more than to be named. */
const free =
	'0BSD Apache-2.0 BlueOak-1.0.0 BSD-2-Clause BSD-3-Clause CC-BY-4.0 CC0-1.0 ISC MIT OFL-1.1 Python-2.0 Zlib'.split(
		' ',
	);
/** Those that ask to give changes back, for tools that we use as they are and never hand on. */
const shared = ['LGPL-3.0-or-later', 'MPL-2.0'];
const tools = /^(lightningcss|axe-core$|@img\/sharp)/;

test('uses packages with licenses that we can keep to', () => {
	const refused = packages.filter(({ name, license = 'none' }) =>
		license
			.replace(/[()]/g, '')
			.split(/ (?:AND|OR) /)
			.some((one) => !free.includes(one) && !(tools.test(name) && shared.includes(one))),
	);
	expect(refused.map(({ name, license }) => `${name}: ${license ?? 'none'}`)).toEqual([]);
});

test('lets no package run a script at installation that is not allowed by name', async () => {
	const allowed = Object.keys(manifest.allowScripts);
	const scripts = packages.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name);
	expect(scripts.length).toBeGreaterThan(0);
	expect(scripts.filter((name) => !allowed.includes(name))).toEqual([]);
	const npmrc = (await readFile('.npmrc', 'utf8')).split('\n');
	expect(npmrc).toEqual(expect.arrayContaining(['strict-allow-scripts=true', 'allow-git=none', 'allow-remote=none']));
});

test('gives in the README a reason for every package that the site is made of', async () => {
	const readme = await readFile('README.md', 'utf8');
	const reasons = [...readme.matchAll(/^\| `([^`]+)`.*? +\| +(\S.*\S) +\|$/gm)].map(([, name = '', reason = '']) => ({
		name,
		reason,
	}));
	const reasoned = reasons.filter(({ reason }) => reason.length > 20).map(({ name }) => name);
	expect(Object.keys(manifest.dependencies).filter((name) => !reasoned.includes(name))).toEqual([]);
});

test('pins every action of a workflow to a commit, and says which version that is', async () => {
	const files = await Array.fromAsync(glob('.github/workflows/*.yml'));
	expect(files.length).toBeGreaterThan(0);
	for (const file of files) {
		const text = await readFile(file, 'utf8');
		// A workflow of our own needs no pin: it is of the same commit.
		const used = text.split('\n').filter((line) => /^\s*(- )?uses: (?!\.\/)/.test(line));
		expect(used.length, file).toBeGreaterThan(0);
		expect(
			used.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
			file,
		).toEqual([]);
		// What a workflow may do is written down; without a word it may do a lot.
		expect(parse(text), file).toHaveProperty('permissions');
	}
});

test('deploys only what passed every check', async () => {
	const { jobs } = parse(await readFile('.github/workflows/deploy.yml', 'utf8')) as {
		jobs: Record<string, { needs?: string[]; uses?: string; steps?: { run?: string; uses?: string }[] }>;
	};
	const runs = jobs['build']?.steps?.map(({ run, uses }) => run ?? uses?.split('@')[0]);
	expect(jobs['deploy']?.needs).toEqual(['build', 'hosts']);
	expect(jobs['hosts']?.uses).toBe('./.github/workflows/hosts.yml');
	expect(runs).toEqual([
		'actions/checkout',
		'actions/setup-node',
		'npm ci',
		'npm run verify',
		'npm run build',
		'actions/upload-pages-artifact',
	]);
});

test('has the site tested behind every server and at every path before it is deployed', async () => {
	const { jobs } = parse(await readFile('.github/workflows/hosts.yml', 'utf8')) as {
		jobs: { test: { strategy: { matrix: object }; steps: { run?: string }[] } };
	};
	expect(jobs.test.strategy.matrix).toEqual({ server: serverNames, base: bases });
	expect(jobs.test.steps.at(-1)?.run).toBe('npm run test:hosts -- ${{ matrix.server }} ${{ matrix.base }}');
});
