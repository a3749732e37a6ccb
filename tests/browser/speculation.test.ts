import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { browserPath, launch } from '../support/browser.ts';
import { desk, visitSite } from './setup.ts';

const visit = visitSite();
let browser: Browser;
beforeAll(async () => {
	browser = await launch({ executablePath: browserPath(true) });
});
afterAll(() => browser.close());

test('has the next page before the click is over', async () => {
	const page = await browser.newPage({ viewport: desk });
	await page.goto(visit.url);
	await page.getByRole('link', { name: 'Therapists' }).click();
	await page.waitForURL('**/team/');
	const how = await page.evaluate(() => {
		const [navigation] = performance.getEntriesByType('navigation');
		return (navigation as unknown as { deliveryType: string }).deliveryType;
	});
	expect(how).toBe('navigational-prefetch');
});
