import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { expect, test } from 'vitest';
import { htmlOf } from '../support/site.ts';
import { sites } from '../support/sites.ts';

const { folder } = sites.connected;
/** Bytes of brotli at its best for all scripts that a visitor of the form fetches, from issue 4. */
const budget = 25_000;

/** Every script that a page can fetch: those in its HTML, and what they import, at once or later. */
async function scriptsOf(path: string): Promise<string[]> {
	const html = await htmlOf(folder, path);
	const found = new Set([...html.matchAll(/src="[^"]*\/([\w.-]+\.js)"/g)].map(([, name = '']) => name));
	for (const name of found) {
		const code = await readFile(`${folder}/_astro/${name}`, 'utf8');
		for (const [, other = ''] of code.matchAll(/["'`]([\w./-]+\.js)["'`]/g)) found.add(basename(other));
	}
	return [...found];
}

test.each(['/', '/contact/'])('sends at most 25 kB of scripts for the form on %s', async (path) => {
	const scripts = await scriptsOf(path);
	expect(scripts.join()).toContain('mount');
	const sizes = await Promise.all(
		scripts.map(async (name) => {
			const code = await readFile(`${folder}/_astro/${name}`);
			return brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;
		}),
	);
	const total = sizes.reduce((sum, size) => sum + size, 0);
	expect(total, scripts.map((name, i) => `${name} ${sizes[i]}`).join(', ')).toBeLessThanOrEqual(budget);
	// A walk that finds less than the framework alone has missed something.
	expect(total).toBeGreaterThan(10_000);
});
