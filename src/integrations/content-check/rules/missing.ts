import { requiredPages } from '../../../schemas/page.ts';
import type { Entry } from '../parse.ts';
import { at, type Finding } from '../problem.ts';
import type { Site } from '../site.ts';

/** Files that the site cannot do without. Astro builds without them, and leaves holes. */
export function* missing({ folder, id }: Entry, { ids }: Site): Iterable<Finding> {
	if (folder || id !== 'guide') return;
	for (const name of ['sections', 'comparison'] as const)
		if (!ids[name].length)
			yield { ...at({ line: 1 }, ['The guide needs at least one file here.']), file: `content/${name}` };
	for (const page of requiredPages)
		if (!ids.pages.includes(page)) {
			const found = at({ line: 1 }, ['The site cannot do without this page.', 'Bring it back, and not as a draft.']);
			yield { ...found, file: `content/pages/${page}.md` };
		}
}
