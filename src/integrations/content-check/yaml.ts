import { isNode, isPair, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { Report, Words } from './problem.ts';

/** What the lines between the dashes hold, and where. */
export interface Fields {
	data: Record<string, unknown>;
	/** The line of a field; when it is missing, the first line of the fields around it, or 1. */
	lineOf: (path: PropertyKey[]) => number;
	/** All texts, wherever they stand. */
	texts: { text: string; line: number; field: string }[];
}

const inQuotes = 'Put the whole value in straight quotes: title: "Pain: what helps".';
const indent: Words = ['The number of spaces before the line is wrong.', 'Start it where the line above starts.'];

/** What a line that YAML cannot read looks like, and words for it. The first that fits counts. */
const mistakes: [RegExp, ...Words][] = [
	[/^\s*\t/, 'The line starts with a tab.', 'Use two spaces in its place.'],
	[/:\s+([@`%*&!|>{}[\]])/, 'A value cannot start with $1 as it stands.', inQuotes],
	// A line whose quotes are whole is wrong by its place.
	[/^[^"']*:\s+("[^"]*"|'[^']*')$/, ...indent],
	[/:\s+["']/, 'Text follows the closing quote.', 'Inside a value use curly quotes: “ ” ’.'],
	[/:\s+.*:(\s|$)/, 'A colon with a space after it stands inside a value.', inQuotes],
	[/^(?!.*:(\s|$))/, 'The line is no field.', 'Write a name, a colon, a space, a value: order: 3.'],
];
const unclosed = /^[^"'#[{]*:\s+(?:"[^"]*|'[^']*|\[[^\]]*|\{[^}]*)$/;

/** The line of a YAML error, and words for it: the parser often notices a mistake a line too late or too early. */
function explain({ code }: YAMLError, lines: string[], line: number): [line: number, ...Words] {
	const here = lines[line - 1] ?? '';
	if (code === 'DUPLICATE_KEY')
		return [line, `\`${here.split(':')[0]?.trim()}\` stands here twice.`, 'Delete one line.'];
	const open = lines.slice(0, line).findIndex((other) => unclosed.test(other)) + 1;
	if (open) return [open, 'A quote or bracket is opened and not closed.', 'Close it on this line.'];
	const [pattern = /$/, message, hint] = mistakes.find(([pattern]) => pattern.test(here)) ?? [];
	if (message && message !== indent[0]) return [line, message.replace('$1', pattern.exec(here)?.[1] ?? ''), hint];
	const next = lines.findIndex((other, i) => i >= line && /^\s*[^\s#]/.test(other));
	const isShifted = /:\s+\S/.test(here) && (lines[next] ?? '').search(/\S/) > here.search(/\S/);
	return [isShifted ? next + 1 : line, ...indent];
}

/** What YAML takes out of a plain value, or adds to it, without a word. */
function explainPlain(value: string, comment: string | null | undefined): Words | undefined {
	if (/^[“”„][^“”"]*[“”"]$|^"?[‘’][^‘’']*[‘’']$/.test(value))
		return ['The quotes around the value are curly.', 'Use straight quotes ("), or none.'];
	return comment ? ['Everything from # on is dropped.', inQuotes] : undefined;
}

/** Reads YAML as Astro does; undefined when nothing can be read. */
export function readFields(text: string, report: Report): Fields | undefined {
	const lines = text.split('\n');
	const lineCounter = new LineCounter();
	const doc = parseDocument(text, { lineCounter, prettyErrors: false, customTags: ['timestamp'] });
	const lineAt = (position = 0) => Math.max(1, lineCounter.linePos(position).line);
	const isTwice = ({ code }: YAMLError) => code === 'DUPLICATE_KEY';
	// What follows the first error is guesswork.
	const broken = doc.errors.find((error) => !isTwice(error));
	for (const error of broken ? [broken] : doc.errors) {
		const [line, ...words] = explain(error, lines, lineAt(error.pos[0]));
		report({ line }, ...words);
	}
	if (broken) return undefined;

	const texts: Fields['texts'] = [];
	visit(doc, {
		Alias(_key, { range }) {
			report({ line: lineAt(range?.[0]) }, 'A value cannot start with * as it stands.', inQuotes);
			return doc.createNode('*');
		},
		Scalar(key, node, parents) {
			const { value, comment, range, source = '' } = node;
			const names = parents.flatMap((pair) => (isPair(pair) && isScalar(pair.key) ? String(pair.key.value) : []));
			const place = { line: lineAt(range?.[0]), field: names.join('.') };
			// Astro takes 2026-02-30 for 2 March.
			if (value instanceof Date && !value.toJSON().startsWith(source.slice(0, 10))) {
				report(place, `There is no day ${source}.`, 'Write year-month-day: 2026-11-24.');
				node.value = new Date(0);
			}
			if (key === 'key' || typeof value !== 'string') return;
			texts.push({ text: value, ...place });
			const wrong = node.type === 'PLAIN' ? explainPlain(value, comment) : undefined;
			if (wrong) report(place, ...wrong);
		},
	});
	const lineOf = (path: PropertyKey[]): number => {
		const node = path.length ? doc.getIn(path, true) : undefined;
		return isNode(node) ? lineAt(node.range?.[0]) : path.length ? lineOf(path.slice(0, -1)) : 1;
	};
	return { data: (doc.toJS() ?? {}) as Fields['data'], lineOf, texts };
}
