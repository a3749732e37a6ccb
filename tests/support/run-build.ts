import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { glob, mkdir, readFile } from 'node:fs/promises';
import { lock } from 'proper-lockfile';

export interface Outcome {
	code: number;
	/** What it printed, without colours, line by line. */
	out: string[];
	err: string[];
}

const lines = (text: string) =>
	text
		.replace(/\x1b\[[\d;]*m/g, '')
		.split('\n')
		.filter((line) => line.trim());

/** Waits until no other test file builds: two builds of one checkout share Astro's store of content. */
export async function alone<T>(task: () => Promise<T>): Promise<T> {
	await mkdir('.reports', { recursive: true });
	const release = await lock('.reports', {
		lockfilePath: '.reports/build.lock',
		retries: { retries: 600, minTimeout: 200, maxTimeout: 200 },
	});
	return task().finally(release);
}

/** Builds the site into `folder` with the command that people use, from `content`, with nothing in the environment but `env`. */
export const runBuild = (
	folder: string,
	content: string,
	env: Record<string, string> = {},
	signal?: AbortSignal,
): Promise<Outcome> => alone(() => build(folder, content, env, signal));

function build(folder: string, content: string, env: Record<string, string>, signal?: AbortSignal): Promise<Outcome> {
	// What the test runner and the shell have set must not leak into a build that is looked at.
	const { PATH = '', HOME = '' } = process.env;
	return new Promise((resolve) => {
		execFile(
			process.execPath,
			['src/tools/build.ts', folder],
			{ env: { PATH, HOME, CONTENT_DIR: content, ...env }, ...(signal && { signal }) },
			(error, stdout, stderr) =>
				resolve({ code: error ? Number(error.code) || 1 : 0, out: lines(stdout), err: lines(stderr) }),
		);
	});
}

/** The path and the fingerprint of every file below `folder`. */
export async function fingerprint(folder: string): Promise<string[]> {
	const found = await Array.fromAsync(glob('**/*.*', { cwd: folder }));
	return Promise.all(
		found.sort().map(async (file) => {
			const bytes = await readFile(`${folder}/${file}`);
			return `${file} ${createHash('sha256').update(bytes).digest('hex')}`;
		}),
	);
}
