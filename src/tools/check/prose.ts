import { dirname } from 'node:path';
import { components } from '../../schemas/components.ts';
import { checkTag, noHtml } from './components.ts';
import { checkPicture, type Ids } from './fields.ts';
import { checkLinkText, checkTarget } from './links.ts';
import { type Node, plain } from './markdown.ts';
import type { Entry } from './tree.ts';
import { checkWords, linesBefore, sentences } from './words.ts';

/** The highest heading that a text may have: the page around it has the ones above. Biographies and terms have none. */
const topHeading: Record<string, number> = { sections: 3, pages: 2 };

/** What holds words without holding paragraphs. */
const blocks = new Set(['paragraph', 'heading', 'tableCell']);

/** Checks the text of a file, or of one field of it (`field`), which starts at `firstLine`. */
export async function checkProse(tree: Node, entry: Entry, ids: Ids, firstLine = 1, field?: string) {
	const top = topHeading[entry.folder ?? ''];
	let level = (top ?? 0) - 1;

	async function check(node: Node, parent: Node) {
		const { type, depth = 0, url = '', children = [] } = node;
		const line = (node.position?.start.line ?? 1) + firstLine - 1;
		const more = field ? { field } : { column: node.position?.start.column ?? 1 };
		const say = (message: string, hint?: string) => entry.say(line, message, hint, more);
		const text = plain(node).trim();
		if (type.startsWith('mdxJsx')) await checkTag(node, parent, entry, ids);
		if (type === 'mdxjsEsm') say('A line that starts with import or export is code.', 'Put another word first.');
		if (type.startsWith('footnote')) say('Footnotes do not work here.', 'Link to the source in the sentence itself.');
		if (type === 'html' && !text.startsWith('</')) {
			const isPart = Object.hasOwn(components, /\w+/.exec(text)?.[0] ?? '');
			if (isPart) say(`Tags such as ${text} work only in files that end in .mdx.`, 'Use plain text.');
			else say(`HTML (${text.split('\n')[0]}) is not possible in the text.`, noHtml);
		}
		if (type === 'heading' && !field) {
			if (!top) say('Headings are not possible here.', 'Use plain paragraphs.');
			else if (depth < top) say('The heading is too high for this place.', `Start it with ${'#'.repeat(top)} or more.`);
			else if (depth > level + 1) say('The heading skips a level.', `Start it with ${'#'.repeat(level + 1)}.`);
			if (!text) say('The heading is empty.', 'Write its words, or delete it.');
			level = Math.max(depth, level);
		}
		if (type === 'link')
			for (const wrong of [checkLinkText(text), checkTarget(url, entry, ids)]) if (wrong) say(...wrong);
		if (type === 'image') {
			if (!node.alt?.trim())
				say('The picture has no words for people who cannot see it.', 'Write ![what it shows](./a.jpg).');
			const wrong = field ? 'Pictures are not possible here.' : await checkPicture(dirname(entry.path), url);
			if (wrong) say(wrong);
		}
		const stray = type === 'text' ? (node.value?.search(/\]\s?\(|\*\*|\]\[/) ?? -1) : -1;
		if (stray >= 0) {
			const at = line + linesBefore(node.value ?? '', stray);
			entry.say(at, 'A link or bold text is not written right here.', 'Write [words](/contact/) and **bold**.', more);
		}
		const isBlock = type === 'mdxJsxFlowElement' ? children.some((child) => child.type === 'text') : blocks.has(type);
		if (isBlock) checkWords(entry, plain(node), line, field);
		if (type === 'paragraph' && !field) entry.paragraphs.push({ text: plain(node), line });
		for (const { value } of node.attributes ?? []) if (typeof value === 'string') checkWords(entry, value, line);
		for (const child of children) await check(child, node);
	}
	for (const node of tree.children ?? []) await check(node, tree);

	if (entry.folder !== 'terms' || field) return;
	const [first, second] = tree.children ?? [];
	const line = first?.position?.start.line ?? 1;
	if (second || !first?.children?.every(({ type }) => type === 'text'))
		entry.say(line, 'An explanation is one paragraph of plain text.', 'Remove links, lists and bold text.');
	else if (sentences(plain(first)).length > 2)
		entry.say(line, 'An explanation has one or two sentences.', 'Shorten it.');
}
