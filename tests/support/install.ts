import { execFileSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');

/**
 * What `find` finds; where it finds nothing, after Playwright, or apt as root, has installed a browser: `name` is Playwright's
 * name for it, `packages` are Debian's. Throws with what to install where neither can.
 */
export function findOrInstall<T>(find: () => T | undefined, name: string, packages: string[]): T {
	const attempts: [string, string[]][] = [
		[process.execPath, [playwright, 'install', '--with-deps', name]],
		['apt-get', ['update']],
		['apt-get', ['install', '-y', '--no-install-recommends', ...packages]],
	];
	let found = find();
	if (!found) console.log(`No ${name} found: installing it.`);
	for (const [command, words] of found ? [] : attempts)
		try {
			execFileSync(command, words, { stdio: 'ignore', timeout: 300_000 });
			found ??= find();
		} catch {
			// The next one may do.
		}
	if (found) return found;
	const wanted = `npx playwright-core install ${name}, or as root on Debian: apt-get install ${packages.join(' ')}`;
	throw new Error(`There is no ${name} to test with. Install it: ${wanted}`);
}
