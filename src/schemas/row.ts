import { draft, fields, furtherSection, inlineMarkdown, order, type SchemaContext, text } from './context.ts';

/** `content/comparison/*.md`: one file a row of the comparison table. The file has no text below the dashes. */
export const row = ({ reference }: Pick<SchemaContext, 'reference'>) =>
	fields({
		category: text(40, 'What this row compares; the first column.'),
		spa: inlineMarkdown(240, 'What spa massage offers here; the second column.'),
		medical: inlineMarkdown(240, 'What medical massage offers here; the third column.'),
		section: furtherSection(reference),
		order: order(),
		draft: draft(),
	});
