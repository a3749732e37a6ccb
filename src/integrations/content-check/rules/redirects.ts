import { follow, oldAddress } from '../../../schemas/redirects.ts';
import type { Entry } from '../parse.ts';
import { at, type Finding } from '../problem.ts';
import type { Site } from '../site.ts';
import { checkTarget } from './links.ts';

/** Addresses that changed: an old one is no page of today, and what it leads to in the end is one. */
export function* redirects({ folder, id, fields }: Entry, site: Site): Iterable<Finding> {
	if (folder || id !== 'redirects' || !fields) return;
	const list = Object.entries(fields.data).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
	for (const [from, next] of list) {
		const place = { line: fields.lineOf([from]), field: from };
		const to = follow(Object.fromEntries(list), from);
		if (from !== '/' && site.pages.has(oldAddress(from)))
			yield at(place, [`${from} is a page of the site.`, 'Delete the line, or delete the page.']);
		// Of a chain only the last line is wrong.
		const wrong = to === next && /^[/#]/.test(to) ? checkTarget(to, '/', site) : undefined;
		if (wrong) yield at(place, wrong);
	}
}
