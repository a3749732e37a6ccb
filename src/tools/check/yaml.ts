import { isAlias, isMap, isPair, isScalar, isSeq, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { Entry } from './tree.ts';

/** What the lines between the dashes hold, and where. */
export interface Fields {
	data: unknown;
	/** The line of a field; of its parent when it is missing; 1 when there is no parent. */
	lineOf: (path: PropertyKey[]) => number;
	/** All texts, wherever they stand. */
	texts: { text: string; line: number; field: string }[];
}

/** A file in its two halves. Each keeps the lines of the other as blank ones, so that line numbers are the file's own. */
export function split({ text, folder, say }: Entry): { yaml: string; body: string; bodyLine: number } | undefined {
	if (!folder) return { yaml: text, body: '', bodyLine: 1 };
	const head = /^---[ \t]*\n((?:.*\n)*?)---[ \t]*(?:\n|$)/.exec(text);
	if (!head) {
		const open = /^---[ \t]*\n/.test(text);
		const message = open ? 'The fields are not closed.' : 'The file does not start with a line of three dashes.';
		return void say(1, message, 'Fields stand between two lines that are three dashes (---) and nothing else.');
	}
	const [all, yaml = ''] = head;
	const body = all.replace(/[^\n]/g, ' ') + text.slice(all.length);
	return { yaml: `\n${yaml}`, body, bodyLine: all.trimEnd().split('\n').length };
}

/** Words for a YAML error and the number of its line. The parser often notices a mistake a line or more too late. */
function explain({ code, message, pos }: YAMLError, lines: string[], errorLine: number): [number, string, string] {
	const here = lines[errorLine - 1] ?? '';
	const inQuotes = 'Put the whole value in straight quotes: title: "Pain: what helps".';
	if (code === 'DUPLICATE_KEY')
		return [errorLine, `\`${here.split(':')[0]?.trim()}\` stands here twice.`, 'Delete one of the two lines.'];
	if (code === 'TAB_AS_INDENT') return [errorLine, 'The line starts with a tab.', 'Use two spaces in its place.'];
	const open = lines
		.slice(0, errorLine)
		.findIndex((line) => /^[^"'#[{]*:\s+(?:"[^"]*|'[^']*|\[[^\]]*|\{[^}]*)$/.test(line));
	if (open >= 0) return [open + 1, 'A quote or bracket is opened and not closed.', 'Close it at the end of the line.'];
	const start = /:\s+([@`%*&!|>{}[\]])/.exec(here)?.[1];
	if (start) return [errorLine, `A value cannot start with ${start} as it stands.`, inQuotes];
	if (/:\s+.*:(\s|$)/.test(here)) return [errorLine, 'A colon with a space after it stands inside a value.', inQuotes];
	if (code === 'BLOCK_AS_IMPLICIT_KEY')
		return [errorLine + 1, 'The line is indented and should not be.', 'Remove the spaces before it.'];
	if (/:\s+["']/.test(here))
		return [
			errorLine,
			'Text follows the closing quote.',
			'Use curly quotes (“ ” ’) inside a value that stands in straight ones.',
		];
	if (!/:(\s|$)/.test(here))
		return [errorLine, 'The line is no field.', 'Write the name, a colon, a space and the value: order: 3.'];
	return [
		errorLine,
		`The fields cannot be read (${message}, at character ${pos[0]}).`,
		'Compare the line with the same line of another file.',
	];
}

/**
 * Reads YAML as Astro does, which takes 2026-02-30 for 2 March and so on: dates are looked at as they are written, and what
 * YAML takes out of a text without a word (everything from a # on) is reported.
 */
export function readFields(source: string, { say }: Entry): Fields | undefined {
	const counter = new LineCounter();
	const doc = parseDocument(source, { lineCounter: counter, prettyErrors: false });
	const line = (position = 0) => Math.max(1, counter.linePos(position).line);
	const lines = source.split('\n');
	const found = new Map(doc.errors.map((error) => [line(error.pos[0]), explain(error, lines, line(error.pos[0]))]));
	for (const words of new Map([...found.values()].map((words) => [words[0], words])).values()) say(...words);
	if (doc.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return undefined;

	const texts: Fields['texts'] = [];
	let readable = true;
	visit(doc, {
		Alias: (_key, node) => {
			say(
				line(node.range?.[0]),
				'A value cannot start with * as it stands.',
				'Put the whole value in straight quotes.',
			);
			readable = false;
		},
		Scalar: (key, node, parents) => {
			if (key === 'key' || typeof node.value !== 'string') return;
			const names = parents.filter(isPair).map(({ key: name }) => (isScalar(name) ? String(name.value) : ''));
			const [at, text, field] = [line(node.range?.[0]), node.value, names.join('.')];
			texts.push({ text, line: at, field });
			if (node.type !== 'PLAIN') return;
			if (/^[“”„][^“”]*[“”]$|^[‘’][^‘’]*[‘’]$/.test(text))
				say(at, 'The quotes around the value are curly.', 'Use straight quotes ("), or none.', { field });
			if (node.comment && !node.comment.startsWith(' '))
				say(at, 'Everything after # is dropped.', 'Put the whole value in straight quotes.', { field });
			if (!/^\d{4}-\d\d-\d\d$/.test(text)) return;
			const date = new Date(`${text}T00:00:00Z`);
			const real = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
			if (!real) say(at, `There is no day ${text}.`, 'Write year-month-day: 2026-11-24.', { field });
			node.value = real ? date : new Date(0);
		},
	});
	const lineOf = (path: PropertyKey[]) => {
		let [node, position]: [unknown, number | undefined] = [doc.contents, 0];
		for (const key of path) {
			const pair = isMap(node) && node.items.find((item) => isScalar(item.key) && item.key.value === key);
			const item = isSeq(node) ? node.items[Number(key)] : pair ? pair.value : undefined;
			const place = pair ? pair.key : item;
			if (isScalar(place) || isMap(place) || isSeq(place) || isAlias(place)) position = place.range?.[0];
			node = item;
		}
		return line(position);
	};
	return readable ? { data: doc.toJS() as unknown, lineOf, texts } : undefined;
}
