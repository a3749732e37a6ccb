import { expect, test } from 'vitest';
import { headersFile, redirectsFile } from '../../src/integrations/host-files.ts';

/** The rules of a `_headers` file: a path, and the headers for it. */
const rulesOf = (text: string) =>
	new Map(text.split(/\n(?=\/)/).map((rule) => rule.split('\n', 1).concat(rule) as [string, string]));

test('gives a year to each hashed file and to nothing else, so that no missing one is kept', () => {
	const rules = rulesOf(headersFile(['/guide/_astro/a.js', '/guide/_astro/b.css']));
	expect([...rules.keys()]).toEqual(['/*', '/guide/_astro/a.js', '/guide/_astro/b.css']);
	expect([...rules.values()].map((rule) => rule.includes('max-age=31536000, immutable'))).toEqual([false, true, true]);
});

test('stays within the 100 rules that Cloudflare reads, and leaves out pictures first', () => {
	const pictures = Array.from({ length: 300 }, (_, number) => `/_astro/${number}.webp`);
	const rules = rulesOf(headersFile([...pictures, '/_astro/form.js']));
	expect(rules.size).toBe(100);
	expect([...rules.keys()]).toContain('/_astro/form.js');
});

test('puts the old address below the base path, and leaves the new one as Astro has it', () => {
	const redirects = { '/old/': '/guide/#new', '/far/': { destination: 'https://x.example/', status: 301 } };
	expect(redirectsFile('/guide/', redirects)).toBe('/guide/old/ /guide/#new 301\n/guide/far/ https://x.example/ 301\n');
});
