import type { Node } from './markdown.ts';
import type { Entry } from './tree.ts';
import { linesBefore } from './words.ts';

/** Advises where a term stands in the guide, read from its first section to its last, before it is explained. */
export function adviseTerms(entries: Entry[]) {
	const orderOf = ({ fields }: Entry) => Number(fields?.data?.['order']);
	const sections = entries.filter(({ folder }) => folder === 'sections');
	const open = new Map<string, RegExp>();
	for (const { folder, id, fields } of entries) {
		const term = fields?.data?.['term'];
		// Letters such as “LMT” are a term only in capitals.
		if (folder === 'terms' && typeof term === 'string')
			open.set(id, new RegExp(`\\b${RegExp.escape(term)}\\b`, /[a-z]/.test(term) ? 'i' : ''));
	}
	for (const { tree, say } of sections.sort((a, b) => orderOf(a) - orderOf(b))) {
		const read = ({ type, name, value = '', children = [], attributes = [], position }: Node) => {
			if (name === 'Term') open.delete(String(attributes.find((attribute) => attribute.name === 'id')?.value));
			for (const [id, pattern] of type === 'text' ? open : []) {
				const { 0: words, index = 0 } = pattern.exec(value) ?? {};
				if (!words) continue;
				open.delete(id);
				const line = (position?.start.line ?? 1) + linesBefore(value, index);
				const hint = `Write <Term id="${id}">${words}</Term>.`;
				say(line, `“${words}” stands here before it is explained.`, hint, { level: 'advice' });
			}
			if (name !== 'Term' && type !== 'heading') children.forEach(read);
		};
		if (tree) read(tree);
	}
}
