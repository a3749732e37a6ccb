import { fields, type Errors, type Field, type FieldName, type Values } from './fields.ts';

/** Providers that most people have, and real ones whose names are a letter away from theirs. */
const common = ['gmail.com', 'yahoo.com', 'hotmail.com', 'outlook.com', 'icloud.com', 'comcast.net', 'sbcglobal.net'];
const alike = ['mail.com', 'email.com', 'ymail.com'];

/** A text without what nobody sees: characters that only steer the writing, and spaces at the ends. */
const visible = (text: string) => text.replace(/\p{Cf}/gu, '').trim();

/** The address without what nobody sees or means to send. */
export const cleanAddress = (address: string): string => visible(address).replace(/^mailto:/i, '');

/** Whether one letter was left out, added or changed, or two neighbors have changed places. */
function isOneSlipAway(typed: string, meant: string): boolean {
	let start = 0;
	while (start < meant.length && typed[start] === meant[start]) start += 1;
	let end = 0;
	const most = Math.min(typed.length, meant.length) - start;
	while (end < most && typed.at(-1 - end) === meant.at(-1 - end)) end += 1;
	const [wrong, right] = [typed.slice(start, typed.length - end), meant.slice(start, meant.length - end)];
	if (wrong.length < 2 && right.length < 2) return true;
	return right.length === 2 && wrong === right.charAt(1) + right.charAt(0);
}

/** The address that was probably meant when its domain looks like a slip of the fingers, else undefined. */
export function suggestAddress(address: string): string | undefined {
	const [mailbox = '', domain = ''] = address.split('@');
	const typed = domain.toLowerCase();
	if (common.includes(typed) || alike.includes(typed)) return undefined;
	const meant = common.find((known) => isOneSlipAway(typed, known));
	return meant && `${mailbox}@${meant}`;
}

/** What is wrong with each field; empty when the form can be sent. */
export function findErrors(values: Values): Errors {
	const errors: Errors = {};
	for (const { name, label, missing, max = Infinity } of fields as readonly (Field & { name: FieldName })[]) {
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
