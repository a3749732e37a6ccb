import { expect, test } from 'vitest';
import { pagesOf } from '../support/site.ts';
import { sites } from '../support/sites.ts';
import { appointment } from './pages/form.ts';
import { phone, visitSite } from './setup.ts';
import { nothing, tour, watch } from './tour.ts';

const visit = visitSite();

test('asks nobody but its own host for anything before the form is sent, and breaks no policy', async () => {
	const pages = await pagesOf(sites.connected.folder);
	const { used, own, ...found } = await tour(visit, pages);
	expect(pages.length).toBeGreaterThan(5);
	expect(used).toBeGreaterThan(50);
	expect(own).toBeGreaterThan(pages.length);
	expect(found).toEqual({ violations: [], console: [], foreign: [] });
	expect(visit.inbox.requests).toEqual([]);
});

test('asks the form service, and nobody else, once the form is sent', async () => {
	const found = nothing();
	const page = await visit.open('/contact/', { viewport: phone }, (blank) =>
		watch(blank, [new URL(visit.url).origin], found),
	);
	const form = appointment(page);
	await form.ready();
	await form.fill({ name: 'Ada', email: 'ada@example.com' });
	expect(found.foreign).toEqual([]);
	await form.send().click();
	await expect.poll(() => found.foreign).toEqual([`${new URL(visit.url).pathname}contact/: ${visit.inbox.endpoint}`]);
});
