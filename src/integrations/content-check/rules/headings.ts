import { plain } from '../markdown.ts';
import type { Rule } from '../site.ts';

/** The highest heading that a text may have: the page around it has the ones above. Biographies and terms have none. */
const topLevel: Record<string, number> = { sections: 3, pages: 2 };

/** Headings form an outline without gaps (WCAG 2.2, 1.3.1): screen readers list them, and people jump by them. */
export const headings: Rule = ({ folder, nodes }, _site, report) => {
	const top = topLevel[String(folder)];
	let level = (top ?? 0) - 1;
	for (const visit of nodes) {
		const { type, depth = 1 } = visit.node;
		if (type !== 'heading' || visit.field !== undefined) continue;
		if (!top) report(visit, 'Headings are not possible here.', 'Use plain paragraphs.');
		else if (depth < top) report(visit, 'The heading is too high for this place.', `Start it with ${'#'.repeat(top)}.`);
		else if (depth > level + 1) report(visit, 'The heading skips a level.', `Start it with ${'#'.repeat(level + 1)}.`);
		if (!plain(visit.node).trim()) report(visit, 'The heading is empty.', 'Write its words, or delete it.');
		level = Math.max(depth, level);
	}
};
