import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { startInbox, type Inbox } from '../../src/tools/inbox.ts';
import type { Site } from '../../src/tools/serve.ts';
import { launch } from '../support/browser.ts';
import { serve } from '../support/servers.ts';
import { own, ports, sites, type TestSite } from '../support/sites.ts';

/** What a test may ask of the site it visits. */
export interface Visit {
	/** The address of the site's root, with its base path. */
	readonly url: string;
	/** Where the form's messages arrive. Emptied after every test. */
	readonly inbox: Inbox;
	/** Opens a page of the site as a new visitor. `before` sees the blank page, to listen or to interfere. */
	open(path: string, options?: BrowserContextOptions, before?: (page: Page) => unknown): Promise<Page>;
}

/**
 * Serves a built site on the port that its pages carry, with the inbox behind its form and one browser, for all tests of a
 * file. Motion is reduced unless a test asks for it, so that a scroll ends where it begins. `by` is for a server of its own.
 */
export function visitSite(built: TestSite = sites.connected, by: (built: TestSite) => Promise<Site> = serve): Visit {
	let browser: Browser;
	let site: Site;
	let inbox: Inbox;
	const opened: { close(): Promise<void> }[] = [];
	beforeAll(async () => {
		const origin = `http://localhost:${ports.site}`;
		const store = own('inbox.jsonl');
		site = await by(built);
		opened.push(site);
		if (!site.url.startsWith(origin)) throw new Error(`Port ${ports.site} is taken.`);
		inbox = await startInbox({ port: ports.inbox, store, siteOrigin: origin });
		opened.push(inbox);
		browser = await launch();
		opened.push(browser);
	});
	afterEach(async () => {
		await Promise.all(browser.contexts().map((context) => context.close()));
		inbox.reset();
	});
	// Also after only some could be opened: what stays would answer in the place of the next file's.
	afterAll(() => Promise.all(opened.map((one) => one.close())));
	return {
		get url() {
			return site.url;
		},
		get inbox() {
			return inbox;
		},
		async open(path, options = {}, before) {
			const context = await browser.newContext({ reducedMotion: 'reduce', ...options });
			const page = await context.newPage();
			await before?.(page);
			await page.goto(site.url + path.slice(1));
			return page;
		},
	};
}

export const phone = { width: 360, height: 740 };
export const desk = { width: 1440, height: 900 };
/** 1280 by 1024 pixels at 400 %. */
export const zoomed = { width: 320, height: 256 };

/** A control by the words on it: a button, or the summary of a disclosure, which has no role of its own. */
export const control = (page: Page, name: string) =>
	page.locator('summary').filter({ hasText: name }).or(page.getByRole('button', { name })).first();

/** Waits until the sections that the page lays out after its first paint have their places and heights. */
export const laidOut = (page: Page) =>
	page.waitForFunction(() =>
		[...document.querySelectorAll('.guide > section > *')].every((part) =>
			part.checkVisibility({ contentVisibilityAuto: true }),
		),
	);

/** Scrolls once through the page, so that all that waits for the view is there, and back to the top. */
export async function seeAll(page: Page): Promise<void> {
	await laidOut(page);
	await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
	const form = page.getByRole('form');
	if ((await form.count()) > 0) {
		await form.scrollIntoViewIfNeeded();
		await page.getByRole('button', { name: 'Clear the form' }).waitFor();
	}
	await page.evaluate(async () => {
		await document.fonts.ready;
		scrollTo(0, 0);
	});
}
