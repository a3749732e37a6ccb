import type { Entry } from '../parse.ts';
import { pageOf } from '../site.ts';
import type { Rule } from './index.ts';

/** Fields whose values two files of a folder cannot share. Pages have an order in their menu only. */
const once = ['order', 'title', 'short', 'category', 'name', 'question', 'term', 'shows'];
/** Places that styles and scripts rely on. */
const reserved = /^(field|form|current)-/;

/** What no other file may have, or undefined when there is no such field. */
function keyOf({ folder, fields }: Entry, field: string): string | undefined {
	const value = fields?.data[field];
	if (typeof value !== 'string' && typeof value !== 'number') return undefined;
	const menu = folder === 'pages' && field === 'order' ? String(fields?.data['menu']) : '';
	return [folder, menu, String(value).trim().toLowerCase()].join(' ');
}

/** Two orders or titles, and two places of one id on a page: readers and links end up at the wrong one. */
export const unique: Rule = (entry, { entries, pages }, report) => {
	if (!entry.folder) return;
	for (const field of once) {
		const key = keyOf(entry, field);
		const first = key === undefined ? entry : entries.find((other) => keyOf(other, field) === key);
		const line = entry.fields?.lineOf([field]) ?? 1;
		if (first && first !== entry)
			report({ line, field }, `\`${field}\` is the same as in ${first.file}.`, 'Give each its own.');
	}
	// A section can show the team on the guide.
	for (const page of new Set(['/', pageOf(entry)])) {
		const anchors = pages.get(page) ?? [];
		for (const anchor of anchors.filter((anchor) => anchor.entry === entry)) {
			const { id, line } = anchor;
			const hint = line === 1 ? 'Rename the file.' : 'Use other words here.';
			const first = anchors.find((other) => other.id === id);
			const where = first?.entry ? ` in ${first.entry.file}, line ${first.line}` : '';
			if (first !== anchor) report(anchor, `The page has another place called ${id}${where}.`, hint);
			else if (reserved.test(id)) report(anchor, `The site needs the name ${id} itself.`, hint);
		}
	}
};
