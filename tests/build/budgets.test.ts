import { describe, expect, test } from 'vitest';
import { budgets } from '../budgets.ts';
import { pagesOf } from '../support/site.ts';
import { sites } from '../support/sites.ts';
import { scriptsOf, weigh, type Weight } from '../support/weigh.ts';

/** What grew, as a table; nothing when all is within its budget. */
function overspent({ path, ...weight }: Weight): string[] {
	const allowed: Record<string, number> = { ...budgets, html: path === '/' ? budgets.guide : budgets.page };
	return Object.entries(weight)
		.filter(([name, spent]) => spent > (allowed[name] ?? 0))
		.map(([name, spent]) => `${path}  ${name}: ${spent} of ${allowed[name] ?? 0}`);
}

describe.each(Object.entries(sites))('the %s site', (_, { folder, base }) => {
	test('keeps every page within its budget', async () => {
		const weights = await Promise.all((await pagesOf(folder)).map((path) => weigh(folder, path, base)));
		expect(weights.length).toBeGreaterThan(6);
		// A scale that reads next to nothing weighs nothing.
		expect(Math.min(...weights.map(({ visit }) => visit))).toBeGreaterThan(15_000);
		expect(weights.flatMap(overspent)).toEqual([]);
	});
});

test.each(['/', '/contact/'])('all scripts for the form on %s are within their budget', async (path) => {
	const scripts = await scriptsOf(sites.connected.folder, path);
	expect(Object.keys(scripts).join()).toContain('mount');
	const total = Object.values(scripts).reduce((sum, size) => sum + size, 0);
	expect(total, JSON.stringify(scripts)).toBeLessThanOrEqual(budgets.form);
	// A walk that finds less than the framework alone has missed something.
	expect(total).toBeGreaterThan(10_000);
});
