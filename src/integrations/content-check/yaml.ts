import { isNode, isPair, isScalar, LineCounter, parseDocument, type Scalar, visit, type YAMLError } from 'yaml';
import { at, type Finding, type Words } from './problem.ts';

/** What the lines between the dashes hold, and where. */
export interface Fields {
	data: Record<string, unknown>;
	/** The line of a field; when it is missing, the first line of the fields around it, or 1. */
	lineOf: (path: PropertyKey[]) => number;
	/** All texts, wherever they stand. */
	texts: { text: string; line: number; field: string }[];
}

const inQuotes = 'Put the whole value in straight quotes: title: "Pain: what helps".';
const tab: Words = ['The line starts with a tab.', 'Use two spaces in its place.'];
const indentOf = (line: string) => Math.max(0, line.search(/\S/));

/** The first line that stands further in than a line which holds a value already. */
function findShifted(lines: string[]): number {
	let before = '';
	return lines.findIndex((line) => {
		if (!/^\s*[^\s#]/.test(line)) return false;
		const shifted = indentOf(line) > indentOf(before) && !/:\s*(#.*)?$|^\s*-/.test(before);
		before = line;
		return shifted;
	});
}

/** The line of a YAML error, and words for it: the parser often notices a mistake a line or more too late. */
function explain({ code }: YAMLError, lines: string[], line: number): Finding {
	const here = lines[line - 1] ?? '';
	const unclosed = /^[^"'#[{]*:\s+(?:"[^"]*|'[^']*|\[[^\]]*|\{[^}]*)$/;
	const open = lines.slice(0, line).findIndex((other) => unclosed.test(other)) + 1;
	const start = /:\s+([@`%*&!|>{}[\]])/.exec(here)?.[1];
	const shifted = findShifted(lines) + 1;
	const say = (...words: Words) => at({ line }, words);
	if (code === 'DUPLICATE_KEY') return say(`\`${here.split(':')[0]?.trim()}\` stands here twice.`, 'Delete one line.');
	if (open) return at({ line: open }, ['A quote or bracket is opened and not closed.', 'Close it on this line.']);
	if (start) return say(`A value cannot start with ${start} as it stands.`, inQuotes);
	const words: Words = ['The number of spaces before the line is wrong.', 'Start it where the line above starts.'];
	// A line whose quotes are whole is wrong by its place.
	if (/:\s+("[^"]*"|'[^']*')$/.test(here)) return at({ line: shifted || line }, words);
	if (/:\s+["']/.test(here)) return say('Text follows the closing quote.', 'Inside a value use curly quotes: “ ” ’.');
	if (/:\s+.*:(\s|$)/.test(here)) return say('A colon with a space after it stands inside a value.', inQuotes);
	if (!/:(\s|$)/.test(here)) return say('The line is no field.', 'Write a name, a colon, a space, a value: order: 3.');
	return at({ line: shifted || line }, words);
}

/** What YAML takes out of a plain value, or adds to it, without a word. */
function explainPlain(value: string, comment: string | null | undefined): Words | undefined {
	if (/^[“”„][^“”]*[“”]$|^[‘’][^‘’]*[‘’]$/.test(value))
		return ['The quotes around the value are curly.', 'Use straight quotes ("), or none.'];
	return comment ? ['Everything from # on is dropped.', inQuotes] : undefined;
}

/** Reads a date as it is written: Astro takes 2026-02-30 for 2 March. `Date` refuses 2026-13-01. */
function readDate(node: Scalar, value: string): Words | undefined {
	const exists = JSON.stringify(new Date(value)).includes(value);
	node.value = new Date(exists ? value : 0);
	return exists ? undefined : [`There is no day ${value}.`, 'Write year-month-day: 2026-11-24.'];
}

/** Reads YAML as Astro does. `fields` is undefined when nothing can be read. */
export function readFields(text: string): { fields: Fields | undefined; problems: Finding[] } {
	const problems: Finding[] = [];
	const add = (line: number, words?: Words, field?: string) => words && problems.push(at({ line, field }, words));
	const tabs = text.split('\n').flatMap((line, i) => (/^ *\t[ \t]*\S/.test(line) ? [at({ line: i + 1 }, tab)] : []));
	if (tabs.length) return { fields: undefined, problems: tabs };
	const counter = new LineCounter();
	const doc = parseDocument(text, { lineCounter: counter, prettyErrors: false });
	const lineAt = (position = 0) => Math.max(1, counter.linePos(position).line);
	const found = doc.errors.map((error) => explain(error, text.split('\n'), lineAt(error.pos[0])));
	problems.push(...new Map(found.map((finding) => [finding.line, finding])).values());
	if (doc.errors.some(({ code }) => code !== 'DUPLICATE_KEY')) return { fields: undefined, problems };

	// Somebody switched a fact on by its first line alone.
	for (const { 1: field = '', index } of text.matchAll(/^(\w+):[ ]*\n#[ ]{2,}(?:\w+:|- )/gm)) {
		const hint = 'Take the # and the space after it away from these lines too.';
		add(lineAt(index), [`The lines below \`${field}\` are still switched off.`, hint], field);
	}
	const texts: Fields['texts'] = [];
	visit(doc, {
		Alias: (_key, node) => {
			add(lineAt(node.range?.[0]), ['A value cannot start with * as it stands.', inQuotes]);
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
			add(line, explainPlain(value, comment), field);
			if (/^\d{4}-\d\d-\d\d$/.test(value)) add(line, readDate(node, value), field);
		},
	});
	const lineOf = (path: PropertyKey[]): number => {
		const node = path.length ? doc.getIn(path, true) : undefined;
		return isNode(node) ? lineAt(node.range?.[0]) : path.length ? lineOf(path.slice(0, -1)) : 1;
	};
	return { fields: { data: (doc.toJS() ?? {}) as Fields['data'], lineOf, texts }, problems };
}
