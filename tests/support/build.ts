import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { lock } from 'proper-lockfile';

export interface Outcome {
	/** The exit code. */
	code: number;
	/** What it printed, without colors, line by line: to stdout, and to stderr. */
	out: string[];
	err: string[];
}
export interface BuildOptions {
	/** The content folder. */
	content: string;
	outDir: string;
	/** The origin of the published site. Left out, the build is one for a local look, which search engines are kept from. */
	site?: string | undefined;
	base?: string | undefined;
	/** Left out, the content decides whether there is a form, and where it posts to. */
	formEndpoint?: string | undefined;
	/** The checkout to build; this one unless set. */
	cwd?: string;
}

const lines = (text: string) =>
	text
		.replace(/\x1b\[[\d;]*m/g, '')
		.split('\n')
		.filter((line) => line.trim());

/** Runs a Node program with nothing in its environment but `env`: what a test runner or a shell sets must not leak in. */
export function run(words: string[], env: Record<string, string | undefined>, cwd = '.'): Promise<Outcome> {
	const { PATH, HOME } = process.env;
	return new Promise((resolve) => {
		execFile(process.execPath, words, { cwd, env: { PATH, HOME, ...env } }, (error, stdout, stderr) =>
			resolve({ code: error ? Number(error.code) || 1 : 0, out: lines(stdout), err: lines(stderr) }),
		);
	});
}

const command = ['node_modules/astro/bin/astro.mjs', 'build', '--force', '--outDir'];

/** Runs a task while no other process builds this checkout: Astro's store of content is one per checkout. */
export async function alone<T>(task: () => Promise<T>): Promise<T> {
	mkdirSync('.reports', { recursive: true });
	const wait = { retries: 3000, minTimeout: 100, maxTimeout: 100, factor: 1 };
	const release = await lock('.reports', { lockfilePath: '.reports/build.lock', retries: wait });
	return task().finally(release);
}

/** Builds the site with the command that people use. */
export async function runBuild({ content, outDir, site, base, formEndpoint, cwd }: BuildOptions): Promise<Outcome> {
	const env = { CONTENT_DIR: content, SITE_URL: site, BASE_PATH: base, FORM_ENDPOINT: formEndpoint };
	if (cwd) return run([...command, outDir], env, cwd);
	return alone(() => run([...command, outDir], env));
}

/** The same for a build that has to succeed. Throws with what it printed. */
export async function build(options: BuildOptions): Promise<void> {
	const { code, out, err } = await runBuild(options);
	if (code !== 0) throw new Error(`${options.content} was not built.\n${[...out, ...err].join('\n')}`);
}

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };

/** The content check of a folder, by the command that people use. */
export const checkContent = (content: string, ...words: string[]): Promise<Outcome> =>
	run([...(scripts['check:content'] ?? '').replace(/^node /, '').split(' '), '--dir', content, ...words], {});

/** The path and the hash of every file below `folder`. */
export async function fingerprint(folder: string): Promise<string[]> {
	const found = await Array.fromAsync(glob('**/*.*', { cwd: folder, withFileTypes: true }));
	const files = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
	return Promise.all(
		files.sort().map(async (file) => {
			const hash = createHash('sha256').update(await readFile(file));
			return `${relative(folder, file)} ${hash.digest('hex')}`;
		}),
	);
}
