import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { firefox, webkit } from 'playwright-core';
import { launch } from '../support/browser.ts';
import type { Engine } from './driver.ts';
import { byPlaywright, byPuppeteer } from './pages.ts';
import { byWebDriver } from './webkit.ts';

const firefoxes = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
/** What it takes to drive the WebKit of a Debian. */
const parts = ['bin/WebKitWebDriver', 'bin/xvfb-run', 'bin/stdbuf', 'lib/python3/dist-packages/gi/__init__.py'];
const packages = {
	firefox: ['firefox-esr'],
	webkit: ['webkit2gtk-driver', 'xvfb', 'python3-gi', 'gir1.2-webkit2-4.1'],
};

/** Playwright's own engine where it is installed, else the system's, else undefined. */
function find(name: keyof typeof packages): Engine | undefined {
	const type = { firefox, webkit }[name];
	if (existsSync(type.executablePath())) return async (settings) => byPlaywright(await type.launch(), settings);
	if (name === 'webkit') return parts.every((part) => existsSync(`/usr/${part}`)) ? byWebDriver : undefined;
	const path = firefoxes.find(existsSync);
	return path ? (settings) => byPuppeteer(path, settings) : undefined;
}

/** The same, installed by Playwright or by apt as root if need be. Throws with what to install where neither can. */
function need(name: keyof typeof packages): Engine {
	const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
	const attempts: [string, ...string[]][] = [
		[process.execPath, playwright, 'install', '--with-deps', name],
		['apt-get', 'update'],
		['apt-get', 'install', '-y', '--no-install-recommends', ...packages[name]],
	];
	let engine = find(name);
	for (const [command, ...words] of engine ? [] : attempts)
		try {
			execFileSync(command, words, { stdio: 'ignore', timeout: 300_000 });
			engine ??= find(name);
		} catch {
			// The next one may do.
		}
	if (engine) return engine;
	const wanted = `npx playwright-core install ${name}, or as root on Debian: apt-get install ${packages[name].join(' ')}`;
	throw new Error(`There is no ${name} to test with. Install it: ${wanted}`);
}

/** The engines that the site is tested in. */
export const engines: Record<string, Engine> = {
	Chromium: async (settings) => byPlaywright(await launch(), settings),
	Firefox: (settings) => need('firefox')(settings),
	WebKit: (settings) => need('webkit')(settings),
};
