import type { z } from 'astro/zod';
import { type Document, isScalar, parseDocument, visit } from 'yaml';
import { checkValues } from '../content-check/rules/fields.ts';
import { readFields } from '../content-check/yaml.ts';

/** What a form holds: its fields by name, the text below them, and the file that it was made from. */
export interface Values {
	[field: string]: unknown;
	body?: string;
	source?: string;
}

/** The fields of a file and its text, with the dashes around the fields. A single file has none. */
const parts = /^(---[ \t]*\n)((?:.*\n)*?)(---[ \t]*\n)([^]*)$/;
/** Ids, choices, dates and addresses on this site stand without quotes. */
const plain = /^(?!(?:true|false|null)$)[a-z][a-z0-9-]*$|^\d{4}-\d\d-\d\d$|^\.?\/[\w./#-]*$/;
/** Nothing, an empty text, an empty list or a switch that is off: nobody would write it. */
const isUnset = (value: unknown) => !(Array.isArray(value) ? value.length : value || value === 0);
const hasParts = (value: unknown): value is Values => typeof value === 'object' && value !== null;

/**
 * The values of a file for its form. Old and new addresses become `lines`. Fields that cannot be read are empty; saving
 * says why.
 */
export function readFile(source: string): Values {
	const [, , yaml = source, , body] = parts.exec(`${source}\n`) ?? [];
	const fields = (parseDocument(yaml).toJS() ?? {}) as Values;
	const lines = Object.entries(fields).map(([from, to]) => ({ from, to }));
	if (body === undefined && lines.every(({ from }) => from.startsWith('/'))) return { lines, source };
	return { ...fields, source, ...(body !== undefined && { body: body.trim() }) };
}

/** A value as the project writes it. */
function create(doc: Document, value: unknown) {
	const node = doc.createNode(value);
	visit(node, {
		Scalar(key, scalar) {
			if (key !== 'key' && typeof scalar.value === 'string' && !plain.test(scalar.value)) scalar.type = 'QUOTE_DOUBLE';
		},
		Seq(_key, list) {
			list.flow = list.items.every((item) => isScalar(item) && plain.test(String(item.value)));
		},
	});
	return node;
}

/** Changes what differs between `before` and `after` at a place of a document. */
function change(doc: Document, place: string[], before: Values, after: Values): void {
	for (const key of Object.keys(before).reverse())
		if (isUnset(after[key]) && !isUnset(before[key])) doc.deleteIn([...place, key]);
	for (const [key, value] of Object.entries(after)) {
		const old = before[key];
		if (hasParts(old) && hasParts(value)) change(doc, [...place, key], old, value);
		// A number where a text may stand, such as a ZIP code, is the text that it looks like.
		else if (!isUnset(value) && String(old) !== String(value)) doc.setIn([...place, key], create(doc, value));
	}
}

/** `text`, a YAML document, with the values of a form. What has not changed stays as it was written, line by line. */
function merge(text: string, values: Values): string {
	const doc = parseDocument(text) as Document;
	if (doc.errors.length) return text;
	const toLines = () => doc.toString({ lineWidth: 0, flowCollectionPadding: false }).split('\n');
	// What the library would write in place of each line, to find the lines that have not changed.
	const [lines, written] = [doc.contents ? toLines() : [], text.split('\n')];
	doc.contents ??= doc.createNode({});
	change(doc, [], doc.toJS() as Values, values);
	const original = new Map(lines.length === written.length ? lines.map((line, i) => [line, written[i]]) : []);
	return toLines()
		.map((line) => original.get(line) ?? line)
		.join('\n');
}

/**
 * The file with the values of its form. Throws, for the form to show it, what the check would say of the fields; then
 * nothing is written.
 */
export async function writeFile(values: Values, schema: z.ZodType): Promise<string> {
	const { source = '---\n---', body = '', lines, ...fields } = values;
	const [, start = '', yaml = `${source}\n`, end = '', text = ''] = parts.exec(`${source}\n`) ?? [];
	const addresses = (lines ?? []) as { from: string; to: string }[];
	const merged = merge(yaml, lines ? Object.fromEntries(addresses.map(({ from, to }) => [from, to])) : fields);
	const wrong: string[] = [];
	const read = readFields(merged, ({ line }, message, hint = '') => {
		wrong.push(`Line ${line + Number(start !== '')}: ${message} ${hint}`);
	});
	if (!start && body) wrong.push('The fields do not stand between two lines of three dashes. Mend that in the file.');
	for (const [path, ...words] of wrong.length ? [] : await checkValues(schema, read?.data)) {
		const place = path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join(' ');
		wrong.push(`${place}: ${words.join(' ')}`);
	}
	// The editor shows the cause of this message, and keeps the form open.
	if (wrong.length) throw new Error('saving_failed', { cause: new Error(wrong.join('\n')) });
	return start + merged + end + (text.trim() === body ? text : `\n${body}\n`);
}
