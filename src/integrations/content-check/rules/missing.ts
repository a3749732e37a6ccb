import { requiredPages } from '../../../schemas/page.ts';
import type { Entry } from '../parse.ts';
import type { Finding } from '../problem.ts';
import type { Site } from '../site.ts';

/** Files that the site cannot do without. Astro builds without them, and leaves holes. */
export function* missing({ folder, id }: Entry, { ids }: Site): Iterable<Finding> {
	if (folder || id !== 'guide') return;
	for (const name of ['sections', 'comparison'] as const)
		if (!ids[name].length)
			yield { file: `content/${name}`, line: 1, message: 'The guide needs at least one file here.' };
	const message = 'The site cannot do without this page.';
	for (const page of requiredPages)
		if (!ids.pages.includes(page)) yield { file: `content/pages/${page}.md`, line: 1, message, hint: 'Bring it back.' };
}
