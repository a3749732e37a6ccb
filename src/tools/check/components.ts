import { components } from '../../schemas/components.ts';
import { checkValues, type Ids } from './fields.ts';
import { type Node, plain } from './markdown.ts';
import { didYouMean } from './problem.ts';
import type { Entry } from './tree.ts';

const markdownFor: Record<string, string> = {
	a: '[words](https://example.org)',
	b: '**bold**',
	strong: '**bold**',
	i: '*italics*',
	em: '*italics*',
	br: 'an empty line for a new paragraph',
	img: '![what it shows](./picture.jpg)',
};

/** What to write in place of an HTML tag. */
export const insteadOf = (tag: string) => `Write ${markdownFor[tag.toLowerCase()] ?? 'Markdown'} in its place.`;

/** Checks a tag of MDX: its name, its values, what stands inside it and around it. */
export async function checkTag(node: Node, parent: Node, entry: Entry, ids: Ids) {
	const { name } = node;
	const { line = 1, column = 1 } = node.position?.start ?? {};
	const say = (message: string, hint?: string) =>
		entry.say(line, message, hint, { column, ...(name ? { field: name } : {}) });
	if (!name || /^[a-z]/.test(name))
		return say(`HTML (<${name ?? ''}>) is not possible in the text.`, insteadOf(name ?? ''));
	if (!Object.hasOwn(components, name))
		return say(`There is no part <${name}>.`, didYouMean(name, Object.keys(components)));
	const schema = components[name as keyof typeof components];
	const values = Object.fromEntries(
		(node.attributes ?? []).map((attribute) => [attribute.name, attribute.value ?? '']),
	);
	await checkValues(schema, values, (_path, message, hint) => say(`<${name}>: ${message}`, hint));
	if (name === 'Term' && typeof values['id'] === 'string' && values['id'] && !ids.terms.includes(values['id']))
		say(`There is no file ${values['id']} in content/terms.`, didYouMean(values['id'], ids.terms));
	if (name === 'Pair') {
		const inside = (node.children ?? []).map((child) => child.name ?? 'text').join(' and ');
		if (inside !== 'Spa and Medical')
			say(`<Pair> holds ${inside || 'nothing'}.`, 'It holds one <Spa> and, after it, one <Medical>.');
	} else if ((name === 'Spa' || name === 'Medical') && parent.name !== 'Pair')
		say(`<${name}> stands alone.`, 'Put it into a <Pair>.');
	else if (name === 'Asks' && node.children?.length)
		say('<Asks> has no text inside.', 'Write <Asks spa="…" medical="…" />.');
	else if (name !== 'Asks' && !plain(node).trim()) say(`<${name}> is empty.`, `Write its text before </${name}>.`);
}
