import { components } from '../../../schemas/components.ts';
import { brace, type Node, noHtml, plain } from '../markdown.ts';
import { didYouMean, type Words } from '../problem.ts';
import type { Site, Rule } from '../site.ts';
import { checkValues } from './fields.ts';

const isComponent = (name: string): name is keyof typeof components => Object.hasOwn(components, name);

/** A tag of Markdown, where none works. */
function html(text: string): Words {
	if (isComponent(/\w+/.exec(text)?.[0] ?? ''))
		return [`Tags such as ${text} work only in the files of sections.`, 'Use plain text.'];
	return [`HTML (${text.split('\n')[0]}) is not possible in the text.`, noHtml];
}

/** What stands inside a component and around it. */
function checkPlace({ name, children = [], ...node }: Node, parent: Node): Words | undefined {
	const inside = children.map((child) => child.name ?? 'text').join(' and ') || 'nothing';
	if (name === 'Pair' && inside !== 'Spa and Medical')
		return [`<Pair> holds ${inside}.`, 'It holds <Spa>, then <Medical>.'];
	if ((name === 'Spa' || name === 'Medical') && parent.name !== 'Pair')
		return [`<${name}> stands alone.`, 'Put it into a <Pair>.'];
	const asks = 'Write <Asks spa="…" medical="…" />.';
	if (name === 'Asks' && children.length) return ['<Asks> has no text inside.', asks];
	if (name === 'Asks' || plain({ ...node, children }).trim()) return undefined;
	return [`<${name}> is empty.`, 'Write its text inside.'];
}

/** The name and the values of a tag of MDX. */
async function checkTag({ name, attributes = [] }: Node, { ids, entries }: Site): Promise<Words[]> {
	if (!name || /^[a-z]/.test(name)) return [html(`<${name ?? ''}>`)];
	if (!isComponent(name)) return [[`There is no part <${name}>.`, didYouMean(name, Object.keys(components))]];
	if (attributes.some(({ name: key, value }) => !key || typeof value === 'object'))
		return [['A value stands in curly braces.', 'Put it in straight quotes: points="7, 6, 5".']];
	const values = Object.fromEntries(attributes.map(({ name: key = '', value }) => [key, value ?? '']));
	const found = (await checkValues(components[name], values)).map(([, message, hint]): Words => {
		return [`<${name}>: ${message}`, hint];
	});
	const term = name === 'Term' && values['id'];
	if (typeof term !== 'string' || !term || ids.terms.includes(term)) return found;
	// Letters after a name are not guessed.
	const words = entries.filter(({ folder, fields }) => folder === 'terms' && !fields?.data['standsFor']);
	const known = words.map(({ id }) => id);
	return [...found, [`There is no file ${term} in content/terms, or it is a draft.`, didYouMean(term, known)]];
}

/** Tags, code and HTML: Astro names the file of none, and publishes what is wrong in a tag as it stands. */
export const tags: Rule = async ({ nodes, isWhole }, site, report) => {
	for (const visit of nodes) {
		const { type, value = '', name } = visit.node;
		if (type.startsWith('mdxJsx')) {
			for (const words of await checkTag(visit.node, site)) report(visit, ...words);
			// Where one tag was taken out, others seem to stand wrong.
			const wrong = isWhole && isComponent(name ?? '') ? checkPlace(visit.node, visit.parent) : undefined;
			if (wrong) report(visit, ...wrong);
		}
		if (type === 'mdxjsEsm')
			report(visit, 'A line that starts with import or export is code.', 'Put another word first.');
		if (/^mdx.*Expression$/.test(type)) report(visit, ...brace);
		if (type.startsWith('footnote'))
			report(visit, 'Footnotes do not work here.', 'Link to the source in the sentence itself.');
		if (type === 'html' && !value.startsWith('</')) report(visit, ...html(value));
	}
};
