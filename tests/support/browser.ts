import { existsSync } from 'node:fs';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import { findOrInstall } from './install.ts';

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
export const browserArgs = [
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
 * The path of a Chromium: `CHROME_PATH`, Playwright's, the system's; else it is installed. `whole` is for what only a browser
 * with windows does, such as keeping pages alive for the way back. Throws when there is none.
 */
export const browserPath = (whole = false): string => findOrInstall(() => find(whole), 'chromium', ['chromium']);

export const launch = (options: LaunchOptions = {}): Promise<Browser> =>
	chromium.launch({ executablePath: browserPath(), ...options, args: [...browserArgs, ...(options.args ?? [])] });
