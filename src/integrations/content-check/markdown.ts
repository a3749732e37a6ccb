import { markdownToMdast, mdxToMdast } from 'satteri';
import { at, type Finding, linesBefore, type Words } from './problem.ts';

/** As much of a syntax tree as the rules look at. */
export interface Node {
	type: string;
	position?: { start: { line: number; column: number } };
	children?: Node[];
	value?: string;
	depth?: number;
	url?: string;
	alt?: string | null;
	identifier?: string;
	checked?: boolean | null;
	name?: string | null;
	attributes?: { name?: string; value: unknown }[];
}

/** The words below a node. */
export const plain = ({ type, value, alt, children = [] }: Node): string =>
	value ?? alt ?? (type === 'break' ? '\n' : children.map(plain).join(''));

/** What to write in place of HTML. */
export const noHtml =
	'Use Markdown in its place: **bold**, *italics*, [words](/contact/), an empty line between paragraphs.';

export const brace: Words = ['A curly brace starts code.', 'Use round brackets, or write \\{ to show a brace.'];

/** What MDX stumbles over, as it stands in the text. */
const traps: [RegExp, ...Words][] = [
	[/^<!--[^]*?(?:-->|$)/, 'Comments do not work here.', 'Remove it.'],
	[/^<(?:https?:|mailto:|[\w.+-]+@)[^>\s]*>/, 'A link stands in angle brackets.', 'Write [what it is](https://a.org).'],
	[/^\{[^{}]*\}?/, ...brace],
	[/^<\/?[a-z][^>]*>/, 'HTML is not possible in the text.', noHtml],
	[/^<(?![A-Za-z/>])/, 'The sign < starts a tag.', 'Write “less than”, or \\< to show the sign.'],
];

/** Words for what the parser says about a tag. */
function explain(reason: string, tag: string): Words {
	const close = tag.replace(/^<\/?(\w*)[^]*/, '</$1>');
	if (reason.includes('either after the end'))
		return [`${close} stands in the middle of a text.`, `Put ${close} on a line of its own between empty lines.`];
	if (reason.includes('closing tag for')) return [`${tag} is opened and not closed.`, `Write ${close} after its text.`];
	if (reason.includes('Unexpected closing'))
		return [`${tag} closes what is not open.`, 'Delete it, or write the tag that opens.'];
	return ['A tag is not written right here.', 'Compare it with another file: <Term id="lmt">LMT</Term>.'];
}

/** The place that a parser’s error names. */
function placeOf(text: string, reason: string, row: number, column: number): number {
	// Of two tags that do not fit together, the one that was opened first lacks its end.
	const [, tagRow, tagColumn] = /closing tag for `[^`]*` \((\d+):(\d+)\)/.exec(reason) ?? [];
	const lines = text.split('\n').slice(0, Number(tagRow ?? row) - 1);
	const index = lines.reduce((sum, line) => sum + line.length + 1, Number(tagColumn ?? column) - 1);
	// Inside an expression the parser names the place that it did not understand.
	return reason.includes('expression') ? Math.max(0, text.lastIndexOf('{', index)) : index;
}

/** Names the mistake that stopped the parser, and takes it out of the text without moving anything else. */
function mend(text: string, error: string): [Finding, string] {
	const [, row, column, reason = ''] = /^(\d+):(\d+): ([^]*)/.exec(error) ?? [];
	const index = placeOf(text, reason, Number(row), Number(column));
	const rest = text.slice(index);
	const [tag = ''] = /^<?[^<>]*>?/.exec(rest) ?? [];
	const straight = tag.replace(/=(\s*)["“”‘’„]([^"“”„<>]*)["“”‘’„]/g, '=$1"$2"');
	const place = { line: linesBefore(text, index) + 1, column: index - text.lastIndexOf('\n', index - 1) };
	const instead = (cut: string, words: Words, by = cut.replace(/[^\n]/g, ' ')): [Finding, string] => [
		at(place, words),
		text.slice(0, index) + by + text.slice(index + cut.length),
	];
	if (straight !== tag)
		return instead(tag, ['A value stands in curly quotes.', 'Use straight quotes: id="lmt".'], straight);
	const isTag = reason.includes('closing tag') && !/^<\/?[a-z]/.test(rest);
	const trap = isTag ? undefined : traps.find(([pattern]) => pattern.test(rest));
	// What stands crosswise can't be taken out alone: more would be named than is wrong.
	if (reason.includes('either after')) return instead('', explain(reason, tag));
	if (!trap) return instead(tag, explain(reason, tag));
	const [pattern, ...words] = trap;
	return instead(pattern.exec(rest)?.[0] ?? '', words);
}

/** Reads Markdown, or MDX with the parser of the build. It goes on after a mistake, so that one run finds all. */
export function parseText(text: string, mdx = false): { tree: Node | undefined; problems: Finding[] } {
	const parse = mdx ? mdxToMdast : markdownToMdast;
	const problems: Finding[] = [];
	let source = text;
	for (;;) {
		try {
			return { tree: parse(source, { features: { frontmatter: false } }) as Node, problems };
		} catch (error) {
			const [finding, next] = mend(source, (error as Error).message);
			problems.push(finding);
			if (next === source) return { tree: undefined, problems };
			source = next;
		}
	}
}
