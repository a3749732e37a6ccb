import { z } from 'astro/zod';
import { fields, notSample, optionalFact, sample, text, url } from './context.ts';
import { words } from './messages.ts';

const address = fields({
	street: text(80, 'Street and number.').refine(notSample, sample),
	city: text(40, 'City.'),
	state: text(2, 'The state in two letters: OK.', 2),
	zip: z
		.string(words)
		.regex(/^\d{5}(-\d{4})?$/, 'A ZIP code has five digits. Put it in quotes: "74103".')
		.describe('ZIP code in quotes: "74103".'),
});

/** A time of day. A wrong one stops here, so that it is not compared. */
const time = (sample: string, description: string) =>
	z
		.string(words)
		.regex(/^([01]\d|2[0-3]):[0-5]\d$/, { error: `Write the time with 24 hours, in quotes: "${sample}".`, abort: true })
		.describe(`${description} time in quotes: "${sample}".`);

const hours = fields({
	days: text(40, 'The days, such as “Monday to Friday”.'),
	opens: time('09:00', 'Opening'),
	closes: time('17:30', 'Closing'),
}).refine(({ opens, closes }) => opens < closes, {
	path: ['closes'],
	error: 'The clinic closes before it opens. Write the later time here.',
});

/** `content/clinic.yaml`: the only home of facts about the clinic. A fact that is not set leaves no trace on any page. */
export const clinic = () =>
	fields({
		name: text(60, 'The full name of the clinic.'),
		shortName: text(20, 'The short name used inside sentences.'),
		area: text(60, 'The area the clinic serves.'),
		formId: optionalFact(
			z
				.string(words)
				.regex(/^[a-z]{8,}$/, {
					error:
						'A form id is eight or more small letters, the end of the address that the form service shows you: https://formspree.io/f/THIS.',
					abort: true,
				})
				.refine(
					(id) => notSample(id) && !/your|form|example|placeholder|change|xxxx/.test(id),
					'This looks like a placeholder. Write the id that the form service shows you.',
				),
		).describe('The id of the contact form at the form service. Until it is set, no form is shown.'),
		address: optionalFact(address).describe('Where the clinic is.'),
		phone: optionalFact(
			z.string(words).regex(/^\+1-\d{3}-\d{3}-\d{4}$/, 'Write the number as "+1-918-555-0100", in quotes.'),
		).describe('Phone number in quotes: "+1-918-555-0100".'),
		email: optionalFact(z.email(words).refine(notSample, sample)).describe(
			'E-mail address that visitors may write to.',
		),
		hours: optionalFact(z.array(hours, words)).describe('Opening hours, one entry for each run of days.'),
		booking: optionalFact(url('Where visitors book online.')).describe(
			'Where visitors book online. Starts with https://',
		),
		profiles: optionalFact(z.array(url('A profile.'), words)).describe(
			'Addresses of the clinic’s profiles elsewhere, each starting with https://',
		),
		repository: optionalFact(url('The repository.')).describe('Where this site’s source is kept. Starts with https://'),
	});
