import type { Page } from 'playwright-core';
import { openLinks } from './pages/guide.ts';
import { appointment } from './pages/form.ts';
import { control, phone, type Visit } from './setup.ts';

/** What went wrong while somebody looked at everything, each with the page where it did. */
export interface Incidents {
	violations: string[];
	console: string[];
	/** Requests to anybody but the site itself; the browser was kept from making them. */
	foreign: string[];
	/** How many requests there were to the site itself. */
	own: number;
}

export const nothing = (): Incidents => ({ violations: [], console: [], foreign: [], own: 0 });

/** Uses all that a page offers, and scrolls to its end. Returns how many things there were to use. */
async function useAll(page: Page): Promise<number> {
	const theme = control(page, 'Light or dark');
	let used = 0;
	const click = async (target: ReturnType<Page['locator']>) => {
		await target.click();
		used++;
	};
	await click(control(page, 'Menu'));
	await click(theme);
	await click(theme);
	await page.keyboard.press('Escape');
	await click(control(page, 'Menu'));
	for (const answer of await page.locator('details.choice > summary').all()) await click(answer);
	const terms = await page
		.locator('button.term')
		.evaluateAll((all) => all.map((term) => term.getAttribute('popovertarget')));
	for (const id of new Set(terms)) {
		await click(page.locator(`button.term[popovertarget="${id ?? ''}"]`).first());
		await page.keyboard.press('Escape');
	}
	if (await page.getByRole('navigation', { name: 'On this page' }).count())
		for (const link of await openLinks(page, 'On this page')) await click(link);
	await page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight));
	return used;
}

/** Opens every page of a site in turn, uses all that is there, and reports what a strict policy or a privacy promise forbids. */
export async function tour(visit: Visit, paths: string[]): Promise<Incidents & { used: number }> {
	const found = nothing();
	let used = 0;
	for (const path of paths) {
		const page = await visit.open(path, { viewport: phone }, (blank) =>
			watch(blank, [new URL(visit.url).origin], found),
		);
		used += await useAll(page);
		if (await page.getByRole('form').count()) {
			const form = appointment(page);
			await form.ready();
			await form.send().click();
			await form.summary().waitFor();
		}
		await page.context().close();
	}
	return { ...found, used };
}

/** Notes into `found` what happens on a page that is still blank, and keeps it to `origins`. */
export async function watch(page: Page, origins: string[], found: Incidents): Promise<void> {
	const at = () => new URL(page.url()).pathname;
	await page.exposeFunction('noteViolation', (words: string) => found.violations.push(`${at()}: ${words}`));
	await page.addInitScript(() => {
		addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
			(globalThis as unknown as { noteViolation: (words: string) => void }).noteViolation(
				`${effectiveDirective} ${blockedURI} ${sample}`,
			),
		);
	});
	page.on('console', (message) => {
		if (['error', 'warning'].includes(message.type())) found.console.push(`${at()}: ${message.text()}`);
	});
	page.on('pageerror', (error) => found.console.push(`${at()}: ${error.message}`));
	await page.context().route('**/*', async (route) => {
		const url = route.request().url();
		if (origins.includes(new URL(url).origin)) {
			found.own++;
			return route.continue();
		}
		found.foreign.push(`${at()}: ${url}`);
		return route.abort();
	});
}
