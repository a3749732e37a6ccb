import { isNode, isPair, isScalar, LineCounter, parseDocument, visit, type YAMLError } from 'yaml';
import type { Finding } from './problem.ts';

/** What the lines between the dashes hold, and where. */
export interface Fields {
	data: Record<string, unknown>;
	/** The line of a field; when it is missing, the first line of the fields around it, or 1. */
	lineOf: (path: PropertyKey[]) => number;
	/** All texts, wherever they stand. */
	texts: { text: string; line: number; field: string }[];
}

const inQuotes = 'Put the whole value in straight quotes: title: "Pain: what helps".';
const indentOf = (line = '') => line.search(/\S/);

/** The first line that stands further in than a line which holds a value already. */
function findShifted(lines: string[]): number {
	let before = '';
	return lines.findIndex((line) => {
		if (!/^\s*[^\s#]/.test(line)) return false;
		const shifted = indentOf(line) > Math.max(0, indentOf(before)) && !/:\s*(#.*)?$|^\s*-/.test(before);
		before = line;
		return shifted;
	});
}

/** The line of a YAML error, and words for it: the parser often notices a mistake a line or more too late. */
function explain({ code }: YAMLError, lines: string[], line: number): Finding {
	const here = lines[line - 1] ?? '';
	const unclosed = /^[^"'#[{]*:\s+(?:"[^"]*|'[^']*|\[[^\]]*|\{[^}]*)$/;
	const open = lines.slice(0, line).findIndex((other) => unclosed.test(other));
	const start = /:\s+([@`%*&!|>{}[\]])/.exec(here)?.[1];
	const shifted = findShifted(lines);
	if (code === 'DUPLICATE_KEY')
		return { line, message: `\`${here.split(':')[0]?.trim()}\` stands here twice.`, hint: 'Delete one of the lines.' };
	if (open >= 0)
		return { line: open + 1, message: 'A quote or bracket is opened and not closed.', hint: 'Close it on this line.' };
	if (start) return { line, message: `A value cannot start with ${start} as it stands.`, hint: inQuotes };
	if (/:\s+["']/.test(here))
		return { line, message: 'Text follows the closing quote.', hint: 'Inside a value use curly quotes: “ ” ’.' };
	if (/:\s+.*:(\s|$)/.test(here))
		return { line, message: 'A colon with a space after it stands inside a value.', hint: inQuotes };
	if (!/:(\s|$)/.test(here))
		return { line, message: 'The line is no field.', hint: 'Write a name, a colon, a space and a value: order: 3.' };
	const message = 'The number of spaces before the line is wrong.';
	return { line: shifted < 0 ? line : shifted + 1, message, hint: 'Start it where the line above starts.' };
}

/**
 * Reads YAML as Astro does, which takes 2026-02-30 for 2 March: dates are looked at as they are written. What YAML drops
 * without a word (everything from a # on) is named. `fields` is undefined when nothing can be read.
 */
export function readFields(source: string): { fields: Fields | undefined; problems: Finding[] } {
	const problems: Finding[] = [];
	const text = source.replace(/^ *\t[ \t]*(?=\S)/gm, (indent, at: number) => {
		const line = source.slice(0, at).split('\n').length;
		problems.push({ line, message: 'The line starts with a tab.', hint: 'Use two spaces in its place.' });
		return indent.replaceAll('\t', '  ');
	});
	const counter = new LineCounter();
	const doc = parseDocument(text, { lineCounter: counter, prettyErrors: false });
	const lineAt = (position = 0) => Math.max(1, counter.linePos(position).line);
	const found = doc.errors.map((error) => explain(error, text.split('\n'), lineAt(error.pos[0])));
	problems.push(...new Map(found.map((finding) => [finding.line, finding])).values());
	if (doc.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { fields: undefined, problems };

	// Somebody switched a fact on by its first line alone.
	for (const { 1: field = '', index } of text.matchAll(/^(\w+):[ ]*\n#[ ]{2,}(?:\w+:|- )/gm)) {
		const hint = 'Take the # and the space after it away from these lines too.';
		problems.push({
			line: lineAt(index),
			field,
			message: `The lines below \`${field}\` are still switched off.`,
			hint,
		});
	}
	const texts: Fields['texts'] = [];
	visit(doc, {
		Alias: (_key, node) => {
			const line = lineAt(node.range?.[0]);
			problems.push({ line, message: 'A value cannot start with * as it stands.', hint: inQuotes });
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
			if (/^[“”„][^“”]*[“”]$|^[‘’][^‘’]*[‘’]$/.test(value)) {
				const hint = 'Use straight quotes ("), or none.';
				problems.push({ line, field, message: 'The quotes around the value are curly.', hint });
			}
			if (comment) problems.push({ line, field, message: 'Everything from # on is dropped.', hint: inQuotes });
			if (!/^\d{4}-\d\d-\d\d$/.test(value)) return;
			// `Date` refuses 2026-13-01, which makes it null in JSON, and turns 2026-02-30 into another day.
			const exists = JSON.stringify(new Date(value)).includes(value);
			node.value = new Date(exists ? value : 0);
			const hint = 'Write year-month-day: 2026-11-24.';
			if (!exists) problems.push({ line, field, message: `There is no day ${value}.`, hint });
		},
	});
	const lineOf = (path: PropertyKey[]): number => {
		const node = path.length ? doc.getIn(path, true) : undefined;
		return isNode(node) ? lineAt(node.range?.[0]) : path.length ? lineOf(path.slice(0, -1)) : 1;
	};
	return { fields: { data: (doc.toJS() ?? {}) as Fields['data'], lineOf, texts }, problems };
}
