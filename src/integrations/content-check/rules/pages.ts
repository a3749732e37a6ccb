import { requiredPages } from '../../../schemas/page.ts';
import type { Entry } from '../parse.ts';
import { at, type Finding, type Words } from '../problem.ts';
import type { Site } from '../site.ts';

/** Names that the site needs for files of its own. */
const reserved = /^(index|404|500|previews|local-inbox)$/;
const noFile: Words = ['The guide needs at least one file here.', 'Bring one back, and not as a draft.'];
const noPage: Words = ['The site cannot do without this page.', 'Bring it back, and not as a draft.'];
const unlinked: Words = [
	'No page links to this one.',
	'Write `menu: header` or `menu: footer`, or link to it from a text.',
];

/** What the site cannot do without: Astro builds without it, and leaves holes. */
export function* missing({ folder, id }: Entry, { ids }: Site): Iterable<Finding> {
	if (folder || id !== 'guide') return;
	for (const name of ['sections', 'comparison'] as const)
		if (!ids[name].length) yield { ...at({ line: 1 }, noFile), file: `content/${name}` };
	for (const page of requiredPages)
		if (!ids.pages.includes(page)) yield { ...at({ line: 1 }, noPage), file: `content/pages/${page}.md` };
}

/** Pages of one's own: none takes the place of a file of the site, and none is left where no reader finds it. */
export function* pages({ folder, id, fields }: Entry, { entries }: Site): Iterable<Finding> {
	if (folder !== 'pages') return;
	if (reserved.test(id))
		yield at({ line: 1 }, [`The site needs the name ${id} itself.`, 'Rename the file: prices.md.']);
	if (fields?.data['menu'] || requiredPages.some((page) => page === id)) return;
	const leadsHere = (url = '') => url.replace(/[?#].*/, '') === `/${id}/`;
	const isLinked = entries.some((entry) => entry.id !== id && entry.nodes.some(({ node }) => leadsHere(node.url)));
	if (!isLinked) yield { ...at({ line: 1 }, unlinked), level: 'advice' };
}
