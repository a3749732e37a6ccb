import { markdownToMdast, mdxToMdast } from 'satteri';
import type { Entry } from './tree.ts';

/** As much of a syntax tree as the check looks at. */
export interface Node {
	type: string;
	position?: { start: { line: number; column: number } };
	children?: Node[];
	value?: string;
	depth?: number;
	url?: string;
	alt?: string | null;
	name?: string | null;
	attributes?: { name: string; value: unknown }[];
}

/** The words below a node. */
export const plain = ({ type, value, children = [] }: Node): string =>
	value ?? (type === 'break' ? '\n' : children.map(plain).join(''));

/** What MDX reads as code. `\{`, `\<` and code in backquotes are what their author meant, and come first. */
const traps: [RegExp, message: string, hint: string][] = [
	[/\\.|(`+)[^]*?\1/, '', ''],
	[/=\{[^{}]*\}/, 'A value stands in curly braces.', 'Put it in straight quotes: points="7, 6, 5".'],
	[/=[“”‘’][^“”‘’\n]*[“”‘’]/, 'A value stands in curly quotes.', 'Use straight quotes: id="lmt".'],
	[/<!--[^]*?-->/, 'Comments do not work here.', 'Remove it.'],
	[
		/<(?:https?:|mailto:|[\w.+-]+@)[^>\s]*>/,
		'A link stands in angle brackets.',
		'Write [what it is](https://example.org).',
	],
	[/\{/, 'A curly brace starts code.', 'Use round brackets, or write \\{ to show a brace.'],
	[/<(?![A-Za-z/>])/, 'The sign < starts a tag.', 'Write “less than”, or \\< to show the sign.'],
];
const trap = new RegExp(traps.map(([pattern]) => pattern.source).join('|'), 'g');

/** Says where code would start, and takes it out without moving anything, so that one run finds every mistake. */
const disarm = (body: string, say: Entry['say']) =>
	body.replace(trap, (match, _ticks, at: number) => {
		const [, message, hint] = traps.find(([pattern]) => body.slice(at).search(pattern) === 0) ?? [];
		if (!message) return match;
		const before = body.slice(0, at).split('\n');
		say(before.length, message, hint, { column: (before.at(-1)?.length ?? 0) + 1 });
		return match.startsWith('=') ? `="${match.slice(2, -1).replaceAll('"', "'")}"` : match.replace(/[^\n]/g, ' ');
	});

/** Words for what Sätteri says about a tag. */
function explain(reason: string): [message: string, hint: string] {
	const tag = /`(<[^`]*>)`/.exec(reason)?.[1] ?? 'The tag';
	if (reason.includes('Expected a closing tag'))
		return [`${tag} is opened and not closed.`, `Write ${tag.replace('<', '</')}.`];
	if (reason.includes('closing tag')) return [`${tag} closes what is not open.`, 'Close first what was opened last.'];
	return ['A tag is not written right here.', 'Compare it with another file: <Term id="lmt">LMT</Term>.'];
}

/** Reads Markdown, or MDX with the parser of the build. After a mistake in a tag it goes on without the tag. */
export function parseText(text: string, { say }: Entry, mdx: boolean): Node | undefined {
	const parse = mdx ? mdxToMdast : markdownToMdast;
	const lines = (mdx ? disarm(text, say) : text).split('\n');
	for (;;) {
		try {
			return parse(lines.join('\n'), { features: { frontmatter: false } }) as Node;
		} catch (error) {
			const [, line, column, reason = ''] = /^(\d+):(\d+): ([^]*)/.exec((error as Error).message) ?? [];
			const [row, at] = [Number(line) - 1 || 0, Number(column) - 1 || 0];
			say(row + 1, ...explain(reason), { column: at + 1 });
			const old = lines[row];
			if (old?.[at] !== '<') return undefined;
			lines[row] = `${old.slice(0, at)} ${old.slice(at + 1)}`;
		}
	}
}
