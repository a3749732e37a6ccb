import { describe, expect, test } from 'vitest';
import { checkContent } from '../support/build.ts';
import { siteChecks } from '../support/checks/index.ts';
import { pageAt, readSite } from '../support/page.ts';
import { sites } from '../support/sites.ts';
import { visitSite } from '../support/visit.ts';

/**
 * The check of the site on the sites of the tests: with every feature below a base path, as a clinic launches it (form id and
 * every fact set, at the root), and with as little as there can be.
 */

const visit = visitSite();

describe.each(Object.entries(sites))('the %s site', (_, { content, outDir }) => {
	test('is made of content without errors, also as the workflow asks', async () => {
		const { code, out } = await checkContent(content, '--format', 'github');
		expect(code, out.join('\n')).toBe(0);
	});

	test.each(Object.entries(siteChecks))('%s', async (_, check) => {
		expect(await check(await readSite(outDir), visit.browser)).toEqual([]);
	});
});

test('launches with a form that posts to the service, by the id in clinic.yaml', async () => {
	const { document } = pageAt(await readSite(sites.published.outDir), '/contact/');
	expect(document.querySelector('form')?.getAttribute('action')).toBe('https://formspree.io/f/mqkvzrwt');
});
