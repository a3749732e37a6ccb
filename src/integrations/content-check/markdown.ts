import { markdownToMdast, mdxToMdast } from 'satteri';
import { type Finding, linesBefore } from './problem.ts';

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

export const brace = {
	message: 'A curly brace starts code.',
	hint: 'Use round brackets, or write \\{ to show a brace.',
};

/** What MDX stumbles over, as it stands in the text. */
const traps: [RegExp, message: string, hint: string][] = [
	[/^<[A-Z][^<>]*?=\s*["“”‘’„][^<>]*>/, 'A value stands in curly quotes.', 'Use straight quotes: id="lmt".'],
	[/^<!--[^]*?(?:-->|$)/, 'Comments do not work here.', 'Remove it.'],
	[/^<(?:https?:|mailto:|[\w.+-]+@)[^>\s]*>/, 'A link stands in angle brackets.', 'Write [what it is](https://a.org).'],
	[/^\{[^{}]*\}?/, brace.message, brace.hint],
	[/^<\/?[a-z][^>]*>/, 'HTML is not possible in the text.', noHtml],
	[/^<(?![A-Za-z/>])/, 'The sign < starts a tag.', 'Write “less than”, or \\< to show the sign.'],
];

/** Words for what the parser says about a tag. */
function explain(reason: string, tag: string): [message: string, hint: string] {
	const close = tag.replace(/^<\/?(\w*)[^]*/, '</$1>');
	if (reason.includes('either after the end'))
		return [
			`${close} stands in the middle of a text.`,
			`Put ${close} on a line of its own, with empty lines around it.`,
		];
	if (reason.includes('closing tag for')) return [`${tag} is opened and not closed.`, `Write ${close} after its text.`];
	if (reason.includes('Unexpected closing'))
		return [`${tag} closes what is not open.`, 'Delete it, or write the tag that opens.'];
	return ['A tag is not written right here.', 'Compare it with another file: <Term id="lmt">LMT</Term>.'];
}

/** Names the mistake that stopped the parser, and takes it out of the text without moving anything else. */
function mend(text: string, error: string): [Finding, string] {
	const [, row, col, reason = ''] = /^(\d+):(\d+): ([^]*)/.exec(error) ?? [];
	// Of two tags that do not fit together, the one that was opened first lacks its end.
	const [, tagRow = row, tagCol = col] = /closing tag for `[^`]*` \((\d+):(\d+)\)/.exec(reason) ?? [];
	const lines = text.split('\n').slice(0, Number(tagRow));
	let at = [...lines.slice(0, -1), (lines.at(-1) ?? '').slice(0, Number(tagCol) - 1)].join('\n').length;
	// Inside an expression the parser names the place that it did not understand.
	if (reason.includes('expression')) at = Math.max(0, text.lastIndexOf('{', at));
	const rest = text.slice(at);
	const isTag = reason.includes('closing tag') && !/^<\/?[a-z]/.test(rest);
	const [pattern, ...words] = (isTag ? undefined : traps.find(([trap]) => trap.test(rest))) ?? [/^<?[^<>\n]*>?/];
	const [cut = ''] = pattern.exec(rest) ?? [];
	const [message, hint] = words[0] ? words : explain(reason, cut);
	const curly = pattern === traps[0]?.[0];
	const straight = cut.replace(/=(\s*)["“”‘’„]([^"“”„<>]*)["“”‘’„]/g, '=$1"$2"');
	const instead = curly && straight !== cut ? straight : cut.replace(/[^\n]/g, ' ');
	const place = { line: linesBefore(text, at) + 1, column: at - text.lastIndexOf('\n', at - 1) };
	return [{ ...place, message, hint }, text.slice(0, at) + instead + text.slice(at + cut.length)];
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
