import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { checkContent } from '../../src/tools/check/index.ts';

const content = join(mkdtempSync(join(tmpdir(), 'redirects-')), 'content');
beforeAll(() => cpSync('tests/fixtures/content', content, { recursive: true }));
afterAll(() => rmSync(join(content, '..'), { recursive: true }));

const problemsOf = async (yaml: string) => {
	writeFileSync(join(content, 'redirects.yaml'), yaml);
	const found = await checkContent(content);
	return found.filter(({ level }) => level === 'error').map(({ file, line, message }) => `${file}:${line} ${message}`);
};

describe('the check of redirects.yaml', () => {
	test.each([
		[
			'old addresses to pages, anchors and other sites',
			'/old/: /contact/\n/a/b.c/: /#two-kinds\n/Shop/: https://x.example/',
		],
		['no address at all', '# None yet.\n'],
	])('accepts %s', async (_, yaml) => {
		expect(await problemsOf(yaml)).toEqual([]);
	});

	test.each([
		[
			'a page that does not exist',
			'/a/: /contact/\n/old/: /contcat/',
			/redirects\.yaml:2 The site has no page \/contcat\//,
		],
		['an anchor that does not exist', '/old/: /#nothing', /:1 The page \/ has no place #nothing/],
		['a page of today as the old address', '/old/: /\n\n/team/: /', /:3 \/team\/ is a page of the site/],
		['a chain', '/one/: /two/\n/two/: /contact/', /:1 The site has no page \/two\//],
		['a circle', '/one/: /two/\n/two/: /one/', /:1 The site has no page \/two\//],
		['itself', '/one/: /one/', /:1 The site has no page \/one\//],
		['the same address twice', '/one/: /\n/one/: /contact/', /:2 `\/one\/` stands here twice/],
		['an old address without slashes', 'old: /contact/', /:1 .*starts and ends with a slash/],
		['an old address that is a pattern', '/[slug]/: /contact/', /:1 .*starts and ends with a slash/],
		['a new address that is no address', '/old/: contact', /:1 A new address is a page/],
		['an empty new address', '/old/:', /:1 .*empty/],
	])('refuses %s', async (_, yaml, message) => {
		expect((await problemsOf(yaml)).join('\n')).toMatch(message);
	});

	test('misses the file when it is gone', async () => {
		rmSync(join(content, 'redirects.yaml'));
		expect((await checkContent(content)).map(({ message }) => message)).toContain('redirects.yaml is missing.');
	});
});

describe('the list of redirects', () => {
	test('is what a host needs: below the base path, in order', async () => {
		vi.stubEnv('BASE_PATH', '/guide');
		vi.stubEnv('CONTENT_DIR', content);
		vi.resetModules();
		writeFileSync(join(content, 'redirects.yaml'), '/old/: /contact/\n/far/: https://x.example/');
		const { readRedirects } = await import('../../src/data/redirects.ts');
		expect(readRedirects()).toEqual([
			{ from: '/guide/old/', to: '/guide/contact/' },
			{ from: '/guide/far/', to: 'https://x.example/' },
		]);
		vi.unstubAllEnvs();
	});
});
