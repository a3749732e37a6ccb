import type { Entry } from '../parse.ts';
import type { Finding } from '../problem.ts';
import type { Site } from '../site.ts';
import { checkTarget } from './links.ts';

/** Addresses that changed: an old one is no page of today, and a new one is. So no redirect leads to another. */
export function* redirects({ folder, id, fields }: Entry, site: Site): Iterable<Finding> {
	if (folder || id !== 'redirects' || !fields) return;
	for (const [from, to] of Object.entries(fields.data)) {
		const place = { line: fields.lineOf([from]), field: from };
		if (site.pages.has(from))
			yield { ...place, message: `${from} is a page of the site.`, hint: 'Delete the line, or delete the page.' };
		const wrong = typeof to === 'string' && /^[/#]/.test(to) ? checkTarget(to, '/', site) : undefined;
		if (wrong) yield { ...place, message: wrong[0], hint: wrong[1] };
	}
}
