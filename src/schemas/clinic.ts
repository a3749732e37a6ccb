import { z } from 'astro/zod';
import {
	date,
	fields,
	inlineMarkdown,
	list,
	notSample,
	optionalFact,
	sample,
	text,
	textOrNumber,
	url,
} from './context.ts';
import { hours } from './hours.ts';
import { words } from './messages.ts';
import { phone } from './phone.ts';

const zip = textOrNumber()
	.transform((value) => value.padStart(5, '0'))
	.refine((value) => /^\d{5}(-\d{4})?$/.test(value), 'A ZIP code has five digits: 74136.')
	.refine(notSample, sample)
	.describe('ZIP code: five digits.');

const address = fields({
	street: text(80, 'Street and number.').refine(notSample, sample),
	city: text(40, 'City.'),
	state: text(2, 'The state in two letters: OK.', 2).toUpperCase(),
	zip,
});

/** What is known of a place where the clinic works. */
const place = {
	address: optionalFact(address).describe('Where it is.'),
	phone: optionalFact(phone()),
	hours: optionalFact(hours()),
};

/** The id of the form in what the form service shows: the id alone, the form's address, or a piece of HTML with it. */
const formId = z
	.string(words)
	.transform((value) => /formspree\.io\/f\/(\w+)/.exec(value)?.[1] ?? value.trim())
	.refine((id) => /^[a-z]{8,}$/.test(id), {
		error: 'A form id is eight or more small letters: the end of the address https://formspree.io/f/THIS.',
		abort: true,
	})
	.refine(notSample, sample)
	.refine(
		(id) => !/your|form|example|placeholder|change|xxxx/.test(id),
		'This looks like a placeholder. Write the id that the form service shows you.',
	)
	.describe('The id of the contact form, or its address at the form service. Until it is set, no form is shown.');

const notice = fields({
	text: inlineMarkdown(200, 'What visitors should know now, such as when you are closed.'),
	firstDay: date('The first day on which it is shown.'),
	lastDay: date('The last day on which it is shown.'),
}).refine(({ firstDay, lastDay }) => firstDay <= lastDay, {
	path: ['lastDay'],
	error: 'The last day comes before the first. Write the later one here.',
});

const name = text(60, 'What the place is called.');
const places = 'Further places, each with its name and what is known of it.';
const email = z.email(words).refine(notSample, sample).describe('E-mail address that visitors may write to.');
const profiles = 'Addresses of the clinic’s own pages elsewhere, each starting with https://';
const repository = url('Where this site’s source is kept.').transform((address) => address.replace(/\.git$/, ''));

/** `content/clinic.yaml`: the only home of facts about the clinic. What is not set leaves no trace on any page. */
export const clinic = () =>
	fields({
		name: text(60, 'The full name of the clinic.'),
		shortName: text(20, 'The short name used inside sentences.'),
		area: text(60, 'The area the clinic serves.'),
		notice: optionalFact(notice).describe('News at the top of every page, for some days.'),
		formId: optionalFact(formId),
		...place,
		places: optionalFact(list(fields({ name, ...place }))).describe(places),
		email: optionalFact(email),
		booking: optionalFact(url('Where visitors book online.')),
		profiles: optionalFact(list(url('The clinic’s own page elsewhere.'))).describe(profiles),
		repository: optionalFact(repository),
	});
