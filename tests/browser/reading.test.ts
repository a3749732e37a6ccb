import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { pagesOf } from '../support/site.ts';
import { sites, type SiteName } from '../support/sites.ts';
import { isInSight, openLinks } from './pages/guide.ts';
import { desk, laidOut, phone, seeAll, visitSite } from './setup.ts';

/** Everything that goes wrong while a page loads and is read. */
function listen(page: Page): { requests: string[]; troubles: string[] } {
	const [requests, troubles]: [string[], string[]] = [[], []];
	page.on('console', (message) => /error|warning/.test(message.type()) && troubles.push(message.text()));
	page.on('pageerror', (error) => troubles.push(error.message));
	page.on('request', (request) => requests.push(request.url()));
	page.on('requestfailed', (request) => troubles.push(`${request.url()} failed`));
	page.on('response', (answer) => answer.status() >= 400 && troubles.push(`${answer.url()}: ${answer.status()}`));
	return { requests, troubles };
}

describe.each(Object.keys(sites) as SiteName[])('the site “%s”', async (name) => {
	const visit = visitSite(sites[name]);
	const pages = await pagesOf(sites[name].folder);

	test.each(pages)('loads %s without an error and from its own origin alone', async (path) => {
		let heard = { requests: [] as string[], troubles: [] as string[] };
		const page = await visit.open(path, {}, (page) => (heard = listen(page)));
		await seeAll(page);
		await page.waitForLoadState('networkidle');
		expect(heard.troubles).toEqual([]);
		expect(heard.requests).toContain(visit.url + path.slice(1));
		expect(heard.requests.filter((address) => !address.startsWith(visit.url))).toEqual([]);
		expect(visit.inbox.requests).toEqual([]);
	});

	test.each([phone, desk])('leads from the list of contents to every section at $width px', async (viewport) => {
		// With motion, as most people read.
		const page = await visit.open('/', { viewport, reducedMotion: 'no-preference' });
		const links = await openLinks(page, 'On this page');
		expect(links.length).toBeGreaterThan(5);
		for (const link of links) {
			const fragment = new URL((await link.getAttribute('href')) ?? '', page.url()).hash;
			await link.click();
			expect(new URL(page.url()).hash).toBe(fragment);
			const heading = page.locator(fragment).getByRole('heading', { level: 2 }).first();
			await expect.poll(() => isInSight(heading), { message: `${fragment} is in sight` }).toBe(true);
		}
	});

	test.each([true, false])(
		'leads from the menu on a phone to every page it names, scripts: %s',
		async (javaScriptEnabled) => {
			const page = await visit.open('/', { viewport: phone, javaScriptEnabled });
			const count = (await openLinks(page, 'Site')).length;
			expect(count).toBeGreaterThan(1);
			for (let i = 0; i < count; i++) {
				await page.goto(visit.url);
				const link = (await openLinks(page, 'Site'))[i];
				const target = await link?.evaluate((link) => (link as HTMLAnchorElement).href);
				await link?.click();
				await page.waitForURL(target ?? '');
				const heading = new URL(page.url()).hash || 'main';
				expect(await page.locator(heading).getByRole('heading').first().isVisible()).toBe(true);
			}
		},
	);

	test('answers an unknown address with the page that says so', async () => {
		const page = await visit.open('/no/such/page/');
		expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/not|no /i);
		await page.getByRole('main').getByRole('link').first().click();
		await page.waitForURL((url) => !url.pathname.includes('/no/such/'));
		expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
	});
});

describe('a page that lays out last what is far from the view', () => {
	const visit = visitSite();
	/** Whether the last section has its place and height already. */
	const isWhole = (page: Page) =>
		page
			.locator('.guide > section > h2')
			.last()
			.evaluate((heading) => heading.checkVisibility({ contentVisibilityAuto: true }));

	test('saves that work until it has been painted', async () => {
		const page = await visit.open('/', { viewport: phone }, (page) => page.route('**/*.js', (route) => route.abort()));
		expect(await isWhole(page)).toBe(false);
		await page.getByRole('heading', { level: 2 }).last().scrollIntoViewIfNeeded();
		await expect.poll(() => isWhole(page)).toBe(true);
	});

	test('does it then without being scrolled', async () => {
		const page = await visit.open('/', { viewport: phone });
		await laidOut(page);
		expect(await isWhole(page)).toBe(true);
		expect(await page.evaluate(() => scrollY)).toBe(0);
	});

	test('leads to a section at once, although nothing on the way there has its height yet', async () => {
		const options = { viewport: phone, reducedMotion: 'no-preference' } as const;
		const page = await visit.open('/', options, (page) => page.route('**/*.js', (route) => route.abort()));
		const links = await openLinks(page, 'On this page');
		expect(links.length).toBeGreaterThan(5);
		for (const link of links.reverse()) {
			const fragment = (await link.getAttribute('href')) ?? '';
			await page.evaluate(() => scrollTo(0, 0));
			await link.click();
			expect(await isInSight(page.locator(`${fragment} > h2`)), fragment).toBe(true);
		}
	});

	test.each(['#what-to-expect', '#appointment'])('keeps to %s, where a link led', async (fragment) => {
		const page = await visit.open(`/${fragment}`, { viewport: phone });
		const top = () => page.locator(`${fragment} > h2`).evaluate((heading) => heading.getBoundingClientRect().top);
		const before = await top();
		expect(before).toBeLessThan(phone.height / 2);
		await laidOut(page);
		expect(Math.abs((await top()) - before)).toBeLessThan(2);
	});

	test('comes back to where its reader was', async () => {
		const page = await visit.open('/', { viewport: phone });
		await laidOut(page);
		await page.locator('#choosing-for-you > h2').scrollIntoViewIfNeeded();
		for (const away of [() => page.reload(), () => page.goto(`${visit.url}team/`).then(() => page.goBack())]) {
			const top = () =>
				page.locator('#choosing-for-you > h2').evaluate((heading) => heading.getBoundingClientRect().top);
			const before = await top();
			await away();
			await laidOut(page);
			await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(phone.height / 4);
		}
	});
});
