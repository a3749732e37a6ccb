import { z } from 'astro/zod';
import type { ImageMetadata } from 'astro';
import { words } from './messages.ts';

/**
 * What a schema needs from whoever reads with it. Astro hands in its own `reference` and `image`;
 * the content check hands in stand-ins that look the file up and suggest the nearest name.
 */
export interface SchemaContext {
	reference: <C extends 'sections' | 'terms'>(collection: C) => z.ZodType<{ collection: C; id: string }>;
	image: () => z.ZodType<ImageMetadata>;
}

/** One line of plain text, `min` to `max` characters long. The check refuses Markdown in it. */
export const text = (max: number, description: string, min = 1) =>
	z.string(words).trim().min(min, words).max(max, words).describe(description);

/** A text, or what YAML takes for a number: a time, a phone number, a ZIP code. */
export const textOrNumber = () =>
	z.union([z.string(words), z.number()], words).transform((value) => String(value).trim());

/** One line of text that may carry Markdown emphasis and links. */
export const inlineMarkdown = (max: number, description: string) =>
	text(max, '').meta({ description: `${description} **Bold**, *italics* and [links](/team/) work.`, markdown: true });

/** Fields by their names, and no others. */
export const fields = <T extends z.core.$ZodLooseShape>(shape: T) => z.strictObject(shape, words);

/** A list of `entry`. */
export const list = <T extends z.ZodType>(entry: T) => z.array(entry, words);

/** One of a few words. */
export const oneOf = <const T extends readonly string[]>(values: T, description: string) =>
	z.enum(values, words).describe(description);

/** true or false. */
export const flag = (description: string) => z.boolean(words).describe(description);

/** A whole number from `min` on. */
export const count = (min: number, description: string) => z.int(words).min(min, words).describe(description);

/** The place of an entry among its neighbors, used once in its folder. */
export const order = () => count(1, 'Where this stands among its neighbors: 1 comes first. Each number is used once.');

/** An entry that is not ready yet: it is checked, and neither built nor counted. */
export const draft = () => flag('true keeps this off the site, until you switch it off or delete the line.').optional();

/** The section that says more about an entry. */
export const furtherSection = (reference: SchemaContext['reference']) =>
	reference('sections').describe('The section that says more: its file name in content/sections without .mdx.');

/** A date such as 2026-11-24. The JSON schema that Astro makes of a bare `z.date()` asks for a time too. */
export const date = (description: string) =>
	z
		.unknown()
		.pipe(z.date(words))
		.meta({ description: `${description} Written as year-month-day: 2026-11-24.`, type: 'string', format: 'date' });

/** A date that has come: today is tomorrow already east of us. */
export const pastDate = (description: string) => {
	const error = 'This day is still to come. Write the day on which it happened, such as 2026-11-24.';
	return date(description).refine((day) => day.getTime() < Date.now() + 86_400_000, error);
};

/** The day on which words last changed, as readers see it. */
export const updated = () => pastDate('The day the words last changed in a way readers should know about.').optional();

/** Samples show a format; published, they would look real. */
export const sample = 'This is a sample from the instructions. Write the real one, or delete the line.';
export const notSample = (value: string) => !/example\.(com|org|net)|^abcd(efgh|wxyz)$|\bsample\b|^74000/i.test(value);

/** Words for a picture that only say that it is one help nobody who cannot see it. */
export const saysSomething = (alt: string) =>
	!/^(?:a |the |my )?(?:photo|picture|image|portrait|img\S*|\S+\.\w{3,4})\.?$/i.test(alt.trim());
export const vague = 'Say what the picture shows, such as: Jane Doe at the front desk.';

/** An address that starts with https://. */
export const url = (description: string) =>
	z
		.url({ protocol: /^https$/, ...words })
		.refine((address) => !/\s/.test(address), 'An address has no spaces. Copy it again from your browser.')
		.refine(notSample, sample)
		.describe(`${description} A full address that starts with https://`);

/** A fact that may be unknown: leaving the line out, or leaving it empty, shows nothing anywhere. */
export const optionalFact = <T extends z.ZodType>(schema: T) =>
	schema
		.nullish()
		.transform((value) => value ?? undefined)
		.describe(schema.description ?? '');
