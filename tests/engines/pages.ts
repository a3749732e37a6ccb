import puppeteer from 'puppeteer-core';
import type { BrowserType } from 'playwright-core';
import type { Driver, Engine, Settings } from './driver.ts';

/** What Playwright's pages and Puppeteer's have in common. */
interface Page {
	goto(url: string): Promise<unknown>;
	goBack(): Promise<unknown>;
	reload(): Promise<unknown>;
	evaluate(expression: string): Promise<unknown>;
	mouse: { click(x: number, y: number): Promise<void> };
	keyboard: { press(key: string): Promise<void>; type(text: string): Promise<void> };
	screenshot(): Promise<Uint8Array>;
	on(event: 'console', hear: (message: { type(): string; text(): string }) => unknown): unknown;
	on(event: 'pageerror', hear: (error: unknown) => unknown): unknown;
	on(event: 'dialog', hear: (dialog: { accept(): Promise<void> }) => unknown): unknown;
}

function driverOf(page: Page, resize: Driver['resize'], close: Driver['close']): Driver {
	const heard: string[] = [];
	page.on('console', (message) => message.type() === 'error' && heard.push(message.text()));
	page.on('pageerror', (error) => heard.push(String(error)));
	// A page may ask before it lets a reader go; the page may be gone before the answer arrives.
	page.on('dialog', (dialog) => dialog.accept().catch(() => undefined));
	return {
		goto: (url) => page.goto(url),
		back: () => page.goBack(),
		reload: () => page.reload(),
		evaluate: (expression) => page.evaluate(expression),
		click: (x, y) => page.mouse.click(x, y),
		press: (key) => page.keyboard.press(key),
		type: (text) => page.keyboard.type(text),
		resize,
		picture: () => page.screenshot(),
		// What was said before the answer has arrived before it.
		errors: () => page.evaluate('0').then(() => heard),
		close,
	};
}

/** An engine that Playwright drives: its own, or a Chromium. */
export async function startByPlaywright(type: BrowserType, executablePath: string, args: string[]): Promise<Engine> {
	const browser = await type.launch({ executablePath, args });
	return {
		name: `${type.name()} ${browser.version()}`,
		async open({ width, height, dark, still, scripts = true }) {
			const context = await browser.newContext({
				viewport: { width, height },
				colorScheme: dark ? 'dark' : 'light',
				reducedMotion: still ? 'reduce' : 'no-preference',
				javaScriptEnabled: scripts,
			});
			const page = await context.newPage();
			return driverOf(
				page as unknown as Page,
				(width, height) => page.setViewportSize({ width, height }),
				() => context.close(),
			);
		},
		close: () => browser.close(),
	};
}

/** The system's Firefox by WebDriver BiDi, which takes these settings when it starts only. */
const preferencesOf = ({ dark, still, scripts = true }: Settings) => ({
	'layout.css.prefers-color-scheme.content-override': dark ? 0 : 1,
	'ui.prefersReducedMotion': still ? 1 : 0,
	'javascript.enabled': scripts,
	// As on a phone: a bar beside the page would take from its width.
	'ui.useOverlayScrollbars': 1,
});

export async function startFirefox(executablePath: string): Promise<Engine> {
	const launch = (settings: Settings) =>
		puppeteer.launch({ browser: 'firefox', executablePath, extraPrefsFirefox: preferencesOf(settings) });
	// Most visitors have the same settings, so that one browser, with a new context for each, does for them.
	let browser = await launch({ width: 0, height: 0 });
	let now = '';
	return {
		name: await browser.version(),
		async open(settings) {
			const wanted = JSON.stringify(preferencesOf(settings));
			if (wanted !== now) {
				await browser.close();
				browser = await launch(settings);
				now = wanted;
			}
			const context = await browser.createBrowserContext();
			const page = await context.newPage();
			const resize = (width: number, height: number) => page.setViewport({ width, height });
			await resize(settings.width, settings.height);
			return driverOf(page as unknown as Page, resize, () => context.close());
		},
		close: () => browser.close(),
	};
}
