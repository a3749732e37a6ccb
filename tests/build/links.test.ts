import { LinkChecker, type LinkResult, LinkState } from 'linkinator';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../src/tools/serve.ts';
import { type BuiltPage, readPages, readRedirects, redirectOf } from '../support/page.ts';
import { serve } from '../support/servers.ts';
import { type SiteName, sites } from '../support/sites.ts';

describe.each(Object.keys(sites) as SiteName[])('the links of the site “%s”', (name) => {
	const { folder, base, env } = sites[name];
	let site: Site;
	let pages: BuiltPage[];
	let inside: LinkResult[];
	let outside: LinkResult[];

	beforeAll(async () => {
		pages = await readPages(folder, name);
		expect(pages.length).toBeGreaterThan(5);
		site = await serve(sites[name]);
		// Pages that stay out of search engines are those that nothing needs to link to: they are starts of their own.
		const unlisted = pages.filter(({ document }) => document.querySelector('meta[name="robots"][content*="noindex"]'));
		const { links } = await new LinkChecker().check({
			path: [site.url, ...unlisted.map(({ path }) => site.url + path.slice(1))],
			recurse: true,
			checkFragments: true,
			// The pages carry the address at which they are published; here they are elsewhere.
			urlRewriteExpressions: [{ pattern: new RegExp(`^${env.SITE_URL}${base}`), replacement: site.url }],
			linksToSkip: (url: string) => Promise.resolve(![site.url, env.SITE_URL].some((own) => url.startsWith(own))),
		});
		inside = links.filter(({ url }) => url.startsWith(site.url));
		// The checker takes every word of a meta tag with a colon behind it for an address: “Accessibility: this site”.
		outside = links.filter(({ url }) => !url.startsWith(site.url) && /^(?:[a-z]+:\/\/|mailto:|tel:)/.test(url));
	});
	afterAll(() => site.close());

	test('lead to pages and anchors that exist', () => {
		const links = pages.flatMap(({ document }) =>
			[...document.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? ''),
		);
		expect(links.filter((href) => href.startsWith(base)).length, 'links to pages').toBeGreaterThan(20);
		expect(links.filter((href) => href.includes('#')).length, 'links to anchors').toBeGreaterThan(20);
		// The checker names an address once a page, whatever its anchor, and every dead anchor.
		expect(inside.length, 'addresses inside').toBeGreaterThan(pages.length);
		const dead = inside.filter(({ state }) => state !== LinkState.OK);
		expect(dead.map(({ url, parent, status }) => `${url} on ${parent ?? '?'}: ${status ?? 'no answer'}`)).toEqual([]);
	});

	test('reach every page', () => {
		const visited = new Set(inside.map(({ url }) => url.replace(/#.*/, '')));
		expect(pages.filter(({ path }) => !visited.has(site.url + path.slice(1))).map(({ path }) => path)).toEqual([]);
	});

	test('lead away from the site only to secure addresses, which `npm run check:links` visits', () => {
		expect(outside.length).toBeGreaterThan(2);
		expect(outside.filter(({ state }) => state !== LinkState.SKIPPED)).toEqual([]);
		const odd = outside.filter(({ url }) => !/^(https:\/\/|mailto:|tel:)/.test(url) && url !== env.FORM_ENDPOINT);
		expect(odd.map(({ url, parent }) => `${url} on ${parent ?? '?'}`)).toEqual([]);
	});

	test('stay below the base path', () => {
		const addresses = pages.flatMap(({ document, name }) =>
			[...document.querySelectorAll('[href], [src], [action], [data-next]')].flatMap((element) =>
				['href', 'src', 'action', 'data-next'].flatMap((attribute) => {
					const value = element.getAttribute(attribute)?.replace(env.SITE_URL, '');
					return value?.startsWith('/') ? [{ value, at: `${name}: ${attribute}="${value}"` }] : [];
				}),
			),
		);
		expect(addresses.length).toBeGreaterThan(20);
		expect(addresses.filter(({ value }) => !value.startsWith(base)).map(({ at }) => at)).toEqual([]);
		// Styles and scripts carry addresses in their text: fonts, and the chunks of the form.
		const inText = pages.flatMap(({ html, name }) =>
			[...html.matchAll(/(?:url\(["']?|["'`])(\/[\w./-]*_astro\/[\w./-]+)/g)].map(([, url = '']) => ({ url, name })),
		);
		expect(inText.length).toBeGreaterThan(0);
		expect(inText.filter(({ url }) => !url.startsWith(base))).toEqual([]);
	});

	test('send old addresses on to a page that exists', async () => {
		const redirects = await readRedirects(folder, name);
		expect(redirects.length).toBeGreaterThan(0);
		for (const redirect of redirects) {
			const target = redirectOf(redirect)?.replace(env.SITE_URL, '') ?? '';
			expect(target, redirect.path).toMatch(new RegExp(`^${base}`));
			expect(
				pages.map(({ path }) => base + path.slice(1)),
				redirect.path,
			).toContain(target.replace(/#.*/, ''));
			expect(redirect.document.querySelector('meta[name="robots"]')?.getAttribute('content'), redirect.path).toMatch(
				/noindex/,
			);
			// For browsers that do not move on by themselves.
			expect(redirect.document.querySelector('a')?.getAttribute('href'), redirect.path).toBe(redirectOf(redirect));
		}
	});

	test('say where they lead', () => {
		const links = pages.flatMap(({ document, name }) =>
			[...document.querySelectorAll('a')].map((link) => ({
				words: (link.getAttribute('aria-label') ?? link.textContent).replace(/\s+/g, ' ').trim(),
				name,
			})),
		);
		expect(links.length).toBeGreaterThan(20);
		expect(
			links.filter(({ words }) => /^(|here|click here|read more|more|learn more|this|link)$/i.test(words)),
		).toEqual([]);
	});
});
