import { z } from 'astro/zod';
import { draft, fields, order, type SchemaContext, text } from './context.ts';
import { words } from './messages.ts';

/** The two kinds of massage, in the order in which they always stand. */
export const kinds = ['spa', 'medical'] as const;
export type Kind = (typeof kinds)[number];

/** `content/choices/*.md`: one file an answer to “What brings you in today?”, without text below the dashes. */
export const choice = ({ reference }: Pick<SchemaContext, 'reference'>) =>
	fields({
		question: text(70, 'The situation in the reader’s own words, such as “An old injury keeps coming back”.'),
		fits: z.enum([...kinds, 'both'], words).describe('Which kind fits: spa, medical or both.'),
		answer: text(40, 'The short answer, shown large when the reader picks this.'),
		reason: text(260, 'Why it fits, in one or two sentences, spoken to the reader.'),
		section: reference('sections').describe(
			'The section that says more: its file name in content/sections without .mdx.',
		),
		order: order(),
		draft: draft(),
	});
