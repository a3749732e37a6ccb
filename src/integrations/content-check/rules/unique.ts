import type { Entry } from '../parse.ts';
import type { Anchor, Rule } from '../site.ts';

/** Fields whose values two files of a folder cannot share. Pages have an order in their menu only. */
const once = ['order', 'title', 'short', 'category', 'name', 'question', 'term', 'shows'];
/** Places that styles and scripts rely on. */
const reserved = /^(field|form|current)-/;

/** What no other file may have, or undefined when there is no such field. */
function keyOf({ folder, fields }: Entry, field: string): string | undefined {
	const value = fields?.data[field];
	if (!folder || (typeof value !== 'string' && typeof value !== 'number')) return undefined;
	const menu = folder === 'pages' && field === 'order' ? String(fields?.data['menu']) : '';
	return [folder, menu, String(value).trim().toLowerCase()].join(' ');
}

/** Two orders or titles, and two places of one id on a page: readers and links end up at the wrong one. */
export const unique: Rule = ({ folder, id }, { entries, pages }, report) => {
	// All files at once, so that their number does not count twice.
	if (folder || id !== 'guide') return;
	for (const field of once)
		for (const [key, [first, ...others]] of Map.groupBy(entries, (entry) => keyOf(entry, field)))
			for (const { file, fields } of key && first ? others : []) {
				const line = fields?.lineOf([field]) ?? 1;
				report({ file, line, field }, `\`${field}\` is the same as in ${first?.file}.`, 'Give each its own.');
			}
	for (const anchors of pages.values())
		for (const [id, [first, ...others]] of Map.groupBy(anchors, (anchor) => anchor.id)) {
			const where = first?.entry ? ` in ${first.entry.file}, line ${first.line}` : '';
			const say = ({ entry, line }: Anchor, message: string) => {
				const hint = line === 1 ? 'Rename the file.' : 'Use other words here.';
				if (entry) report({ file: entry.file, line }, message, hint);
			};
			for (const anchor of others) say(anchor, `The page has another place called ${id}${where}.`);
			if (first && reserved.test(id)) say(first, `The site needs the name ${id} itself.`);
		}
};
