import type { Browser } from 'playwright-core';
import puppeteer from 'puppeteer-core';
import type { Driver, Settings } from './driver.ts';

interface Message {
	type(): string;
	text(): string;
	location(): { url?: string };
}
/** What Playwright's pages and Puppeteer's have in common. */
interface Page {
	goto(url: string): Promise<unknown>;
	reload(): Promise<unknown>;
	evaluate(expression: string): Promise<unknown>;
	mouse: { click(x: number, y: number): Promise<void> };
	keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
	screenshot(): Promise<Uint8Array>;
	on(event: 'console', hear: (message: Message) => unknown): unknown;
	on(event: 'pageerror', hear: (error: unknown) => unknown): unknown;
	on(event: 'dialog', hear: (dialog: { accept(): Promise<void> }) => unknown): unknown;
}

function driverOf(page: Page, { resize, close }: Pick<Driver, 'resize' | 'close'>): Driver {
	const heard: string[] = [];
	page.on('console', (message) => {
		if (message.type() === 'error') heard.push(`${message.text()} ${message.location().url ?? ''}`);
	});
	page.on('pageerror', (error) => heard.push(String(error)));
	// A page may ask before it lets a reader go, and be gone before the answer arrives.
	page.on('dialog', (dialog) => dialog.accept().catch(() => undefined));
	return {
		goto: (url) => page.goto(url),
		reload: () => page.reload(),
		evaluate: (expression) => page.evaluate(expression),
		click: (x, y) => page.mouse.click(x, y),
		type: (text) => page.keyboard.type(text),
		pressEscape: () => page.keyboard.press('Escape'),
		picture: () => page.screenshot(),
		// What was said before the answer has arrived before it.
		errors: () => page.evaluate('0').then(() => heard),
		resize,
		close,
	};
}

/** A browser that Playwright has started. */
export async function byPlaywright(browser: Browser, settings: Settings): Promise<Driver> {
	const { width, height, dark, still, scripts = true } = settings;
	const page = await browser.newPage({
		viewport: { width, height },
		colorScheme: dark ? 'dark' : 'light',
		reducedMotion: still ? 'reduce' : 'no-preference',
		javaScriptEnabled: scripts,
	});
	return driverOf(page, {
		resize: (width, height) => page.setViewportSize({ width, height }),
		close: () => browser.close(),
	});
}

/** The system's Firefox takes settings when it starts only. One with the same does for the next visitor. */
const firefoxes = new Map<string, ReturnType<typeof puppeteer.launch>>();

/** Ends every Firefox that `byPuppeteer` has started. */
export async function closeFirefoxes(): Promise<void> {
	for (const launched of firefoxes.values()) await (await launched).close();
	firefoxes.clear();
}

/** The system's Firefox, by WebDriver BiDi. `closeFirefoxes` ends it. */
export async function byPuppeteer(executablePath: string, settings: Settings): Promise<Driver> {
	const { width, height, dark, still, scripts = true } = settings;
	const extraPrefsFirefox = {
		'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
		'ui.prefersReducedMotion': still ? 1 : 0,
		// As on a phone: a bar beside the page would take from its width.
		'ui.useOverlayScrollbars': 1,
		'javascript.enabled': scripts,
		// The list of what was sent before would take the next click.
		'browser.formfill.enable': false,
	};
	const key = JSON.stringify(extraPrefsFirefox);
	const launched = firefoxes.get(key) ?? puppeteer.launch({ browser: 'firefox', executablePath, extraPrefsFirefox });
	firefoxes.set(key, launched);
	const context = await (await launched).createBrowserContext();
	const page = await context.newPage();
	const resize = (width: number, height: number) => page.setViewport({ width, height });
	await resize(width, height);
	return driverOf(page as unknown as Page, { resize, close: () => context.close() });
}
