import { distance } from 'fastest-levenshtein';
import { fields, type Errors, type Values } from './fields.ts';

/** Providers that most people have, and real ones whose names are a letter away from theirs. */
const common = ['gmail.com', 'yahoo.com', 'hotmail.com', 'outlook.com', 'icloud.com', 'comcast.net', 'sbcglobal.net'];
const alike = ['mail.com', 'email.com', 'ymail.com'];

/** A text without what nobody sees: characters that only steer the writing, and spaces at the ends. */
const visible = (text: string) => text.replace(/\p{Cf}/gu, '').trim();

/** The address without what nobody sees or means to send. */
export const cleanAddress = (address: string): string => visible(address).replace(/^mailto:/i, '');

/** The address that was probably meant when its domain looks like a slip of the fingers, else undefined. */
export function suggestAddress(address: string): string | undefined {
	const [mailbox = '', domain = ''] = address.split('@');
	const typed = domain.toLowerCase();
	if (common.includes(typed) || alike.includes(typed)) return undefined;
	// One letter left out, added or changed; or two changed, as when neighbors have changed places.
	const meant = common.find((known) => distance(typed, known) <= (typed.length === known.length ? 2 : 1));
	return meant && `${mailbox}@${meant}`;
}

/** What is wrong with each field; empty when the form can be sent. */
export function findErrors(values: Values): Errors {
	const errors: Errors = {};
	for (const { name, label, missing, max = Infinity } of fields) {
		const { length } = values[name].trim();
		if (missing && !visible(values[name])) errors[name] = missing;
		else if (length > max) errors[name] = `Shorten “${label}” to ${max} characters; it has ${length}`;
	}
	const email = cleanAddress(values.email);
	const phone = visible(values.phone);
	if (!email && !phone) errors.email = 'Enter an e-mail address or a phone number';
	else if (email && !/^[^\s@,;<>]+@[^\s@,;<>.]+(\.[^\s@,;<>.]+)+$/.test(email))
		errors.email ??= 'Enter an e-mail address like name@example.com';
	// Digits of any script.
	if (phone && phone.replace(/\P{Nd}/gu, '').length < 7) errors.phone ??= 'Enter a phone number with its area code';
	return errors;
}
