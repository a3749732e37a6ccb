import { draft, fields, oneOf, order, text, updated } from './context.ts';

/** The built-in parts that a section can show below its text. */
const parts = ['comparison', 'team', 'form'] as const;

/** `content/sections/*.mdx`: one file a section of the guide. The file name becomes the section's address. */
export const section = () =>
	fields({
		title: text(70, 'The heading of the section. Say what the reader learns, without an exclamation mark.'),
		short: text(26, 'The heading in two or three words, for the list “On this page”.'),
		description: text(160, 'One sentence that sums the section up, for machines that read the guide.', 30),
		order: order(),
		draft: draft(),
		shows: oneOf(parts, 'A part of the site to show below the text: comparison, team or form.').optional(),
		updated: updated(),
	});
