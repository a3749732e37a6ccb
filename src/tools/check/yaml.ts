import { isNode, isPair, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { Say } from './problem.ts';
import type { Entry } from './tree.ts';

/** What the lines between the dashes hold, and where. */
export type Fields = NonNullable<ReturnType<typeof readFields>>;

/** The two halves of a file. Each has blank lines in the place of the other, so that line numbers are the file's own. */
export function split(text: string, { folder, say }: Entry) {
	if (!folder) return { yaml: text, body: '' };
	const [head, yaml] = /^---[ \t]*\n((?:.*\n)*?)---[ \t]*(?:\n|$)/.exec(text) ?? [];
	if (head && yaml !== undefined)
		return { yaml: `\n${yaml}`, body: head.replace(/[^\n]/g, ' ') + text.slice(head.length) };
	const wrong = /^---[ \t]*\n/.test(text) ? 'The fields are not closed.' : 'The file does not start with three dashes.';
	say(1, wrong, 'Fields stand between two lines that are three dashes (---) and nothing else.');
	return undefined;
}

/** The line of a YAML error, and words for it. The parser often notices a mistake a line or more too late. */
function explain({ code, message }: YAMLError, lines: string[], line: number): [number, string, string] {
	const here = lines[line - 1] ?? '';
	const quote = 'Put the whole value in straight quotes: title: "Pain: what helps".';
	const unclosed = /^[^"'#[{]*:\s+(?:"[^"]*|'[^']*|\[[^\]]*|\{[^}]*)$/;
	const open = lines.slice(0, line).findIndex((other) => unclosed.test(other));
	const start = /:\s+([@`%*&!|>{}[\]])/.exec(here)?.[1];
	if (code === 'DUPLICATE_KEY')
		return [line, `\`${here.split(':')[0]?.trim()}\` stands here twice.`, 'Delete one of the lines.'];
	if (open >= 0) return [open + 1, 'A quote or bracket is opened and not closed.', 'Close it at the end of the line.'];
	if (start) return [line, `A value cannot start with ${start} as it stands.`, quote];
	if (/:\s+["']/.test(here))
		return [line, 'Text follows the closing quote.', 'Inside a value use curly quotes: “ ” ’.'];
	if (/:\s+.*:(\s|$)/.test(here)) return [line, 'A colon with a space after it stands inside a value.', quote];
	if (!/:(\s|$)/.test(here))
		return [line, 'The line is no field.', 'Write the name, a colon, a space and the value: order: 3.'];
	const shifted = code === 'BLOCK_AS_IMPLICIT_KEY' ? line + 1 : line;
	return [shifted, `The spaces before the line are wrong (${message}).`, 'Start it where the line above starts.'];
}

/**
 * Reads YAML as Astro does, which takes 2026-02-30 for 2 March: dates are looked at as they are written. What YAML takes out
 * of a text without a word (everything from a # on) is reported.
 */
export function readFields(source: string, say: Say) {
	const text = source.replace(/^ *\t[ \t]*(?=\S)/gm, (indent, at: number) => {
		say(source.slice(0, at).split('\n').length, 'The line starts with a tab.', 'Use two spaces in its place.');
		return indent.replaceAll('\t', '  ');
	});
	const counter = new LineCounter();
	const doc = parseDocument(text, { lineCounter: counter, prettyErrors: false });
	const lineAt = (position = 0) => Math.max(1, counter.linePos(position).line);
	const found = doc.errors.map((error) => explain(error, text.split('\n'), lineAt(error.pos[0])));
	for (const words of new Map(found.map((words) => [words[0], words])).values()) say(...words);
	if (doc.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return undefined;

	/** All texts, wherever they stand. */
	const texts: { text: string; line: number; field: string }[] = [];
	visit(doc, {
		Alias: (_key, node) => {
			say(lineAt(node.range?.[0]), 'A value cannot start with * as it stands.', 'Put it all in straight quotes.');
			return doc.createNode('*');
		},
		Scalar: (key, node, parents) => {
			const { value, comment, range } = node;
			if (key === 'key' || typeof value !== 'string') return;
			const names = parents.flatMap((pair) => (isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : []));
			const field = names.join('.');
			const line = lineAt(range?.[0]);
			texts.push({ text: value, line, field });
			if (node.type !== 'PLAIN') return;
			if (/^[“”„][^“”]*[“”]$|^[‘’][^‘’]*[‘’]$/.test(value))
				say(line, 'The quotes around the value are curly.', 'Use straight quotes ("), or none.', { field });
			if (comment && !comment.startsWith(' '))
				say(line, 'Everything from # on is dropped.', 'Put the whole value in straight quotes.', { field });
			if (!/^\d{4}-\d\d-\d\d$/.test(value)) return;
			// `Date` refuses 2026-13-01, which makes it null in JSON, and turns 2026-02-30 into another day.
			const exists = JSON.stringify(new Date(value)).includes(value);
			node.value = new Date(exists ? value : 0);
			if (!exists) say(line, `There is no day ${value}.`, 'Write year-month-day: 2026-11-24.', { field });
		},
	});
	/** The line of a field; when it is missing, the first line of the fields around it, or 1. */
	const lineOf = (path: PropertyKey[]): number => {
		const node = path.length ? doc.getIn(path, true) : undefined;
		return isNode(node) ? lineAt(node.range?.[0]) : path.length ? lineOf(path.slice(0, -1)) : 1;
	};
	return { data: doc.toJS() as Record<string, unknown> | null, lineOf, texts };
}
