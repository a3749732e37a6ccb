import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checked } from '../support/build-content.ts';
import { launch } from '../support/browser.ts';
import { checkContent } from '../support/build.ts';
import { siteChecks } from '../support/checks/index.ts';
import { readSite, type BuiltSite } from '../support/page.ts';

let site: BuiltSite;
let browser: Browser;
beforeAll(async () => {
	[site, browser] = await Promise.all([readSite(checked.folder), launch()]);
});
afterAll(() => browser.close());

describe('the site', () => {
	test('is made of content without errors', async () => {
		const { code, out } = await checkContent(checked.content);
		expect(code, out.join('\n')).toBe(0);
	});

	test.each(Object.entries(siteChecks))('%s', async (_, check) => {
		expect(await check(site, browser)).toEqual([]);
	});
});
