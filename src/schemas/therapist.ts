import { z } from 'astro/zod';
import { draft, fields, order, saysSomething, type SchemaContext, text, vague } from './context.ts';
import { words } from './messages.ts';

/** `content/team/*.md`: one file a therapist; the text below the dashes is the biography. */
export const therapist = ({ reference, image }: SchemaContext) =>
	fields({
		name: text(60, 'First and last name, without the letters after it.').regex(
			/^[^,]*$/,
			'The letters after a name stand in `letters`. Write the name alone.',
		),
		letters: z
			.array(reference('terms'), words)
			.max(6, words)
			.default([])
			.describe('The letters after the name, each a file name in content/terms without .md: [lmt], or [mmt, cnmt].'),
		knownFor: text(140, 'What this therapist is known for, in one sentence.'),
		photo: image()
			.optional()
			.describe('A portrait beside this file, such as ./jane-doe.jpg, at least 400 pixels wide.'),
		photoAlt: text(140, 'What the photo shows, for people who cannot see it. Needed when there is a photo.')
			.refine(saysSomething, vague)
			.optional(),
		order: order(),
		draft: draft(),
	}).refine((data) => !data.photo || data.photoAlt, {
		path: ['photoAlt'],
		error:
			'The photo has no words for people who cannot see it. Write what it shows, such as: “Jane Doe at the front desk”.',
	});
