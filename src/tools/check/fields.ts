import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { ImageMetadata } from 'astro';
import { z } from 'astro/zod';
import type { Metadata } from 'sharp';
import type { Kit } from '../../schemas/kit.ts';
import type { Shape } from '../entries.ts';
import { didYouMean } from './problem.ts';
import type { Folder } from './tree.ts';

export type Ids = Record<Folder, string[]>;

/** What is wrong with a picture in `folder`, if anything: 400 pixels is what the widest place on a page shows. */
export async function checkPicture(folder: string, src: string): Promise<string | undefined> {
	const file = join(folder, src);
	const bytes = statSync(file, { throwIfNoEntry: false })?.size;
	if (!/^\.\/[^/]+$/.test(src) || bytes === undefined) return `There is no picture ${src} beside this file.`;
	if (bytes > 10_000_000) return `The picture has ${Math.round(bytes / 1e6)} MB; at most 10 are taken.`;
	const { default: sharp } = await import('sharp');
	const small = sharp(file, { limitInputPixels: false }).resize(8);
	// What the head of the file tells, of the picture before it is made small.
	const { format = '', width = 0, height = 0 } = await small.metadata().catch((): Partial<Metadata> => ({}));
	if (!/^(jpeg|png|webp|heif)$/.test(format)) return 'This is not a JPEG, PNG, WebP or AVIF picture.';
	if (width < 400) return `The picture is ${width} pixels wide; at least 400 are needed.`;
	if (width * height > 1e8) return `The picture is ${width} by ${height} pixels; save a smaller one.`;
	// Decoding finds what the head does not tell: half an upload, and formats that are named wrong.
	const whole = await small.toBuffer().catch(() => undefined);
	return whole ? undefined : 'The picture is damaged. Save it again as JPEG.';
}

/** Stand-ins for Astro's `reference` and `image` that look at the files on disk, for the entries in `folder`. */
export const kitFor = (folder: string, ids: Ids): Kit => ({
	reference: (collection) =>
		z.string().transform((id, context) => {
			const known = ids[collection];
			const message = `There is no file ${id} in content/${collection}.`;
			if (!known.includes(id)) context.addIssue({ code: 'custom', message, params: { hint: didYouMean(id, known) } });
			return { collection, id };
		}),
	image: () =>
		z.string().transform(async (src, context) => {
			const message = await checkPicture(folder, src);
			if (message) context.addIssue({ code: 'custom', message });
			return { src } as ImageMetadata;
		}),
});

/** The description of a field for its editor, and the names of the fields inside it. */
function look(schema: z.ZodType, path: PropertyKey[]) {
	let here = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Shape;
	const inside = () => here.anyOf?.[0] ?? here;
	for (const key of path) here = inside().properties?.[String(key)] ?? inside().items ?? {};
	return { description: here.description, keys: Object.keys(inside().properties ?? {}) };
}

const kinds: Record<string, string> = {
	string: 'text. Put it in quotes',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	date: 'a date without quotes',
	array: 'a list: [one, two]',
	object: 'lines of the form “name: value”',
	url: 'a full address that starts with https://',
	email: 'an e-mail address',
};

function wordsFor(issue: z.core.$ZodIssue): string {
	const { code, input } = issue;
	const name = issue.path.length ? `\`${issue.path.join('.')}\`` : 'What stands here';
	if (code === 'custom') return issue.message;
	if (input === undefined) return `${name} is missing.`;
	if (input === null || input === '') return `${name} is empty.`;
	if (code === 'invalid_type') return `${name} must be ${kinds[issue.expected] ?? issue.expected}.`;
	if (code === 'invalid_value') return `${name} cannot be ${JSON.stringify(input)}.`;
	if (code === 'invalid_format' && kinds[issue.format]) return `${name} must be ${kinds[issue.format]}.`;
	if (code !== 'too_big' && code !== 'too_small') return issue.message;
	const limit = code === 'too_big' ? `at most ${issue.maximum}` : `at least ${issue.minimum}`;
	if (typeof input === 'number') return `${name} is ${input}; ${limit} is possible.`;
	return `${name} has ${(input as ArrayLike<unknown>).length} ${issue.origin === 'string' ? 'characters' : 'entries'}; ${limit} can stand here.`;
}

/** Checks values against a schema, and calls back with each mistake in plain words. */
export async function checkValues(
	schema: z.ZodType,
	values: unknown,
	found: (path: PropertyKey[], message: string, hint?: string) => void,
) {
	const { error } = await schema.safeParseAsync(values, { reportInput: true });
	for (const issue of error?.issues ?? []) {
		const { description, keys } = look(schema, issue.path);
		if (issue.code === 'unrecognized_keys') {
			for (const key of issue.keys) found([...issue.path, key], `There is no field \`${key}\`.`, didYouMean(key, keys));
			continue;
		}
		let hint = description;
		if (issue.code === 'custom') hint = (issue.params?.['hint'] as string | undefined) ?? hint;
		if (issue.code === 'invalid_value' && typeof issue.input === 'string')
			hint = didYouMean(issue.input, issue.values.map(String));
		found(issue.path, wordsFor(issue), hint);
	}
}
