import { draft, fields, furtherSection, oneOf, order, type SchemaContext, text } from './context.ts';

/** The two kinds of massage, in the order in which they always stand. */
export const kinds = ['spa', 'medical'] as const;
export type Kind = (typeof kinds)[number];

/** `content/choices/*.md`: one file an answer to “What brings you in today?”, without text below the dashes. */
export const choice = ({ reference }: Pick<SchemaContext, 'reference'>) =>
	fields({
		question: text(70, 'The situation in the reader’s own words, such as “An old injury keeps coming back”.'),
		fits: oneOf([...kinds, 'both'], 'Which kind fits: spa, medical or both.'),
		answer: text(40, 'The short answer, shown large when the reader picks this.'),
		reason: text(260, 'Why it fits, in one or two sentences, spoken to the reader.'),
		section: furtherSection(reference),
		order: order(),
		draft: draft(),
	});
