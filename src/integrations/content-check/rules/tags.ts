import { components } from '../../../schemas/components.ts';
import { brace, type Node, noHtml, plain } from '../markdown.ts';
import type { Entry } from '../parse.ts';
import { at, didYouMean, type Finding, type Words } from '../problem.ts';
import type { Site } from '../site.ts';
import { checkValues } from './fields.ts';

const esm: Words = ['A line that starts with import or export is code.', 'Put another word first.'];
const footnote: Words = ['Footnotes do not work here.', 'Link to the source in the sentence itself.'];
const braces: Words = ['A value stands in curly braces.', 'Put it in straight quotes: points="7, 6, 5".'];

/** A tag of Markdown, where none works. */
function html(text: string): Words {
	if (Object.hasOwn(components, /\w+/.exec(text)?.[0] ?? ''))
		return [`Tags such as ${text} work only in the files of sections.`, 'Use plain text.'];
	return [`HTML (${text.split('\n')[0]}) is not possible in the text.`, noHtml];
}

/** What stands inside a tag and around it. */
function checkPlace(node: Node, parent: Node): Words[] {
	const { name, children = [] } = node;
	const inside = children.map((child) => child.name ?? 'text').join(' and ') || 'nothing';
	if (name === 'Pair' && inside !== 'Spa and Medical')
		return [[`<Pair> holds ${inside}.`, 'It holds <Spa>, then <Medical>.']];
	if ((name === 'Spa' || name === 'Medical') && parent.name !== 'Pair')
		return [[`<${name}> stands alone.`, 'Put it into a <Pair>.']];
	if (name === 'Asks')
		return children.length ? [['<Asks> has no text inside.', 'Write <Asks spa="…" medical="…" />.']] : [];
	return plain(node).trim() ? [] : [[`<${name}> is empty.`, 'Write its text inside.']];
}

/** A tag of MDX: its name and its values. */
async function checkTag({ name, attributes = [] }: Node, { ids, entries }: Site): Promise<Words[]> {
	if (!name || /^[a-z]/.test(name)) return [html(`<${name ?? ''}>`)];
	if (!Object.hasOwn(components, name))
		return [[`There is no part <${name}>.`, didYouMean(name, Object.keys(components))]];
	if (attributes.some(({ name: key, value }) => !key || typeof value === 'object')) return [braces];
	const values: Record<string, string> = {};
	for (const { name: key = '', value } of attributes) values[key] = typeof value === 'string' ? value : '';
	const found: Words[] = [];
	for await (const [, [message, hint]] of checkValues(components[name as keyof typeof components], values))
		found.push([`<${name}>: ${message}`, hint]);
	const term = name === 'Term' ? values['id'] : undefined;
	if (!term || ids.terms.includes(term)) return found;
	// Letters after a name are not guessed.
	const words = entries.filter(({ folder, fields }) => folder === 'terms' && !fields?.data['standsFor']);
	const hint = didYouMean(
		term,
		words.map(({ id }) => id),
	);
	return [...found, [`There is no file ${term} in content/terms, or it is a draft.`, hint]];
}

/** Tags, code and HTML: Astro names the file of none, and publishes what is wrong in a tag as it stands. */
export async function* tags({ nodes, problems }: Entry, site: Site): AsyncIterable<Finding> {
	for (const visit of nodes) {
		const { type, value = '' } = visit.node;
		if (type.startsWith('mdxJsx')) {
			for (const words of await checkTag(visit.node, site)) yield at(visit, words);
			// Where one tag was taken out, others seem to stand wrong.
			if (!problems.length && Object.hasOwn(components, visit.node.name ?? ''))
				for (const words of checkPlace(visit.node, visit.parent)) yield at(visit, words);
		}
		if (type === 'mdxjsEsm') yield at(visit, esm);
		if (/^mdx.*Expression$/.test(type)) yield at(visit, brace);
		if (type.startsWith('footnote')) yield at(visit, footnote);
		if (type === 'html' && !value.startsWith('</')) yield at(visit, html(value));
	}
}
