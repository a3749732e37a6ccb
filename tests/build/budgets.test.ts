import { expect, test } from 'vitest';
import { pageAt, readSite } from '../support/page.ts';
import { sites } from '../support/sites.ts';
import { scriptsOf, weigh } from '../support/weigh.ts';

/**
 * What code may add to a page, in bytes on the wire (text as brotli 11, fonts as they are), measured on the fixture: the
 * weight of the words is the editors'.
 */
const budgets = { script: 1_500, fonts: 9_216, blocking: 0, requests: 5, visit: 28_000 } as const;
const code = { guide: 9_600, other: 6_700 } as const;
/** All scripts that somebody who uses the form fetches. */
const form = 20_000;

const site = await readSite(sites.published.outDir);

test('adds at most its budget of bytes to the words of each page', async () => {
	const rows = await Promise.all(site.pages.map(async (page) => ({ path: page.path, ...(await weigh(site, page)) })));
	console.table(rows);
	// A scale that reads next to nothing weighs nothing.
	for (const { words, html, visit } of rows) expect(Math.min(words, html - words, visit - html)).toBeGreaterThan(100);
	const over = rows.flatMap((row) => {
		const allowed = { ...budgets, code: row.path === '/' ? code.guide : code.other };
		return Object.entries(allowed).flatMap(([name, most]) => {
			const spent = row[name as keyof typeof allowed];
			return spent > most ? [`${row.path} ${name}: ${spent} of ${most}`] : [];
		});
	});
	expect(over).toEqual([]);
});

test('brings the form with at most its budget of scripts', async () => {
	const scripts = await scriptsOf(site, pageAt(site, '/contact/'));
	const total = Object.values(scripts).reduce((sum, size) => sum + size, 0);
	expect(total, JSON.stringify(scripts)).toBeLessThanOrEqual(form);
	// A walk that finds less than the framework alone has missed something.
	expect(total).toBeGreaterThan(10_000);
});
