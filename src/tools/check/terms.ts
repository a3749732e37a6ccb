import type { Node } from './markdown.ts';
import type { Entry } from './tree.ts';
import { linesBefore } from './words.ts';

/** Advises where a term stands in the guide, read from its first section to its last, before it is explained. */
export function adviseTerms(entries: Entry[]) {
	const sections = entries.filter(({ folder }) => folder === 'sections');
	const open = new Map<string, RegExp>();
	for (const { folder, id, data } of entries)
		if (folder === 'terms' && typeof data?.['term'] === 'string')
			// Letters such as “LMT” are a term only in capitals.
			open.set(id, new RegExp(`\\b${RegExp.escape(data['term'])}\\b`, /[a-z]/.test(data['term']) ? 'i' : ''));
	for (const { tree, say } of sections.sort((a, b) => Number(a.data?.['order']) - Number(b.data?.['order']))) {
		const read = ({ type, name, value = '', children = [], attributes = [], position }: Node) => {
			if (name === 'Term') open.delete(String(attributes.find((attribute) => attribute.name === 'id')?.value));
			else if (type === 'text')
				for (const [id, pattern] of open) {
					const found = pattern.exec(value);
					if (!found) continue;
					const { 0: words, index } = found;
					open.delete(id);
					const line = (position?.start.line ?? 1) + linesBefore(value, index);
					say(line, `“${words}” stands here before it is explained.`, `Write <Term id="${id}">${words}</Term>.`, {
						level: 'advice',
					});
				}
			if (name !== 'Term' && type !== 'heading') children.forEach(read);
		};
		if (tree) read(tree);
	}
}
