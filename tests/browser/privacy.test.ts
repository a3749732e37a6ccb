import { expect, test } from 'vitest';
import { listen } from '../support/checks/browser.ts';
import { readSite } from '../support/page.ts';
import { origins, sites } from '../support/sites.ts';
import { control, phone, seeAll, visitSite } from '../support/visit.ts';
import { appointment } from './pages/form.ts';
import { openLinks } from './pages/guide.ts';

const visit = visitSite();
const { pages } = await readSite(sites.fixture.outDir);

test.each(pages.map(({ path }) => path))('breaks no policy and asks nobody while all of %s is used', async (path) => {
	let heard: string[] = [];
	let count = 0;
	const page = await visit.open(path, { viewport: phone }, async (blank) => {
		heard = await listen(blank, [origins.site]);
	});
	const click = async (target: ReturnType<typeof control>) => {
		await target.click();
		count++;
	};
	await click(control(page, 'Menu'));
	for (let theme = 0; theme < 3; theme++) await click(control(page, 'Light or dark'));
	await click(control(page, 'Menu'));
	for (const answer of await page.locator('details.choice > summary').all()) await click(answer);
	for (const term of await page.locator('button[popovertarget]:visible').all()) {
		await click(term);
		await page.keyboard.press('Escape');
	}
	const sections = path === '/' ? (await openLinks(page, 'sections')).length : 0;
	for (let i = 0; i < sections; i++) {
		await (await openLinks(page, 'sections'))[i]?.click();
		count++;
	}
	await seeAll(page);
	if (await page.getByRole('form').count()) {
		await click(appointment(page).send());
		await appointment(page).summary().waitFor();
	}
	expect(count).toBeGreaterThan(4);
	expect(heard).toEqual([]);
	expect(visit.inbox.requests).toEqual([]);
});

test('asks the form service, and nobody else, once the form is sent', async () => {
	let heard: string[] = [];
	const page = await visit.open('/contact/', { viewport: phone }, async (blank) => {
		heard = await listen(blank, [origins.site]);
	});
	const form = appointment(page);
	await form.ready();
	await form.fill({ name: 'Ada', email: 'ada@example.com' });
	expect(heard).toEqual([]);
	await form.send().click();
	await form.sent().waitFor();
	expect([...new Set(heard)]).toEqual([`foreign: ${visit.inbox.endpoint}`]);
	expect(await page.context().cookies()).toEqual([]);
});
