import { type Document, isMap, isScalar, isSeq, parseDocument, visit } from 'yaml';

export type Values = Record<string, unknown>;

/** Ids, choices, dates and addresses on this site stand without quotes. */
const plain = /^(?!(?:true|false|null)$)[a-z][a-z0-9-]*$|^\d{4}-\d\d-\d\d$|^\.?\/[\w./#-]*$/;
const isValues = (value: unknown): value is Values => typeof value === 'object' && value !== null;
/** Nothing, an empty text, an empty list or a switch that is off: nobody would write it. */
const isUnset = (value: unknown) =>
	value === undefined || value === null || value === '' || value === false || (Array.isArray(value) && !value.length);
const linesOf = (doc: Document) => doc.toString({ lineWidth: 0, flowCollectionPadding: false }).split('\n');

/**
 * `text`, a YAML document, with the values of a form. A line whose value is the same stays as it was written, comments
 * and all; new fields come in the order of `values` and in the style of the project. What cannot be read stays.
 */
export function mergeYaml(text: string, values: Values): string {
	const doc = parseDocument(text) as Document;
	if (doc.errors.length) return text;

	function create(value: unknown) {
		const node = doc.createNode(value, (_key, inner: unknown) => (isUnset(inner) ? undefined : inner));
		visit(node, {
			Scalar: (key, scalar) => {
				const isWords = key !== 'key' && typeof scalar.value === 'string' && !plain.test(scalar.value);
				if (isWords) scalar.type = 'QUOTE_DOUBLE';
			},
			Seq: (_key, list) => {
				list.flow = list.items.every((item) => isScalar(item) && plain.test(String(item.value)));
			},
		});
		return node;
	}
	function merge(path: string[], before: unknown, after: unknown): void {
		const node = doc.getIn(path, true);
		// A number where a text may stand, such as a ZIP code, is the text that it looks like.
		if (String(before) === String(after) && !isValues(before)) return;
		if (!isValues(before) || !isValues(after) || !(isMap(node) || isSeq(node))) doc.setIn(path, create(after));
		else {
			for (const key of Object.keys(before).reverse())
				if (isUnset(after[key]) && !isUnset(before[key])) node.delete(isMap(node) ? key : Number(key));
			let place = 0;
			for (const [key, value] of Object.entries(after).filter(([, value]) => !isUnset(value))) {
				if (key in before) merge([...path, key], before[key], value);
				else node.items.splice(place, 0, isMap(node) ? doc.createPair(key, create(value)) : create(value));
				place = isMap(node) ? node.items.findIndex((pair) => String(pair.key) === key) + 1 : Number(key) + 1;
			}
		}
	}

	const written = text.split('\n');
	// What the library would write in place of each line, to find the lines that have not changed.
	const lines = doc.contents ? linesOf(doc) : [];
	doc.contents ??= create({});
	merge([], doc.toJS(), values);
	const original = new Map(lines.length === written.length ? lines.map((line, i) => [line, written[i]]) : []);
	return linesOf(doc)
		.map((line) => original.get(line) ?? line)
		.join('\n');
}
