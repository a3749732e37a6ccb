import { requiredPages } from '../../../schemas/page.ts';
import type { Entry } from '../parse.ts';
import { at, type Finding } from '../problem.ts';
import type { Site } from '../site.ts';

/** Names that the site needs for files of its own. */
const reserved = /^(index|404|500|previews|local-inbox)$/;

/** Pages of one's own: none takes the place of a file of the site, and none is left where no reader finds it. */
export function* pages({ folder, id, fields }: Entry, { entries }: Site): Iterable<Finding> {
	if (folder !== 'pages') return;
	if (reserved.test(id))
		yield at({ line: 1 }, [`The site needs the name ${id} itself.`, 'Rename the file, such as prices.md.']);
	if (fields?.data['menu'] || requiredPages.some((page) => page === id)) return;
	const leadsHere = (url = '') => url.replace(/[?#].*/, '') === `/${id}/`;
	if (entries.some((entry) => entry.id !== id && entry.nodes.some(({ node }) => leadsHere(node.url)))) return;
	const hint = 'Write `menu: header` or `menu: footer`, or link to it from another text.';
	yield { ...at({ line: 1 }, ['No page links to this one.', hint]), level: 'advice' };
}
