import { components } from '../../schemas/components.ts';
import { checkTag, insteadOf } from './components.ts';
import { checkPicture, type Ids } from './fields.ts';
import { checkLinkText, checkTarget } from './links.ts';
import { type Node, plain } from './markdown.ts';
import type { Entry } from './tree.ts';
import { adviseLength, checkWords, sentences } from './words.ts';

/** The highest heading that a text may have: the page around it has the ones above. Biographies and terms have none. */
const topHeading = { sections: 3, pages: 2 } as Record<string, number | undefined>;

/** Checks the text of a file, or of one field of it (`field`), which starts at `firstLine`. */
export async function checkProse(tree: Node, entry: Entry, ids: Ids, firstLine = 1, field?: string) {
	const top = topHeading[entry.folder ?? ''];
	let level = (top ?? 0) - 1;

	async function check(node: Node, parent: Node) {
		const line = (node.position?.start.line ?? 1) + firstLine - 1;
		const say = (message: string, hint?: string) =>
			entry.say(line, message, hint, field ? { field } : { column: node.position?.start.column ?? 1 });
		const text = plain(node).trim();
		if (node.type.startsWith('mdxJsx')) await checkTag(node, parent, entry, ids);
		else if (node.type === 'mdxjsEsm')
			say('A line cannot start with import or export: that is code.', 'Put another word first.');
		else if (node.type.startsWith('footnote'))
			say('Footnotes do not work here.', 'Link to the source in the sentence itself.');
		else if (node.type === 'html') {
			const tag = /^<\/?([\w-]*)/.exec(text)?.[1] ?? '';
			if (Object.hasOwn(components, tag)) say(`<${tag}> works only in files that end in .mdx.`, 'Use plain text.');
			else if (!text.startsWith('</'))
				say(`HTML (${text.split('\n')[0]}) is not possible in the text.`, insteadOf(tag));
		} else if (node.type === 'heading' && !field) {
			const marks = '#'.repeat(top ?? 0);
			if (!top) say('Headings are not possible here.', 'Use plain paragraphs.');
			else if ((node.depth ?? 0) < top)
				say(`The heading is too high for this place.`, `Start it with ${marks} or more.`);
			else if ((node.depth ?? 0) > level + 1)
				say(`The heading skips a level.`, `Start it with ${'#'.repeat(level + 1)}.`);
			if (!text) say('The heading is empty.', 'Write its words, or delete it.');
			level = Math.max(node.depth ?? 0, level);
		} else if (node.type === 'link') {
			const words = checkLinkText(text, node.url ?? '');
			if (words) say(words, 'Say what the reader finds there: [training and licenses](/#training-and-licenses).');
			const target = words && /^www\./.test(text) ? undefined : checkTarget(node.url ?? '', entry, ids);
			if (target) say(...target);
		} else if (node.type === 'image') {
			if (!node.alt?.trim())
				say('The picture has no words for people who cannot see it.', 'Write ![what it shows](./picture.jpg).');
			const wrong = field ? 'Pictures are not possible here.' : await checkPicture(entry, node.url ?? '');
			if (wrong) say(wrong);
		}
		const block =
			node.children?.some(({ type }) => type === 'text') &&
			!['link', 'strong', 'emphasis', 'delete'].includes(node.type);
		if (block && node.type !== 'mdxJsxTextElement') {
			const words = plain(node);
			checkWords(entry, words, line, field);
			if (node.type === 'paragraph' && !field) adviseLength(entry, words, line);
		}
		if (node.type === 'text' && /\]\s?\(|\*\*|\]\[/.test(node.value ?? ''))
			say(
				'A link or bold text is not written right here.',
				'Write [words](/contact/) and **bold**, without spaces inside the signs.',
			);
		for (const { value } of node.attributes ?? []) if (typeof value === 'string') checkWords(entry, value, line);
		for (const child of node.children ?? []) await check(child, node);
	}
	for (const node of tree.children ?? []) await check(node, tree);

	if (entry.folder !== 'terms' || field) return;
	const isPlain = tree.children?.length === 1 && tree.children[0]?.children?.every(({ type }) => type === 'text');
	if (!isPlain)
		entry.say(
			tree.children?.[0]?.position?.start.line ?? 1,
			'An explanation is one paragraph of plain text.',
			'Remove links, lists and bold text.',
		);
	else if (sentences(plain(tree)).length > 2)
		entry.say(tree.children?.[0]?.position?.start.line ?? 1, 'An explanation has one or two sentences.', 'Shorten it.');
}
