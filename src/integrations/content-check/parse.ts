import { type Node, parseText, plain } from './markdown.ts';
import { at, type Finding, linesBefore, type Words } from './problem.ts';
import type { Source } from './read.ts';
import { type Fields, readFields } from './yaml.ts';

/** A node of the text, or of a field of it, with its place in the file. */
export interface Visit {
	node: Node;
	parent: Node;
	line: number;
	column?: number | undefined;
	/** The field; absent in the text below the dashes. */
	field?: string | undefined;
}

/** A file with everything that the rules look at. */
export interface Entry extends Source {
	/** Undefined when the fields cannot be read. */
	fields: Fields | undefined;
	/** The text below the dashes, with empty lines in the place of the fields. Undefined in single files. */
	body: string | undefined;
	/** Every node, in the order of the file: first the fields, then the text. */
	nodes: Visit[];
	/** The words that readers see, a block each. */
	words: { text: string; line: number; field?: string | undefined }[];
	/** It is not ready: checked, and neither built nor counted. */
	draft: boolean;
	/** What the parsers could not read. */
	problems: Finding[];
}

/** Splits a file into fields and text. Blank lines take the place of the other half: lines keep their numbers. */
function split({ text, folder }: Source): { yaml: string; body?: string } | { wrong: Words } {
	if (!folder) return { yaml: text };
	const [head, yaml] = /^---[ \t]*\n((?:.*\n)*?)---[ \t]*(?:\n|$)/.exec(text) ?? [];
	if (head !== undefined && yaml !== undefined)
		return { yaml: `\n${yaml}`, body: head.replace(/[^\n]/g, '') + text.slice(head.length) };
	const message = text.startsWith('---\n')
		? 'The fields are not closed.'
		: 'The file does not start with three dashes.';
	return { wrong: [message, 'Fields stand between two lines that are three dashes (---) and nothing else.'] };
}

/** What holds words: paragraphs and the like, tags with text on the line, and what is shown as code. */
const blocks = new Set(['paragraph', 'heading', 'tableCell', 'code']);
const isBlock = ({ type, children = [] }: Node) =>
	blocks.has(type) || (type === 'mdxJsxFlowElement' && children.some((child) => child.type === 'text'));

/** Reads a file once: its fields, its text, and the text of each field. */
export function parse(source: Source): Entry {
	const entry: Entry = {
		...source,
		draft: false,
		fields: undefined,
		body: undefined,
		nodes: [],
		words: [],
		problems: [],
	};
	const halves = source.text ? split(source) : undefined;
	if (!halves) return entry;
	if ('wrong' in halves) return { ...entry, problems: [at({ line: 1 }, halves.wrong)] };

	function walk(parent: Node, before: number, field?: string) {
		for (const node of parent.children ?? []) {
			const { line = 1, column = 1 } = node.position?.start ?? {};
			const visit = { node, parent, line: before + line, column: field === undefined ? column : undefined, field };
			entry.nodes.push(visit);
			if (isBlock(node)) entry.words.push({ text: plain(node), line: visit.line, field });
			for (const { name, value } of node.attributes ?? [])
				if (typeof value === 'string' && name !== 'id') entry.words.push({ text: value, line: visit.line });
			walk(node, before, field);
		}
	}
	function read(text: string, mdx: boolean, before = 0, field?: string) {
		const { tree, problems } = parseText(text, mdx);
		entry.problems.push(...problems);
		if (tree) walk(tree, before, field);
	}
	const { fields, problems } = readFields(halves.yaml);
	entry.problems.push(...problems);
	for (const { text, line, field } of fields?.texts ?? [])
		// What a form service shows may be HTML.
		if (!/^(https?:|\S+@\S+$)/.test(text) && field !== 'formId') read(text, false, line - 1, field);
	if (halves.body?.trim()) read(halves.body, source.path.endsWith('.mdx'));
	return { ...entry, fields, body: halves.body, draft: fields?.data['draft'] === true };
}

/** The line on which the text starts. */
export const bodyStart = (body: string) => 1 + linesBefore(body, Math.max(0, body.search(/\S/)));
