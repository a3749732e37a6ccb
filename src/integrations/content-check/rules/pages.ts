import { requiredPages } from '../../../schemas/page.ts';
import type { Rule } from '../site.ts';

/** What the site cannot do without: Astro builds without it, and leaves holes. */
export const missing: Rule = ({ folder, id }, { ids }, report) => {
	if (folder || id !== 'guide') return;
	const say = (file: string, message: string, hint: string) => report({ line: 1, file }, message, hint);
	for (const name of ['sections', 'comparison'] as const)
		if (!ids[name].length)
			say(`content/${name}`, 'The guide needs at least one file here.', 'Bring one back, and not as a draft.');
	for (const page of requiredPages.filter((page) => !ids.pages.includes(page)))
		say(`content/pages/${page}.md`, 'The site cannot do without this page.', 'Bring it back, and not as a draft.');
};

/** No page takes the place of a file that the site makes itself. */
export const reserved: Rule = ({ folder, id }, _site, report) => {
	if (folder === 'pages' && /^(index|404|500|previews|local-inbox)$/.test(id))
		report({ line: 1 }, `The site needs the name ${id} itself.`, 'Rename the file: prices.md.');
};
