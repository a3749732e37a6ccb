import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { fitPolicy } from '../../src/tools/hosts/policy.ts';
import { type BuiltPage, builtPages, readPages } from '../support/page.ts';
import { ports, sites } from '../support/sites.ts';

let pages: BuiltPage[];
beforeAll(async () => {
	pages = await builtPages();
	expect(pages.length).toBeGreaterThan(10);
});

const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const policyOf = ({ document }: Pick<BuiltPage, 'document'>) => {
	const [meta, ...others] = document.querySelectorAll('meta[http-equiv="content-security-policy"]');
	expect(others).toEqual([]);
	const text = meta?.getAttribute('content') ?? '';
	return new Map(text.split(';').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1)]));
};
const inlined = ({ document }: BuiltPage, kind: string) =>
	[...document.querySelectorAll(kind)].map(({ textContent }) => hash(textContent));

describe('the policy of every page', () => {
	test('stands above all that it governs', () => {
		for (const { name, document } of pages)
			expect(
				[...document.head.children].slice(0, 2).map((element) => element.outerHTML.slice(0, 24)),
				name,
			).toEqual(['<meta charset="utf-8">', '<meta http-equiv="conten']);
	});

	test('allows nothing by default, nothing unsafe, and no other base', () => {
		for (const page of pages) {
			const policy = policyOf(page);
			expect(policy.get('default-src'), page.name).toEqual(["'none'"]);
			expect(policy.get('base-uri'), page.name).toEqual(["'none'"]);
			expect(policy.get('require-trusted-types-for'), page.name).toEqual(["'script'"]);
			expect(policy.get('trusted-types'), page.name).toEqual(["'none'"]);
			expect(page.html, page.name).not.toMatch(/'unsafe-|'strict-dynamic'/);
		}
	});

	test('knows by their hashes exactly the scripts and styles within the page, and the files beside it', () => {
		for (const page of pages) {
			const { document } = page;
			const loaded = (selector: string) => (document.querySelector(selector) ? ["'self'"] : []);
			expect(document.querySelectorAll('style').length, page.name).toBeLessThan(2);
			const scripts = inlined(page, 'script:not([src], [type="application/ld+json"])');
			expect(scripts.length).toBeGreaterThan(0);
			const sorted = (list: string[] = []) => [...new Set(list)].sort();
			expect(sorted(policyOf(page).get('script-src')), page.name).toEqual(
				sorted([...scripts, ...loaded('script[src]')]),
			);
			expect(sorted(policyOf(page).get('style-src')), page.name).toEqual(
				sorted([...inlined(page, 'style'), ...loaded('[rel=stylesheet]')]),
			);
		}
	});

	test('allows the form service where the form is, and nobody else anywhere', async () => {
		const service = `http://localhost:${ports.inbox}`;
		const forms = new Set<boolean>();
		for (const page of [...(await readPages(sites.connected.folder, 'connected')), ...pages]) {
			const form = page.document.querySelector('form') !== null;
			forms.add(form);
			const allowed = ["'self'", ...(form ? [service] : [])];
			const policy = policyOf(page);
			expect(policy.get('connect-src'), page.name).toEqual(allowed);
			expect(policy.get('form-action'), page.name).toEqual(allowed);
			const outside = [...policy.values()].flat().filter((source) => source.includes(':'));
			expect(
				outside.filter((source) => source !== service || !form),
				page.name,
			).toEqual([]);
		}
		expect(forms.size).toBe(2);
	});

	test('fits into one line of a host’s file of headers, together with those of all pages', async () => {
		for (const { folder } of Object.values(sites)) {
			const lines = (await readFile(`${folder}/_headers`, 'utf8')).split('\n');
			expect(lines.some((line) => line.includes('Content-Security-Policy: default-src'))).toBe(true);
			// Cloudflare takes 2,000 characters.
			expect(lines.filter((line) => line.length > 2000)).toEqual([]);
		}
	});

	test('leaves the site without style attributes and handlers, which it would ignore', () => {
		for (const { name, document } of pages) {
			const written = [...document.querySelectorAll('*')].flatMap((element) => element.getAttributeNames());
			expect(
				written.filter((attribute) => /^(style|on.+)$/.test(attribute)),
				name,
			).toEqual([]);
		}
	});

	test('is not given to a script that nobody meant to be there', () => {
		const { html = '' } = pages[0] ?? {};
		const smuggled = html.replace('</main>', '<script>alert(1)</script></main>');
		expect(smuggled).not.toBe(html);
		expect(() => fitPolicy(smuggled)).toThrow('not in its policy');
		expect(fitPolicy(html)).toBe(html);
	});
});
