import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ImageMetadata } from 'astro';
import { z } from 'astro/zod';
import type { Kit } from '../../schemas/kit.ts';
import { didYouMean } from './problem.ts';
import type { Entry, Folder } from './tree.ts';

export type Ids = Record<Folder, string[]>;

/** What is wrong with a picture beside an entry, if anything: 400 pixels is what the widest place on a page shows. */
export async function checkPicture(entry: Entry, src: string): Promise<string | undefined> {
	const path = join(dirname(entry.path), decodeURI(src));
	const bytes = statSync(path, { throwIfNoEntry: false })?.size;
	if (!/^\.\/[^/]+$/.test(src) || bytes === undefined) return `There is no picture ${src} beside this file.`;
	if (bytes > 10_000_000) return `The picture ${src} has ${Math.round(bytes / 1e6)} MB; at most 10 are taken.`;
	const { default: sharp } = await import('sharp');
	const { format, width } = await sharp(path)
		.metadata()
		.catch(() => ({ format: undefined, width: 0 }));
	if (!format || !['jpeg', 'png', 'webp', 'heif'].includes(format))
		return `${src} is not a JPEG, PNG, WebP or AVIF picture.`;
	return width < 400 ? `The picture ${src} is ${width} pixels wide; at least 400 are needed.` : undefined;
}

/** Stand-ins for Astro's `reference` and `image` that look at the files on disk. */
export const kitFor = (entry: Entry, ids: Ids): Kit => ({
	reference: (collection) =>
		z.string().transform((id, context) => {
			const message = `There is no file ${id} in content/${collection}.`;
			if (!ids[collection].includes(id))
				context.addIssue({ code: 'custom', message, params: { hint: didYouMean(id, ids[collection]) } });
			return { collection, id };
		}),
	image: () =>
		z.string().transform(async (src, context) => {
			const message = await checkPicture(entry, src);
			if (message) context.addIssue({ code: 'custom', message });
			return { src } as ImageMetadata;
		}),
});

type Def = Partial<Record<'innerType' | 'in' | 'element', z.ZodType>> & { shape?: Record<string, z.ZodType> };

/** The description of a field for its editor, and the names of the fields inside it. */
function look(schema: z.ZodType, path: PropertyKey[]): { description: string | undefined; keys: string[] } {
	let [here, description]: [z.ZodType | undefined, string | undefined] = [schema, schema.description];
	for (const key of [...path, undefined]) {
		for (
			let inner: z.ZodType | undefined = here;
			inner;
			inner = (inner.def as Def).innerType ?? (inner.def as Def).in
		) {
			here = inner;
			description ??= inner.description;
		}
		const { shape, element } = (here?.def ?? {}) as Def;
		if (key === undefined) return { description, keys: Object.keys(shape ?? {}) };
		here = shape?.[String(key)] ?? element;
		description = here?.description ?? (element ? description : undefined);
	}
	return { description, keys: [] };
}

const kinds: Record<string, string> = {
	string: 'text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	date: 'a date',
	array: 'a list',
	object: 'a group of fields',
};
const kindOf = (input: unknown) =>
	kinds[input instanceof Date ? 'date' : Array.isArray(input) ? 'array' : typeof input];

function words(issue: z.core.$ZodIssue, name: string): string {
	const { input } = issue;
	if (issue.code === 'custom') return issue.message;
	if (input === undefined) return `${name} is missing.`;
	if (input === null || input === '') return `${name} is empty.`;
	if (issue.code === 'invalid_type' && issue.expected === 'int' && typeof input === 'number')
		return `${name} is ${input}, not a whole number.`;
	if (issue.code === 'invalid_type')
		return `${name} is ${kindOf(input)}, not ${kinds[issue.expected] ?? issue.expected}.`;
	if (issue.code === 'invalid_value') return `${name} cannot be “${String(input)}”.`;
	if (issue.code === 'invalid_format' && issue.format === 'url')
		return `${name} is no full address that starts with https://.`;
	if (issue.code === 'invalid_format' && issue.format === 'email') return `${name} is no e-mail address.`;
	const unit = typeof input === 'string' ? 'characters' : 'entries';
	const has = typeof input === 'number' ? `is ${input}` : `has ${(input as string | unknown[]).length} ${unit}`;
	if (issue.code === 'too_big') return `${name} ${has}; at most ${issue.maximum} fit.`;
	if (issue.code === 'too_small') return `${name} ${has}; at least ${issue.minimum} are needed.`;
	return `${name}: ${issue.message}`;
}

/** Checks values against a schema, and calls back with each mistake in plain words. Returns the values when all are right. */
export async function checkValues<S extends z.ZodType>(
	schema: S,
	values: unknown,
	found: (path: PropertyKey[], message: string, hint?: string) => void,
): Promise<z.output<S> | undefined> {
	const result = await schema.safeParseAsync(values, { reportInput: true });
	for (const issue of result.error?.issues ?? []) {
		const { description, keys } = look(schema, issue.path);
		if (issue.code === 'unrecognized_keys')
			for (const key of issue.keys) found([...issue.path, key], `There is no field \`${key}\`.`, didYouMean(key, keys));
		else {
			const suggestion =
				issue.code === 'invalid_value' &&
				typeof issue.input === 'string' &&
				didYouMean(issue.input, issue.values.map(String));
			const quotes =
				issue.code === 'invalid_type' &&
				issue.expected === 'string' &&
				issue.input != null &&
				'Put the value in quotes.';
			const given = issue.code === 'custom' && (issue.params?.['hint'] as string | undefined);
			found(issue.path, words(issue, `\`${issue.path.join('.')}\``), given || suggestion || quotes || description);
		}
	}
	return result.data;
}
