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
export const plain = (node: Node): string =>
	node.value ?? (node.type === 'break' ? '\n' : (node.children ?? []).map(plain).join(''));

const parse = (text: string, mdx: boolean) =>
	(mdx ? mdxToMdast : markdownToMdast)(text, { features: { frontmatter: false } }) as Node;

/** What MDX reads as code. `\{`, `\<` and code in backquotes are what their author meant, and come first. */
const traps: [RegExp, message: string, hint: string][] = [
	[/\\.|(`+)[^]*?\1/, '', ''],
	[/=\{[^{}]*\}/, 'A value stands in curly braces.', 'Put it in straight quotes: points="7, 6, 5".'],
	[/=[“”‘’][^“”‘’\n]*[“”‘’]/, 'A value stands in curly quotes.', 'Use straight quotes: id="lmt".'],
	[/<!--[^]*?-->/, 'Comments do not work here.', 'Remove it.'],
	[
		/<(?:https?:|mailto:|[\w.+-]+@)[^>\s]*>/,
		'A link cannot stand in angle brackets.',
		'Write [what it is](https://example.org).',
	],
	[/\{/, 'A curly brace starts code.', 'Use round brackets, or write \\{ to show a brace.'],
	[/<(?![A-Za-z/>])/, 'The sign < starts a tag.', 'Write “less than”, or \\< to show the sign.'],
];
const trap = new RegExp(traps.map(([pattern]) => pattern.source).join('|'), 'g');

/** Says where code would start, and takes it out without moving anything, so that one look finds every mistake. */
const disarm = (body: string, say: Entry['say']) =>
	body.replace(trap, (match, _ticks, at: number) => {
		const [, message, hint] =
			traps.find(([pattern]) => new RegExp(`^(?:${pattern.source})`).test(body.slice(at))) ?? [];
		if (!message) return match;
		const before = body.slice(0, at).split('\n');
		say(before.length, message, hint, { column: (before.at(-1)?.length ?? 0) + 1 });
		return match.startsWith('=') ? `="${match.slice(2, -1).replaceAll('"', "'")}"` : match.replace(/[^\n]/g, ' ');
	});

/** Reads Markdown or MDX with the parser of the build. After a mistake in a tag it goes on without the tag. */
export function parseBody(body: string, entry: Entry): Node | undefined {
	const mdx = entry.file.endsWith('x');
	const lines = (mdx ? disarm(body, entry.say) : body).split('\n');
	for (let tries = 0; tries < 50; tries++) {
		try {
			return parse(lines.join('\n'), mdx);
		} catch (error) {
			const [, line, column, reason = ''] = /^(\d+):(\d+): ([^]*)/.exec((error as Error).message) ?? [];
			const [row, at] = [Number(line) - 1, Number(column) - 1];
			const tag = /`(<[^`]*>)`/.exec(reason)?.[1];
			const words = reason.includes('Expected a closing tag')
				? [
						`${tag} is opened and not closed.`,
						`Write ${tag?.replace('<', '</')} after its text, in the same paragraph or on a line of its own.`,
					]
				: reason.includes('closing tag')
					? [
							`${tag} closes something that is not open.`,
							'Close tags in reverse order: the last one opened is closed first.',
						]
					: ['A tag is not written right here.', 'Compare it with another file: <Term id="lmt">LMT</Term>.'];
			entry.say(row + 1 || 1, ...(words as [string, string]), { column: at + 1 || 1 });
			const old = lines[row];
			if (old?.[at] !== '<') return undefined;
			lines[row] = `${old.slice(0, at)} ${old.slice(at + 1)}`;
		}
	}
	return undefined;
}

/** Reads the Markdown of a field. */
export const parseField = (text: string) => parse(text, false);
