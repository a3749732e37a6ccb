import axe, { type AxeResults, type RunOptions } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { BuiltSite } from '../page.ts';
import { serveSite } from '../server.ts';
import { seeAll } from '../visit.ts';

const standard: RunOptions = {
	resultTypes: ['violations'],
	runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
};

/** What to look at: a selector, or lists of selectors in lists. */
type Context = string | { include: string[][]; exclude: string[][] };
interface Axe {
	run(context: Context, options: RunOptions): Promise<AxeResults>;
}

/** What axe finds on the page as it stands, one line a finding. Throws when it has looked at nothing. */
export async function axeFindings(
	page: Page,
	options: RunOptions = standard,
	within: Context = 'html',
): Promise<string[]> {
	await page.evaluate(axe.source);
	const { violations, passes } = await page.evaluate(
		([within, options]) => (globalThis as unknown as { axe: Axe }).axe.run(within, options),
		[within, options] as const,
	);
	if (passes.length + violations.length === 0)
		throw new Error(`axe found nothing to look at in ${JSON.stringify(within)}.`);
	return violations.flatMap(({ id, help, nodes }) => nodes.map(({ target }) => `${id}: ${help}: ${target.join(' ')}`));
}

/** How far the page is wider than its window, and what sticks out of it. */
export const sideways = (page: Page): Promise<string[]> =>
	page.evaluate(() => {
		const root = document.documentElement;
		const all = [...document.querySelectorAll<HTMLElement>('body *')].filter((element) => element.checkVisibility());
		if (all.length < 5) return ['The page shows nothing.'];
		const wide = all.filter((element) => element.getBoundingClientRect().right > root.clientWidth + 0.5);
		const excess = root.scrollWidth - root.clientWidth;
		// What is cut off at the window's edge can't be scrolled to, and is no better.
		const isCut = [root, document.body].some((element) => /hidden|clip/.test(getComputedStyle(element).overflowX));
		if (excess <= 0 && !isCut) return [];
		const names = wide.slice(0, 5).map((at) => `${at.localName} “${at.textContent.trim().slice(0, 30)}”`);
		return [`${excess} px too wide${isCut ? ', and cut off' : ''}: ${names.join(', ')}`];
	});

/** Collects what goes wrong on a page that is still blank: policy violations, errors, failed and foreign requests. */
export async function listen(page: Page, allowed: string[]): Promise<string[]> {
	const found: string[] = [];
	await page.exposeFunction('noteViolation', (words: string) => found.push(words));
	await page.addInitScript(() => {
		addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
			(globalThis as unknown as { noteViolation: (words: string) => void }).noteViolation(
				`policy: ${effectiveDirective} ${blockedURI} ${sample}`,
			),
		);
	});
	// What the policy forbids is heard of as an event, and said in the console once more.
	page.on('console', (message) => {
		if (/error|warning/.test(message.type()) && !message.text().includes('Content Security Policy'))
			found.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => found.push(`error: ${error.message}`));
	page.on('response', (answer) => answer.status() >= 400 && found.push(`${answer.status()}: ${answer.url()}`));
	page.on('request', (request) => {
		if (!allowed.includes(new URL(request.url()).origin)) found.push(`foreign: ${request.url()}`);
	});
	return found;
}

/** What a theme or a width can change: the rest of axe has the same to say of both looks. */
const ofLooks: RunOptions = {
	runOnly: {
		type: 'rule',
		values: ['color-contrast', 'link-in-text-block', 'target-size', 'scrollable-region-focusable'],
	},
};
const looks = [
	{ colorScheme: 'dark', width: 1280, options: ofLooks },
	{ colorScheme: 'light', width: 360, options: standard },
] as const;

/** Every page in a browser: axe in both themes, policy, errors, requests, and no sideways scroll. */
export async function inBrowser({ folder, base, pages }: BuiltSite, browser: Browser): Promise<string[]> {
	const server = await serveSite(folder, base);
	const visit = async (path: string) => {
		const context = await browser.newContext({ viewport: { width: 360, height: 800 }, reducedMotion: 'reduce' });
		const page = await context.newPage();
		const found = await listen(page, [new URL(server.url).origin]);
		await page.goto(server.url + path.slice(1));
		await seeAll(page);
		for (const { colorScheme, width, options } of looks) {
			await page.emulateMedia({ colorScheme });
			await page.setViewportSize({ width, height: 800 });
			found.push(...(await axeFindings(page, options)).map((finding) => `${colorScheme} at ${width} px: ${finding}`));
		}
		for (const width of [320, ...looks.map(({ width }) => width)]) {
			await page.setViewportSize({ width, height: 800 });
			found.push(...(await sideways(page)).map((finding) => `at ${width} px: ${finding}`));
		}
		await context.close();
		return [...new Set(found)].map((finding) => `${path} ${finding}`);
	};
	const found: string[] = [];
	try {
		for (const { path } of pages) found.push(...(await visit(path)));
	} finally {
		await server.close();
	}
	return found;
}
