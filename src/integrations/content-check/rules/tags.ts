import { components } from '../../../schemas/components.ts';
import { brace, type Node, noHtml, plain } from '../markdown.ts';
import type { Entry, Visit } from '../parse.ts';
import { didYouMean, type Finding } from '../problem.ts';
import type { Site } from '../site.ts';
import { checkValues } from './fields.ts';

type Words = { message: string; hint?: string | undefined };

const esm = { message: 'A line that starts with import or export is code.', hint: 'Put another word first.' };
const footnote = { message: 'Footnotes do not work here.', hint: 'Link to the source in the sentence itself.' };

/** A tag of Markdown, where none works. */
function html(text: string): Words {
	if (Object.hasOwn(components, /\w+/.exec(text)?.[0] ?? ''))
		return { message: `Tags such as ${text} work only in files that end in .mdx.`, hint: 'Use plain text.' };
	return { message: `HTML (${text.split('\n')[0]}) is not possible in the text.`, hint: noHtml };
}

/** A tag of MDX: its name, its values, what stands inside it and around it. */
async function* tag(node: Node, parent: Node, { ids }: Site): AsyncGenerator<Words, void> {
	const { name, children = [], attributes = [] } = node;
	if (!name || /^[a-z]/.test(name)) {
		yield html(`<${name ?? ''}>`);
		return;
	}
	if (!Object.hasOwn(components, name)) {
		yield { message: `There is no part <${name}>.`, hint: didYouMean(name, Object.keys(components)) };
		return;
	}
	if (attributes.some(({ name: key, value }) => !key || typeof value === 'object')) {
		yield { message: 'A value stands in curly braces.', hint: 'Put it in straight quotes: points="7, 6, 5".' };
		return;
	}
	const values: Record<string, unknown> = {};
	for (const { name: key = '', value } of attributes) values[key] = value ?? '';
	const schema = components[name as keyof typeof components];
	for await (const { message, hint } of checkValues(schema, values)) yield { message: `<${name}>: ${message}`, hint };
	const term = name === 'Term' ? values['id'] : undefined;
	if (typeof term === 'string' && term && !ids.terms.includes(term))
		yield { message: `There is no file ${term} in content/terms.`, hint: didYouMean(term, ids.terms) };

	const inside = children.map((child) => child.name ?? 'text').join(' and ') || 'nothing';
	if (name === 'Pair' && inside !== 'Spa and Medical')
		yield { message: `<Pair> holds ${inside}.`, hint: 'It holds <Spa>, then <Medical>.' };
	if (/^(Spa|Medical)$/.test(name) && parent.name !== 'Pair')
		yield { message: `<${name}> stands alone.`, hint: 'Put it into a <Pair>.' };
	if (name === 'Asks' && children.length)
		yield { message: '<Asks> has no text inside.', hint: 'Write <Asks spa="…" medical="…" />.' };
	if (name !== 'Asks' && name !== 'Pair' && !plain(node).trim())
		yield { message: `<${name}> is empty.`, hint: 'Write its text inside.' };
}

async function* look({ node, parent }: Visit, site: Site): AsyncIterable<Words> {
	const { type } = node;
	if (type.startsWith('mdxJsx')) yield* tag(node, parent, site);
	if (type === 'mdxjsEsm') yield esm;
	if (/^mdx.*Expression$/.test(type)) yield brace;
	if (type.startsWith('footnote')) yield footnote;
	if (type === 'html' && !node.value?.startsWith('</')) yield html(node.value ?? '');
}

/** Tags, code and HTML: Astro names the file of none, and publishes what is wrong in a tag as it stands. */
export async function* tags({ nodes }: Entry, site: Site): AsyncIterable<Finding> {
	for (const visit of nodes) {
		const { line, column, field } = visit;
		for await (const words of look(visit, site)) yield { line, column, field, ...words };
	}
}
