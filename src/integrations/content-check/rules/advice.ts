import { requiredPages } from '../../../schemas/page.ts';
import type { Rule } from '../site.ts';

/* What does not stop a build, and may be meant. */

/** A draft is easily forgotten. */
export const draft: Rule = (_entry, _site, report) =>
	report({ line: 1, level: 'advice' }, 'This is a draft and not on the site.', 'To publish it, delete `draft: true`.');

/** The last build decides whether a notice is shown, so that one whose day is past may still stand there. */
export const notice: Rule = ({ folder, id, fields }, _site, report) => {
	if (folder || id !== 'clinic') return;
	const { lastDay } = (fields?.data['notice'] ?? {}) as { lastDay?: unknown };
	const today = new Date().toISOString().slice(0, 10);
	if (!(lastDay instanceof Date) || lastDay.toISOString().slice(0, 10) >= today) return;
	const line = fields?.lineOf(['notice', 'lastDay']) ?? 1;
	report({ line, level: 'advice' }, 'The last day of the notice is past.', 'Delete the notice, or write a new one.');
};

/** No reader finds a page that nothing links to. */
export const unlinked: Rule = ({ folder, id, fields }, { entries }, report) => {
	if (folder !== 'pages' || fields?.data['menu'] || requiredPages.some((page) => page === id)) return;
	const leadsHere = (url = '') => url.replace(/[?#].*/, '') === `/${id}/`;
	if (entries.some((entry) => entry.id !== id && entry.nodes.some(({ node }) => leadsHere(node.url)))) return;
	const hint = 'Write `menu: header` or `menu: footer`, or link to it from a text.';
	report({ line: 1, level: 'advice' }, 'No page links to this one.', hint);
};
