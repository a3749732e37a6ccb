import { existsSync, globSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse, readSite } from '../support/page.ts';
import { sites } from '../support/sites.ts';

/* The editor on the published site. `clinic.yaml` of the fixture names a repository at GitHub. */

const { outDir: folder } = sites.published;

test('is a page of its own that robots stay away from, and that may talk to GitHub alone', async () => {
	const { head } = parse(await readFile(`${folder}/edit/index.html`, 'utf8'));
	expect(head.querySelector('meta[name=robots]')?.getAttribute('content')).toBe('noindex');
	const policies = head.querySelectorAll('meta[http-equiv=content-security-policy]');
	const rules =
		policies[0]
			?.getAttribute('content')
			?.split(';')
			.map((rule) => rule.trim()) ?? [];
	expect(policies).toHaveLength(1);
	expect(rules.filter((rule) => rule.startsWith('connect-src'))).toEqual([
		"connect-src 'self' blob: data: https://api.github.com",
	]);
	expect(rules.filter((rule) => rule.includes('//'))).toHaveLength(1);
	expect(rules).toContain("default-src 'none'");
	expect(await readFile(`${folder}/sitemap.xml`, 'utf8')).not.toContain('/edit/');
	expect(await readFile(`${folder}/llms.txt`, 'utf8')).not.toContain('/edit/');
	expect(globSync('edit/**/*.md', { cwd: folder })).toEqual([]);
});

test('saves to the repository that the facts name', async () => {
	const scripts = globSync('edit/assets/index-*.js', { cwd: folder });
	const code = await Promise.all(scripts.map((script) => readFile(`${folder}/${script}`, 'utf8')));
	expect(code.join('')).toContain('hillside-massage/guide');
});

test('adds nothing to the pages of visitors but links', async () => {
	const { pages } = await readSite(folder);
	expect(pages.length).toBeGreaterThan(5);
	for (const { html, path } of pages) {
		const others = html.replace(/<a href="\/edit\/#[^>]*>/g, '');
		expect(others.includes('/edit/'), path).toBe(false);
		expect(others.includes('api.github.com'), path).toBe(false);
	}
});

test('is not there when the facts name no repository', () => {
	expect(existsSync(`${sites.bare.outDir}/index.html`)).toBe(true);
	expect(existsSync(`${sites.bare.outDir}/edit`)).toBe(false);
});
