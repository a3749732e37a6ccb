import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort } from '../support/server.ts';
import { ask } from './request.ts';
import type { BuiltSite } from './site.ts';

export interface Running {
	origin: string;
	stop: () => Promise<void>;
}
export interface Host {
	/** Serves the site, and may write into `folder` and the site's own. Throws where that cannot be done here. */
	start: (site: BuiltSite, folder: string) => Promise<Running>;
	/** What a check may find, by the name of the check, and the reason. */
	except?: Record<string, [findings: RegExp, reason: string]>;
}
interface Server {
	/** `PORT` in it, and in the files, becomes a free port. */
	command: string[];
	folder: string;
	/** Configuration to write into the folder. */
	files?: Record<string, string>;
	env?: Record<string, string>;
}

/** Ends a process and all that it started, even where it has ended before them. */
async function end(child: ChildProcess): Promise<void> {
	const ended = child.exitCode === null && child.signalCode === null ? once(child, 'exit') : undefined;
	try {
		if (child.pid) process.kill(-child.pid, 'SIGTERM');
	} catch (error) {
		// Nothing is left of the group.
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
	}
	await ended;
}

/** Starts a server and waits, a minute at most, until it answers. Throws with the server's own words where it does not. */
export async function serve({ command, folder, files = {}, env = {} }: Server): Promise<Running> {
	const port = String(await freePort());
	for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text.replaceAll('PORT', port));
	const [program = '', ...words] = command.map((word) => word.replaceAll('PORT', port));
	// A group of its own, so that what it starts ends with it.
	const child = spawn(program, words, { cwd: folder, env: { ...process.env, HOME: folder, ...env }, detached: true });
	let output = '';
	for (const stream of [child.stdout, child.stderr]) stream.on('data', (words: Buffer) => (output += words.toString()));
	const origin = `http://127.0.0.1:${port}`;
	const start = performance.now();
	while (!(await ask(origin, '/robots.txt').catch(() => undefined))) {
		if (child.exitCode !== null || performance.now() - start > 60_000) {
			await end(child);
			throw new Error(`${program} does not serve.\n${output.slice(-3000)}`);
		}
		await wait(100);
	}
	return { origin, stop: () => end(child) };
}

/** Installs a Debian package where `file` is not there: as root, or in CI. Throws with what to do where that cannot be. */
export function installDebian(file: string, name: string): string {
	if (existsSync(file)) return file;
	// On one's own machine nothing is installed with more rights than the command has.
	const asRoot = process.getuid?.() === 0 ? '' : process.env['CI'] ? 'sudo -n ' : undefined;
	const install = `apt-get install -y --no-install-recommends ${name}`;
	if (asRoot === undefined || !existsSync('/usr/bin/apt-get')) throw new Error(`Not installed. On Debian: ${install}`);
	console.log(`Installing ${name}.`);
	// An installed service takes port 80 at once, unless the system seems to be in another run level.
	for (const line of ['apt-get update', install])
		execFileSync('sh', ['-c', `${asRoot}env RUNLEVEL=1 ${line}`], { stdio: ['ignore', 'ignore', 'inherit'] });
	return file;
}

/** The command of an npm package that is too heavy for the project. Installs it, into a folder that git ignores. */
export function installNpm(name: string, version: string, bin = name): string {
	const folder = resolve(`tests/hosts/.engines/${name}`);
	const file = join(folder, 'node_modules/.bin', bin);
	if (!existsSync(file)) {
		console.log(`Installing ${name}.`);
		const flags = ['--ignore-scripts', '--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
		execFileSync('npm', ['i', '--prefix', folder, ...flags, `${name}@${version}`], { stdio: 'inherit' });
	}
	return file;
}
