import { expect, test } from 'vitest';
import { desk, visitSite } from '../support/visit.ts';

const visit = visitSite({ whole: true });

test('has the next page before the click is over', async () => {
	const page = await visit.open('/', { viewport: desk });
	await page.getByRole('link', { name: 'Therapists' }).click();
	await page.waitForURL('**/team/');
	const how = await page.evaluate(() => {
		const [navigation] = performance.getEntriesByType('navigation');
		return (navigation as unknown as { deliveryType: string }).deliveryType;
	});
	expect(how).toBe('navigational-prefetch');
});
