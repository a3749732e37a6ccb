import { expect, test } from 'vitest';
import { pagesOf } from '../support/site.ts';
import { sites } from '../support/sites.ts';
import { visitSite } from './setup.ts';
import { tour } from './tour.ts';

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
