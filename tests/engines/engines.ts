import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium, firefox, webkit } from 'playwright-core';
import { browserPath } from '../support/browser.ts';
import type { Engine } from './driver.ts';
import { startByPlaywright, startFirefox } from './pages.ts';
import { startWebKit } from './webkit.ts';

/** Where systems keep a Firefox, and what WebKitGTK needs to be driven, as Debian packages them. */
const firefoxes = ['/usr/bin/firefox-esr', '/usr/bin/firefox', '/Applications/Firefox.app/Contents/MacOS/firefox'];
const parts = ['WebKitWebDriver', 'xvfb-run', 'stdbuf'].map((name) => `/usr/bin/${name}`);
const bindings = 'import gi; gi.require_version("Gtk", "3.0"); gi.require_version("WebKit2", "4.1")';
const packages = {
	firefox: ['firefox-esr'],
	webkit: ['webkit2gtk-driver', 'xvfb', 'python3-gi', 'gir1.2-webkit2-4.1'],
};

function runs(command: string, ...words: string[]): boolean {
	try {
		execFileSync(command, words, { stdio: 'ignore', timeout: 300_000 });
		return true;
	} catch {
		return false;
	}
}

const systems = {
	firefox: () => {
		const path = firefoxes.find(existsSync);
		return path && (() => startFirefox(path));
	},
	webkit: () => parts.every(existsSync) && runs('/usr/bin/python3', '-c', bindings) && startWebKit,
};

/**
 * Starts Firefox or WebKit: Playwright's own where it is installed, else the system's. What is not there is installed, by
 * Playwright, or by apt as root. Throws with what to install when nothing helps.
 */
async function start(name: 'firefox' | 'webkit'): Promise<Engine> {
	const type = { firefox, webkit }[name];
	const there = () =>
		existsSync(type.executablePath()) ? () => startByPlaywright(type, type.executablePath(), []) : systems[name]();
	const playwright = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
	const attempts = [
		() => true,
		() => runs(process.execPath, playwright, 'install', '--with-deps', name),
		() => runs('apt-get', 'update') && runs('apt-get', 'install', '-y', '--no-install-recommends', ...packages[name]),
	];
	for (const attempt of attempts) {
		const found = attempt() && there();
		if (found) return found();
	}
	throw new Error(
		`There is no ${name} to test with. Install one: npx playwright-core install ${name}, or on Debian as root: ` +
			`apt-get install ${packages[name].join(' ')}`,
	);
}

/** The engines that the guide is tested in, by their names. */
export const engines: Record<string, () => Promise<Engine>> = {
	Chromium: () => startByPlaywright(chromium, browserPath(), process.getuid?.() === 0 ? ['--no-sandbox'] : []),
	Firefox: () => start('firefox'),
	WebKit: () => start('webkit'),
};
