import { z } from 'astro/zod';
import { files } from '../../../schemas/index.ts';
import type { Entry } from '../parse.ts';
import { didYouMean, type Finding } from '../problem.ts';
import type { Site } from '../site.ts';

/** As much of a JSON schema as is looked at. */
interface Shape {
	description?: string;
	properties?: Record<string, Shape>;
	items?: Shape;
	anyOf?: Shape[];
}

/** The description of a field for its editor, and the names of the fields inside it. */
function describe(schema: z.ZodType, path: PropertyKey[]) {
	let here = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
	const inside = () => here.anyOf?.[0] ?? here;
	for (const key of path) here = inside().properties?.[String(key)] ?? inside().items ?? {};
	return { description: here.description, names: Object.keys(inside().properties ?? {}) };
}

/** What a schema says about values, in the schema's own words, with what to write. */
export async function* checkValues(schema: z.ZodType, values: unknown) {
	const { error } = await schema.safeParseAsync(values, { reportInput: true });
	for (const issue of error?.issues ?? []) {
		const { description, names } = describe(schema, issue.path);
		if (issue.code === 'unrecognized_keys') {
			for (const key of issue.keys)
				yield { path: [...issue.path, key], message: `There is no field \`${key}\`.`, hint: didYouMean(key, names) };
			continue;
		}
		let hint = description;
		if (issue.code === 'custom') hint = (issue.params?.['hint'] as string | undefined) ?? hint;
		if (issue.code === 'invalid_value' && typeof issue.input === 'string')
			hint = didYouMean(issue.input, issue.values.map(String));
		yield { path: issue.path, message: issue.message, hint };
	}
}

/** Fields are what their schema asks for: Astro names the first mistake of the first file only, without its line. */
export async function* fields({ folder, id, fields }: Entry, { schemas }: Site): AsyncIterable<Finding> {
	if (!fields) return;
	const schema = folder ? schemas[folder] : files[id as keyof typeof files]();
	for await (const { path, message, hint } of checkValues(schema, fields.data))
		yield { line: fields.lineOf(path), field: path.join('.'), message, hint };
}
