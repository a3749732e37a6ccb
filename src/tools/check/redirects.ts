import type { Ids } from './fields.ts';
import { checkTarget, pagePaths } from './links.ts';
import type { Entry } from './tree.ts';
import type { Fields } from './yaml.ts';

/**
 * Checks the addresses that changed: an old one is no page of today, and a new one is. So a redirect never leads to another
 * one, and none can go in a circle.
 */
export function checkRedirects(entry: Entry, { data, lineOf }: Fields, ids: Ids) {
	for (const [from, to] of Object.entries((data ?? {}) as Record<string, unknown>)) {
		const line = lineOf([from]);
		if (pagePaths(ids).includes(from))
			entry.say(line, `${from} is a page of the site.`, 'Delete the line, or delete the page.', { field: from });
		const wrong = typeof to === 'string' && /^[/#]/.test(to) ? checkTarget(to, entry, ids) : undefined;
		if (wrong) entry.say(line, ...wrong, { field: from });
	}
}
