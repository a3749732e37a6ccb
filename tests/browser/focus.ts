import type { JSHandle, Page } from 'playwright-core';
import type { Pair } from './color.ts';

/** Where Tab has come to. */
export interface Stop extends Pair {
	/** Its place among the elements to reach, -1 when it is none of them. */
	index: number;
	/** Width of the ring around it in CSS pixels, 0 when there is none. */
	ring: number;
	/** What covers its middle, undefined when nothing does and it is in the window. */
	cover?: string | undefined;
}

/** What Tab has to reach, in the order of the document: a group of radio buttons is one stop, at the chosen one. */
export const reachable = (page: Page): Promise<JSHandle<HTMLElement[]>> =>
	page.evaluateHandle(() => {
		const kinds = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]';
		return [...document.querySelectorAll<HTMLElement>(kinds)].filter((element) => {
			if (element.matches('[tabindex="-1"], :disabled') || !element.checkVisibility({ visibilityProperty: true }))
				return false;
			return !(element instanceof HTMLInputElement) || element.type !== 'radio' || element.checked;
		});
	});

/** The elements by the words a user would call them by. */
export const namesOf = (elements: JSHandle<HTMLElement[]>): Promise<string[]> =>
	elements.evaluate((all) =>
		all.map((element) => {
			const label = (element as HTMLInputElement).labels?.[0]?.textContent ?? element.textContent;
			return `${element.localName} “${(element.ariaLabel ?? label).trim().replace(/\s+/g, ' ').slice(0, 40)}”`;
		}),
	);

/** Presses Tab and says where it led; undefined when it left the page. */
export async function tab(page: Page, elements: JSHandle<HTMLElement[]>): Promise<Stop | undefined> {
	await page.keyboard.press('Tab');
	return elements.evaluate((all) => {
		const element = document.activeElement;
		if (!element || element === document.body) return undefined;
		const style = getComputedStyle(element);
		const grounds: string[] = [];
		for (let at = element.parentElement; at; at = at.parentElement) grounds.push(getComputedStyle(at).backgroundColor);
		const line = [...element.getClientRects()].find(({ width }) => width > 0) ?? element.getBoundingClientRect();
		// The middle of the part that is in the window.
		const middle = (from: number, to: number, end: number) => (Math.max(from, 0) + Math.min(to, end)) / 2;
		const hit = document.elementFromPoint(
			middle(line.left, line.right, innerWidth),
			middle(line.top, line.bottom, innerHeight),
		);
		const clear = hit && (element.contains(hit) || hit.closest('label')?.control === element);
		return {
			index: all.indexOf(element as HTMLElement),
			ring: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
			front: style.outlineColor,
			grounds,
			cover: clear ? undefined : (hit?.outerHTML.slice(0, 60) ?? 'outside the window'),
		};
	});
}
