import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';

/** What we take from others: all of it locked, whole on every platform, and without rights that it does not need. */

interface Locked {
	version: string;
	integrity?: string;
	link?: boolean;
	hasInstallScript?: boolean;
	optionalDependencies?: Record<string, string>;
}
const json = async <T>(file: string) => JSON.parse(await readFile(file, 'utf8')) as T;
const lock = await json<{ packages: Record<string, Locked> }>('package-lock.json');
const packages = Object.entries(lock.packages).filter(([path]) => path !== '');
const nameOf = (path: string) => path.replace(/.*node_modules\//, '');

test('has every package locked at one version, by the hash of its content', () => {
	expect(packages.length).toBeGreaterThan(300);
	const loose = packages.filter(
		([, { version, integrity = '', link }]) => link || !/^\d+\.\d+\.\d+/.test(version) || !/^sha512-/.test(integrity),
	);
	expect(loose.map(([path]) => path)).toEqual([]);
});

test('has the parts that native packages need on macOS, Windows and Linux', () => {
	const names = new Set(packages.map(([path]) => nameOf(path)));
	const native = packages.flatMap(([, { optionalDependencies = {} }]) =>
		Object.keys(optionalDependencies).filter((name) => /(darwin-arm64|win32-x64|linux-x64)/.test(name)),
	);
	expect(native.length).toBeGreaterThan(5);
	expect(native.filter((name) => !names.has(name))).toEqual([]);
});

test('lets no package run a script at installation that is not allowed by name', async () => {
	const { allowScripts } = await json<{ allowScripts: Record<string, boolean> }>('package.json');
	const scripts = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => nameOf(path));
	expect(scripts.length).toBeGreaterThan(0);
	expect(scripts.filter((name) => !(name in allowScripts))).toEqual([]);
});

test('gives workflows no rights but those that a job names, and pins every action of others to a commit', async () => {
	const files = await Array.fromAsync(glob('.github/workflows/*.yml'));
	expect(files.length).toBeGreaterThan(2);
	for (const file of files) {
		const text = await readFile(file, 'utf8');
		expect(parse(text), file).toHaveProperty('permissions', {});
		const used = text.split('\n').filter((line) => /^\s*(- )?uses: (?!\.\/)/.test(line));
		expect(
			used.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line)),
			file,
		).toEqual([]);
	}
});
