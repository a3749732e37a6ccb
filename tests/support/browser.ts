import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';

/** Where a system keeps a browser when it was not Playwright that installed it. The first has no windows and starts faster. */
const shell = '/usr/bin/chromium-headless-shell';
const usual = [
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
	'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** Quiet and reproducible: no background traffic, and no sandbox only where the system refuses one to root. */
const args = [
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-quic',
	'--no-first-run',
	...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
];

const find = (whole: boolean) =>
	[process.env['CHROME_PATH'], chromium.executablePath(), ...(whole ? [] : [shell]), ...usual].find(
		(path) => path && existsSync(path),
	);

/**
 * The path of a Chromium: `CHROME_PATH`, Playwright's, the system's; else it is installed, by Playwright or by apt. `whole`
 * is for what only a browser with windows does, such as keeping pages alive for the way back. Throws when there is none.
 */
export function browserPath(whole = false): string {
	const found = find(whole);
	if (found) return found;
	console.log('No browser found: installing Chromium.');
	const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
	const attempts: [string, string[]][] = [
		[process.execPath, [playwright, 'install', '--with-deps', 'chromium']],
		['apt-get', ['update']],
		['apt-get', ['install', '-y', '--no-install-recommends', 'chromium']],
	];
	for (const [command, words] of attempts) {
		try {
			execFileSync(command, words, { stdio: 'ignore', timeout: 300_000 });
		} catch {
			continue;
		}
		const installed = find(whole);
		if (installed) return installed;
	}
	throw new Error('No browser. Install Chromium or Chrome, or set CHROME_PATH to one.');
}

export const launch = (options: LaunchOptions = {}): Promise<Browser> =>
	chromium.launch({ executablePath: browserPath(), ...options, args: [...args, ...(options.args ?? [])] });
