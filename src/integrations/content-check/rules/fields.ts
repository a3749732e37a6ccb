import type { z } from 'astro/zod';
import { files } from '../../../schemas/index.ts';
import { type Shape, shapeOf } from '../../../schemas/shape.ts';
import type { Entry } from '../parse.ts';
import { didYouMean, type Words } from '../problem.ts';
import type { Site, Rule } from '../site.ts';

/** The fields inside a field, or inside each entry of a list. */
const inside = ({ anyOf: [first] = [], items, properties = {} }: Shape): Record<string, Shape> =>
	first ? inside(first) : items ? inside(items) : properties;

/** What a schema says of a field for its editor. */
function describe(schema: z.ZodType, path: PropertyKey[]): Shape {
	let shape = shapeOf(schema);
	for (const name of path) if (typeof name === 'string') shape = inside(shape)[name] ?? {};
	return shape;
}

/** What a schema says about values, in its own words, with what to write. */
export async function checkValues(schema: z.ZodType, values: unknown): Promise<[PropertyKey[], ...Words][]> {
	const { error } = await schema.safeParseAsync(values, { reportInput: true });
	return (error?.issues ?? []).flatMap((issue): [PropertyKey[], ...Words][] => {
		const { code, path, message } = issue;
		const shape = describe(schema, path);
		if (code === 'unrecognized_keys')
			return issue.keys.map((key) => {
				return [[...path, key], `There is no field \`${key}\`.`, didYouMean(key, Object.keys(inside(shape)))];
			});
		if (code === 'invalid_value' && typeof issue.input === 'string')
			return [[path, message, didYouMean(issue.input, issue.values.map(String))]];
		const hint = code === 'custom' && (issue.params?.['hint'] as string | undefined);
		return [[path, message, hint || shape.description]];
	});
}

const schemaOf = ({ folder, id }: Entry, { schemas }: Site) =>
	folder ? schemas[folder] : files[id as keyof typeof files]();

/** Fields are what their schema asks for: Astro names the first mistake of the first file only, without its line. */
export const fields: Rule = async (entry, site, report) => {
	const { fields } = entry;
	if (!fields) return;
	for (const [path, ...words] of await checkValues(schemaOf(entry, site), fields.data))
		report({ line: fields.lineOf(path), field: path.join('.') }, ...words);
};

const signs = new Set(['strong', 'emphasis', 'delete', 'inlineCode', 'link', 'linkReference']);

/** A plain field would show signs of Markdown as they stand. */
export const marks: Rule = (entry, site, report) => {
	for (const { node, line, field } of entry.nodes) {
		if (!field || !signs.has(node.type) || describe(schemaOf(entry, site), field.split('.')).markdown) continue;
		report({ line, field }, `Markdown does not work in \`${field}\`.`, 'Write plain words, without * or [ ]( ).');
	}
};
