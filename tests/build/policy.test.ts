import { describe, expect, test } from 'vitest';
import { readSite, type BuiltPage } from '../support/page.ts';
import { origins, sites } from '../support/sites.ts';

/** The content security policy of the built pages. That nothing on them breaks it, the check of the site sees in a browser. */

const [fixture, published, bare] = await Promise.all(
	[sites.fixture, sites.published, sites.bare].map(({ outDir }) => readSite(outDir)),
);
const pages = [...(fixture?.pages ?? []), ...(published?.pages ?? []), ...(bare?.pages ?? [])];

const policyOf = ({ document }: BuiltPage) => {
	const text = document.querySelector('meta[http-equiv="content-security-policy"]')?.getAttribute('content') ?? '';
	return new Map(text.split(';').map((part) => [part.trim().split(' ')[0] ?? '', part.trim().split(' ').slice(1)]));
};

describe('the policy of every page', () => {
	test('stands above all that it governs', () => {
		expect(pages.length).toBeGreaterThan(20);
		for (const { path, document } of pages)
			expect(
				[...document.head.children].slice(0, 2).map((element) => element.outerHTML.slice(0, 24)),
				path,
			).toEqual(['<meta charset="utf-8">', '<meta http-equiv="conten']);
	});

	test('allows nothing by default, nothing unsafe, no other base, and only hashed scripts within the page', () => {
		for (const page of pages) {
			const policy = policyOf(page);
			expect(policy.get('default-src'), page.path).toEqual(["'none'"]);
			expect(policy.get('base-uri'), page.path).toEqual(["'none'"]);
			expect(policy.get('require-trusted-types-for'), page.path).toEqual(["'script'"]);
			expect(
				policy.get('script-src')?.every((source) => /^'(self|sha256-.*)'$/.test(source)),
				page.path,
			).toBe(true);
			expect([...policy.values()].flat().filter((source) => /unsafe|\*|^data:|^https?:$/.test(source))).toEqual([]);
		}
	});

	test.each([
		['the endpoint of the build', fixture, origins.form],
		['the service that the form id names', published, 'https://formspree.io'],
		['nobody', bare, undefined],
	])('lets a page with a form send to %s, and no other page', (_, site, service) => {
		const forms = site?.pages.filter(({ document }) => document.querySelector('form')) ?? [];
		expect(forms.length > 0).toBe(service !== undefined);
		for (const page of site?.pages ?? []) {
			const allowed = ["'self'", ...(service && forms.includes(page) ? [service] : [])];
			expect(policyOf(page).get('connect-src'), page.path).toEqual(allowed);
			expect(policyOf(page).get('form-action'), page.path).toEqual(allowed);
		}
	});
});
