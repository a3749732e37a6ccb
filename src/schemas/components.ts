import { z } from 'astro/zod';
import { fields } from './context.ts';
import { words } from './messages.ts';

/** Numbers with commas between them, such as "7, 6, 5": the points of a chart, from 0 to 10. At least two. */
export const points = z
	.string(words)
	.regex(/^\s*\d+(\.\d+)?(\s*,\s*\d+(\.\d+)?)+\s*$/, 'Write numbers with commas between them: "7, 6, 5.5, 4".')
	.transform((list) => list.split(',').map(Number))
	.refine((list) => list.every((n) => n <= 10), 'Every number lies between 0 and 10.');

/**
 * The components that prose in `content/` may use, and what each takes. All values are plain text in quotes.
 * Charts, quotes, examples and notes have text between their tags; `Asks` has none.
 */
export const components = {
	/** Spa and medical side by side; holds one `Spa` and one `Medical`. */
	Pair: fields({}),
	Spa: fields({}),
	Medical: fields({}),
	/** What the therapist asks at the start, in two voices. */
	Asks: fields({ spa: z.string(words).min(1, words), medical: z.string(words).min(1, words) }),
	/** What somebody might say. `who` says who speaks. */
	Quote: fields({ who: z.string(words).min(1, words) }),
	/** A box that is marked as an example. */
	Example: fields({}),
	/** A remark beside the text, such as a source or a doubt. */
	Note: fields({}),
	/** A word with its explanation; `id` is a file name in content/terms without .md. */
	Term: fields({ id: z.string(words).min(1, words) }),
	/** Pain over a plan: one point a visit, the first before the plan starts. */
	PainChart: fields({ points }),
	/** How relief lasts: the two curves, one point half a week. */
	ReliefChart: fields({ spa: points, medical: points }),
} as const;
