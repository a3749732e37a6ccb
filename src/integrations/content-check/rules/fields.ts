import { z } from 'astro/zod';
import { files } from '../../../schemas/index.ts';
import type { Entry } from '../parse.ts';
import { at, didYouMean, type Finding, type Words } from '../problem.ts';
import type { Site } from '../site.ts';

/** As much of a JSON schema as is looked at. */
interface Shape {
	description?: string;
	markdown?: boolean;
	properties?: Record<string, Shape>;
	items?: Shape;
	anyOf?: Shape[];
}

/** What a schema says of a field for its editor, and the names of the fields inside it. */
function describe(schema: z.ZodType, path: PropertyKey[]) {
	let here = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
	const inside = () => here.anyOf?.[0] ?? here;
	for (const key of path) {
		if (!(String(key) in (inside().properties ?? {})) && inside().items) here = inside().items ?? {};
		if (typeof key !== 'number') here = inside().properties?.[String(key)] ?? {};
	}
	return { ...here, names: Object.keys(inside().properties ?? {}) };
}

/** What a schema says about values, in its own words, with what to write. */
export async function* checkValues(schema: z.ZodType, values: unknown): AsyncIterable<[PropertyKey[], Words]> {
	const { error } = await schema.safeParseAsync(values, { reportInput: true });
	for (const issue of error?.issues ?? []) {
		const { description, names } = describe(schema, issue.path);
		const { code, path, message } = issue;
		if (code === 'unrecognized_keys') {
			for (const key of issue.keys)
				yield [
					[...path, key],
					[`There is no field \`${key}\`.`, didYouMean(key, names)],
				];
		} else if (code === 'invalid_value' && typeof issue.input === 'string')
			yield [path, [message, didYouMean(issue.input, issue.values.map(String))]];
		else yield [path, [message, (code === 'custom' && (issue.params?.['hint'] as string | undefined)) || description]];
	}
}

/** Signs of Markdown: a plain field would show them as they stand. */
const marks = new Set(['strong', 'emphasis', 'delete', 'inlineCode', 'link', 'linkReference']);

/** Fields are what their schema asks for: Astro names the first mistake of the first file only, without its line. */
export async function* fields({ folder, id, fields, nodes }: Entry, { schemas }: Site): AsyncIterable<Finding> {
	if (!fields) return;
	const schema = folder ? schemas[folder] : files[id as keyof typeof files]();
	for await (const [path, words] of checkValues(schema, fields.data))
		yield at({ line: fields.lineOf(path), field: path.join('.') }, words);
	for (const { node, line, field } of nodes) {
		if (!field || !marks.has(node.type) || describe(schema, field.split('.')).markdown) continue;
		yield at({ line, field }, [`Markdown does not work in \`${field}\`.`, 'Write plain words, without * or [ ]( ).']);
	}
}
