import { existsSync } from 'node:fs';
import { firefox, webkit } from 'playwright-core';
import { launch } from '../support/browser.ts';
import { findOrInstall } from '../support/install.ts';
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

const need = (name: keyof typeof packages): Engine => findOrInstall(() => find(name), name, packages[name]);

/** The engines that the site is tested in. */
export const engines = {
	Chromium: async (settings) => byPlaywright(await launch(), settings),
	Firefox: (settings) => need('firefox')(settings),
	WebKit: (settings) => need('webkit')(settings),
} satisfies Record<string, Engine>;
