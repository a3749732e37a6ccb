import { markdownToMdast, mdxToMdast } from 'satteri';
import { linesBefore, type Report, type Words } from './problem.ts';

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
	attributes?: { name?: string; value?: string | object | null }[];
}

/** The words below a node. */
export const plain = ({ type, value, alt, children = [] }: Node): string =>
	value ?? alt ?? (type === 'break' ? '\n' : children.map(plain).join(''));

/** What to write in place of HTML. */
export const noHtml =
	'Use Markdown in its place: **bold**, *italics*, [words](/contact/), an empty line between paragraphs.';
export const brace: Words = ['A curly brace starts code.', 'Use round brackets, or write \\{ to show a brace.'];

const aloneOnLine = 'Put </$1> on a line of its own between empty lines.';

const inBrackets = /^<(?:https?:|mailto:|[\w.+-]+@)[^>\s]*>/;

/** What stops the parser: a part of what it says, what stands there, and words: `$&` for that, `$1` for its name. */
const stops: [says: string, RegExp, ...Words][] = [
	['either after', /^<?\/?(\w*)[^<>]*>?/, '</$1> stands in the middle of a text.', aloneOnLine],
	['closing tag for', /^<([A-Z]\w*)[^<>]*>?/, '$& is opened and not closed.', 'Write </$1> after its text.'],
	['', /^<!--[^]*?(?:-->|$)/, 'Comments do not work here.', 'Remove it.'],
	['', inBrackets, 'A link stands in angle brackets.', 'Write [what it is](https://a.org).'],
	['', /^\{[^{}]*\}?/, ...brace],
	['', /^<\/?[a-z][^>]*>/, 'HTML is not possible in the text.', noHtml],
	['', /^<(?![A-Za-z/>])/, 'The sign < starts a tag.', 'Write “less than”, or \\< to show the sign.'],
	['Unexpected closing', /^<?[^<>]*>?/, '$& closes what is not open.', 'Delete it, or write the tag that opens.'],
	['', /^<?[^<>]*>?/, 'A tag is not written right here.', 'Compare it with another file: <Term id="lmt">LMT</Term>.'],
];

/** Reports what stopped the parser, and takes it out of the text without moving anything else. */
function mend(text: string, error: string, report: Report): string {
	const [, row, column, says = ''] = /^(\d+):(\d+): ([^]*)/.exec(error) ?? [];
	// Of two tags that do not fit together, the one that was opened first lacks its end.
	const [, tagRow = row, tagColumn = column] = /closing tag for `[^`]*` \((\d+):(\d+)\)/.exec(says) ?? [];
	const before = [...text.split('\n').slice(0, Number(tagRow) - 1), ''].join('\n').length + Number(tagColumn) - 1;
	// Inside an expression the parser names the place that it did not understand.
	const start = says.includes('expression') ? Math.max(0, text.lastIndexOf('{', before)) : before;
	const rest = text.slice(start);
	const place = { line: 1 + linesBefore(text, start) };

	const [tag = ''] = /^<?[^<>]*>?/.exec(rest) ?? [];
	const straight = tag.replace(/=(\s*)["“”‘’„]([^"“”„<>]*)["“”‘’„]/g, '=$1"$2"');
	if (straight !== tag) {
		report(place, 'A value stands in curly quotes.', 'Use straight quotes: id="lmt".');
		return text.slice(0, start) + straight + rest.slice(tag.length);
	}
	const stop = stops.find(([part, pattern]) => says.includes(part) && pattern.test(rest));
	if (!stop) return text;
	const [part, pattern, message, hint = ''] = stop;
	const [cut = ''] = pattern.exec(rest) ?? [];
	report(place, cut.replace(pattern, message), cut.replace(pattern, hint));
	// What stands crosswise can't be taken out alone: more would be named than is wrong.
	return part === 'either after' ? text : text.slice(0, start) + cut.replace(/[^\n]/g, ' ') + rest.slice(cut.length);
}

/**
 * Reads Markdown, or MDX with the parser of the build. It goes on after a mistake, so that one run finds all; where it
 * can't, the tree is empty.
 */
export function parseText(text: string, isMdx: boolean, report: Report): { tree: Node; isWhole: boolean } {
	try {
		const parse = isMdx ? mdxToMdast : markdownToMdast;
		return { tree: parse(text, { features: { frontmatter: false } }) as Node, isWhole: true };
	} catch (error) {
		const mended = mend(text, (error as Error).message, report);
		return { tree: mended === text ? { type: 'root' } : parseText(mended, isMdx, report).tree, isWhole: false };
	}
}
