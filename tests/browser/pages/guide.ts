import type { Locator, Page } from 'playwright-core';
import { control } from '../../support/visit.ts';

/** The links of the site's menu, or those to the sections: beside the text on a wide screen, else folded into the menu. */
export async function openLinks(page: Page, list: 'Site' | 'sections'): Promise<Locator[]> {
	const links = page.locator(list === 'Site' ? 'nav[aria-label="Site"] ul a:visible' : 'nav ol a:visible');
	if (!(await links.count())) await control(page, 'Menu').click();
	await links.first().waitFor();
	return links.all();
}

/** Whether the heading is in the window as a whole, with nothing above it: asked at the middle of its first line. */
export const isInSight = (heading: Locator): Promise<boolean> =>
	heading.evaluate((heading) => {
		const range = document.createRange();
		range.selectNodeContents(heading);
		const box = heading.getBoundingClientRect();
		const line = [...range.getClientRects()].find(({ width }) => width > 0) ?? box;
		const hit = document.elementFromPoint(line.left + line.width / 2, line.top + line.height / 2);
		return box.top >= 0 && line.bottom <= innerHeight && !!hit && (heading.contains(hit) || hit.contains(heading));
	});
