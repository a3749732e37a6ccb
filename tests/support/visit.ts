import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterEach, beforeAll } from 'vitest';
import { startInbox, type Inbox } from './inbox.ts';
import { browserPath, launch } from './browser.ts';
import { serveSite } from './server.ts';
import { originOf, origins, sites } from './sites.ts';

/** What a test may ask of the site it visits. */
export interface Visit {
	/** The address of the site's root, with its base path. */
	readonly url: string;
	/** Where the form's messages arrive. Emptied after every test. */
	readonly inbox: Inbox;
	readonly browser: Browser;
	/** Opens a page of the site as a new visitor. `before` sees the blank page, to listen or to interfere. */
	open(path: string, options?: BrowserContextOptions, before?: (page: Page) => unknown): Promise<Page>;
}

export interface VisitOptions {
	/** The built site to visit. */
	site?: keyof typeof sites;
	/** A browser with windows, which keeps pages for the way back and fetches pages ahead. */
	whole?: boolean;
}

/** The inbox under the address that is built into the pages. */
const atOrigin = (inbox: Inbox): Inbox =>
	Object.create(inbox, {
		origin: { value: origins.form },
		endpoint: { value: `${origins.form}${new URL(inbox.endpoint).pathname}` },
	}) as Inbox;

const siteNames = Object.keys(sites) as (keyof typeof sites)[];

async function openStage(whole: boolean) {
	const inbox = await startInbox({ siteOrigin: origins.site });
	const at = (origin: string, port: number) => `MAP ${new URL(origin).hostname}:80 127.0.0.1:${port}`;
	const servers = siteNames.map(async (name) => {
		const { port } = await serveSite(sites[name].outDir, sites[name].base);
		return at(originOf(name), port);
	});
	const rules = [...(await Promise.all(servers)), at(origins.form, Number(new URL(inbox.endpoint).port))];
	const browser = await launch({
		...(whole && {
			executablePath: browserPath(true),
			ignoreDefaultArgs: ['--disable-back-forward-cache'],
		}),
		args: [`--host-resolver-rules=${rules.join(',')}`],
	});
	return { inbox: atOrigin(inbox), browser };
}

type Stage = Awaited<ReturnType<typeof openStage>>;
/** The servers and the browser of this worker, by whether the browser is a whole one. They end with the worker. */
const stages = new Map<boolean, Promise<Stage>>();

/**
 * Serves a built site with the inbox behind its form, and opens its pages in the browser that all test files of a worker
 * share. Motion is reduced unless a test asks for it, so that a scroll ends where it begins.
 */
export function visitSite({ site = 'fixture', whole = false }: VisitOptions = {}): Visit {
	const url = originOf(site) + sites[site].base;
	let stage: Stage;
	beforeAll(async () => {
		const opening = stages.get(whole) ?? openStage(whole);
		stages.set(whole, opening);
		stage = await opening;
	});
	afterEach(async () => {
		await Promise.all(stage.browser.contexts().map((context) => context.close()));
		stage.inbox.reset();
	});
	return {
		url,
		get inbox() {
			return stage.inbox;
		},
		get browser() {
			return stage.browser;
		},
		async open(path, options = {}, before) {
			const context = await stage.browser.newContext({ reducedMotion: 'reduce', ...options });
			const page = await context.newPage();
			await before?.(page);
			await page.goto(url + path.slice(1));
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

/** Scrolls once through the page, so that all that waits for the view is there, and back to the top. */
export async function seeAll(page: Page): Promise<void> {
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
