import { draft, fields, list, order, saysSomething, type SchemaContext, text, vague } from './context.ts';
import { words } from './messages.ts';

const nameAlone = 'The letters after a name stand in `letters`. Write the name alone.';
const letters = 'The letters after the name, each a file name in content/terms without .md: [lmt], or [mmt, cnmt].';
const photo = 'A portrait beside this file, such as ./jane-doe.jpg, at least 400 pixels wide.';
const photoAlt = 'What the photo shows, for people who cannot see it. Needed when there is a photo.';
const noAlt =
	'The photo has no words for people who cannot see it. ' +
	'Write what it shows, such as: “Jane Doe at the front desk”.';

/** `content/team/*.md`: one file a therapist; the text below the dashes is the biography. */
export const therapist = ({ reference, image }: SchemaContext) =>
	fields({
		name: text(60, 'First and last name, without the letters after it.').regex(/^[^,]*$/, nameAlone),
		letters: list(reference('terms')).max(6, words).default([]).describe(letters),
		knownFor: text(140, 'What this therapist is known for, in one sentence.'),
		photo: image().optional().describe(photo),
		photoAlt: text(140, photoAlt).refine(saysSomething, vague).optional(),
		order: order(),
		draft: draft(),
	}).refine((data) => !data.photo || data.photoAlt, { path: ['photoAlt'], error: noAlt });
