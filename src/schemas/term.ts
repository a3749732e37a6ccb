import { draft, fields, text } from './context.ts';

/** `content/terms/*.md`: one file a clinical term or credential, which the text below the dashes explains. */
export const term = () =>
	fields({
		term: text(50, 'The term or the letters as they stand in the guide, such as “trigger point” or “LMT”.'),
		standsFor: text(80, 'For letters: the words they stand for.').optional(),
		draft: draft(),
	});
