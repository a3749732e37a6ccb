import { type Node, parseText, plain } from './markdown.ts';
import { linesBefore, type Place, type Report } from './problem.ts';
import type { Source } from './read.ts';
import { type Fields, readFields } from './yaml.ts';

/** A node of the text, or of a field of it, with its place in the file. */
export interface Visit extends Place {
	node: Node;
	parent: Node;
}

/** A file with everything that the rules look at. */
export interface Entry extends Source {
	/** Undefined when the fields cannot be read. */
	fields: Fields | undefined;
	/** The text below the dashes, with empty lines in the place of the fields. Undefined in single files. */
	body: string | undefined;
	/** Every node, in the order of the file: first the fields, then the text. `field` is absent in the text. */
	nodes: Visit[];
	/** The words that readers see, a block each. */
	words: (Place & { text: string })[];
	/** It is not ready: checked, and neither built nor counted. */
	draft: boolean;
	/** The parser of the text stopped nowhere. */
	isWhole: boolean;
}

/** Splits a file into fields and text. Blank lines take the place of the other half: lines keep their numbers. */
function split({ text, folder }: Source, report: Report): { yaml?: string; body?: string } {
	if (!text) return {};
	if (!folder) return { yaml: text };
	const [head, yaml] = /^---[ \t]*\n((?:.*\n)*?)---[ \t]*(?:\n|$)/.exec(text) ?? [];
	if (head !== undefined && yaml !== undefined)
		return { yaml: `\n${yaml}`, body: head.replace(/[^\n]/g, '') + text.slice(head.length) };
	const isOpen = text.startsWith('---\n');
	const message = isOpen ? 'The fields are not closed.' : 'The file does not start with three dashes.';
	report({ line: 1 }, message, 'Fields stand between two lines that are three dashes (---) and nothing else.');
	return {};
}

/** What holds words: paragraphs and the like, tags with text on the line, and what is shown as code. */
const blocks = new Set(['paragraph', 'heading', 'tableCell', 'code']);
const isBlock = ({ type, children = [] }: Node) =>
	blocks.has(type) || (type === 'mdxJsxFlowElement' && children.some((child) => child.type === 'text'));

/** Parses a file once: its fields, its text, and the text of each field. */
export function parse(source: Source, report: Report): Entry {
	const { yaml, body } = split(source, report);
	const fields = yaml === undefined ? undefined : readFields(yaml, report);
	const draft = fields?.data['draft'] === true;
	const entry: Entry = { ...source, fields, body, nodes: [], words: [], draft, isWhole: true };

	function walk(parent: Node, before: number, field?: string) {
		for (const node of parent.children ?? []) {
			const line = before + (node.position?.start.line ?? 1);
			entry.nodes.push({ node, parent, line, field });
			if (isBlock(node)) entry.words.push({ text: plain(node), line, field });
			for (const { name, value } of node.attributes ?? [])
				if (typeof value === 'string' && name !== 'id') entry.words.push({ text: value, line });
			walk(node, before, field);
		}
	}
	function read(text: string, isMdx: boolean, before = 0, field?: string) {
		const { tree, isWhole } = parseText(text, isMdx, report);
		entry.isWhole &&= isWhole;
		walk(tree, before, field);
	}
	for (const { text, line, field } of fields?.texts ?? [])
		// What a form service shows may be HTML.
		if (!/^(https?:|\S+@\S+$)/.test(text) && field !== 'formId') read(text, false, line - 1, field);
	if (body?.trim()) read(body, source.path.endsWith('.mdx'));
	return entry;
}

/** The line on which the text starts. */
export const bodyStart = (body: string) => 1 + linesBefore(body, Math.max(0, body.search(/\S/)));
