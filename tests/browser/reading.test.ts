import { describe, expect, test } from 'vitest';
import { sites } from '../support/sites.ts';
import { readSite, pageAt } from '../support/page.ts';
import { desk, phone, visitSite } from '../support/visit.ts';
import { isInSight, openLinks } from './pages/guide.ts';

const visit = visitSite();
const guide = pageAt(await readSite(sites.fixture.outDir), '/').document;
const sections = [...guide.querySelectorAll('.guide > section')].map(({ id }) => `#${id}`);

describe.each([phone, desk])('at $width px', (viewport) => {
	test('leads from the list of contents to every section', async () => {
		expect(sections.length).toBeGreaterThan(2);
		// With motion, as most people read.
		const page = await visit.open('/', { viewport, reducedMotion: 'no-preference' });
		const links = await openLinks(page, 'sections');
		const places = links.map(async (link) => new URL((await link.getAttribute('href')) ?? '', page.url()).hash);
		expect(await Promise.all(places)).toEqual(sections);
		for (const [i, hash] of sections.entries()) {
			await (await openLinks(page, 'sections'))[i]?.click();
			const heading = page.locator(hash).getByRole('heading', { level: 2 }).first();
			await expect.poll(() => isInSight(heading), { message: `${hash} is in sight` }).toBe(true);
		}
	});

	test.each(sections)('opens at %s for who comes by a link from elsewhere', async (hash) => {
		const page = await visit.open(`/${hash}`, { viewport });
		const heading = page.locator(hash).getByRole('heading', { level: 2 }).first();
		await expect.poll(() => isInSight(heading)).toBe(true);
	});
});

test('comes back to where its reader was, after a reload and from another page', async () => {
	const page = await visit.open('/', { viewport: phone });
	const heading = page.locator(`${sections[1] ?? ''} > h2`).first();
	await heading.scrollIntoViewIfNeeded();
	const top = () => heading.evaluate((heading) => heading.getBoundingClientRect().top);
	for (const away of [() => page.reload(), () => page.goto(`${visit.url}team/`).then(() => page.goBack())]) {
		const before = await top();
		await away();
		await expect.poll(async () => Math.abs((await top()) - before)).toBeLessThan(phone.height / 4);
	}
});

test.each([true, false])('leads from the menu on a phone to every page it names, scripts: %s', async (scripts) => {
	const page = await visit.open('/', { viewport: phone, javaScriptEnabled: scripts });
	const count = (await openLinks(page, 'Site')).length;
	expect(count).toBeGreaterThan(1);
	for (let i = 0; i < count; i++) {
		await page.goto(visit.url);
		const link = (await openLinks(page, 'Site'))[i];
		const target = await link?.evaluate((link) => (link as HTMLAnchorElement).href);
		await link?.click();
		await page.waitForURL(target ?? '');
		const place = new URL(page.url()).hash || 'main';
		expect(await page.locator(place).getByRole('heading').first().isVisible()).toBe(true);
	}
});

test('answers an unknown address with the page that says so, and leads home from it', async () => {
	const page = await visit.open('/no/such/page/');
	// The first link of its own; the clinic's news may hold one above.
	await page.locator('main .prose').getByRole('link').first().click();
	await page.waitForURL(visit.url);
	expect(await page.getByRole('heading', { level: 1 }).isVisible()).toBe(true);
});
