import { components } from '../../schemas/components.ts';
import { checkValues, type Ids } from './fields.ts';
import { type Node, plain } from './markdown.ts';
import { didYouMean } from './problem.ts';
import type { Entry } from './tree.ts';

export const noHtml =
	'Use Markdown in its place: **bold**, *italics*, [words](/contact/), an empty line between paragraphs.';

/** Checks a tag of MDX: its name, its values, what stands inside it and around it. */
export async function checkTag(node: Node, parent: Node, entry: Entry, ids: Ids) {
	const { name, children = [], attributes = [] } = node;
	const { line = 1, column = 1 } = node.position?.start ?? {};
	const say = (message: string, hint?: string) => entry.say(line, message, hint, { column, field: name ?? 'HTML' });
	if (!name || /^[a-z]/.test(name)) {
		say(`HTML (<${name ?? ''}>) is not possible in the text.`, noHtml);
		return;
	}
	if (!Object.hasOwn(components, name)) {
		say(`There is no part <${name}>.`, didYouMean(name, Object.keys(components)));
		return;
	}

	const values = Object.fromEntries(attributes.map((attribute) => [attribute.name, attribute.value ?? '']));
	const schema = components[name as keyof typeof components];
	await checkValues(schema, values, (_path, message, hint) => say(`<${name}>: ${message}`, hint));
	const term = name === 'Term' ? values['id'] : undefined;
	if (typeof term === 'string' && term && !ids.terms.includes(term))
		say(`There is no file ${term} in content/terms.`, didYouMean(term, ids.terms));

	const inside = children.map((child) => child.name ?? 'text').join(' and ') || 'nothing';
	if (name === 'Pair' && inside !== 'Spa and Medical')
		say(`<Pair> holds ${inside}.`, 'It holds <Spa>, then <Medical>.');
	if (/^(Spa|Medical)$/.test(name) && parent.name !== 'Pair') say(`<${name}> stands alone.`, 'Put it into a <Pair>.');
	if (name === 'Asks' && children.length) say('<Asks> has no text inside.', 'Write <Asks spa="…" medical="…" />.');
	if (name !== 'Asks' && name !== 'Pair' && !plain(node).trim()) say(`<${name}> is empty.`, 'Write its text inside.');
}
