import { plain } from '../markdown.ts';
import type { Entry } from '../parse.ts';
import type { Finding } from '../problem.ts';

/** The highest heading that a text may have: the page around it has the ones above. Biographies and terms have none. */
const topLevel: Record<string, number> = { sections: 3, pages: 2 };

/** Headings form an outline without gaps (WCAG 2.2, 1.3.1): screen readers list them, and people jump by them. */
export function* headings({ folder = '', nodes }: Entry): Iterable<Finding> {
	const top = topLevel[folder];
	let level = (top ?? 0) - 1;
	for (const { node, line, column, field } of nodes) {
		if (node.type !== 'heading' || field !== undefined) continue;
		const depth = node.depth ?? 1;
		const place = { line, column };
		if (!top) yield { ...place, message: 'Headings are not possible here.', hint: 'Use plain paragraphs.' };
		else if (depth < top)
			yield { ...place, message: 'The heading is too high for this place.', hint: `Start it with ${'#'.repeat(top)}.` };
		else if (depth > level + 1)
			yield { ...place, message: 'The heading skips a level.', hint: `Start it with ${'#'.repeat(level + 1)}.` };
		if (!plain(node).trim())
			yield { ...place, message: 'The heading is empty.', hint: 'Write its words, or delete it.' };
		level = Math.max(depth, level);
	}
}
