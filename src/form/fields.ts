/**
 * The fields of the appointment form, declared once: the HTML, the island, the local inbox and the tests all read this list.
 * This file is part of the script that reaches the page: it imports nothing.
 */

export type Field = {
	/** The name under which the value is sent; `email` is also the reply address at the form service. */
	name: string;
	label: string;
	hint?: string;
	/** The hint once the script has taken over, where it differs. As long as the other, so that nothing moves. */
	hintWithScript?: string;
	/** What to do when the field is empty. A field without it may stay empty. */
	missing?: string;
	/** The most characters the field takes. */
	max: number;
} & (
	| { kind: 'text' | 'email' | 'tel' | 'textarea'; autocomplete: 'name' | 'email' | 'tel' | 'on' }
	| { kind: 'radio'; options: Record<string, string> }
);

export const fields = [
	{ name: 'name', label: 'Your name', kind: 'text', autocomplete: 'name', max: 80, missing: 'Enter your name' },
	{
		name: 'email',
		label: 'E-mail',
		hint: 'We answer here.',
		hintWithScript: 'E-mail or phone: one is enough.',
		kind: 'email',
		autocomplete: 'email',
		max: 254,
	},
	{ name: 'phone', label: 'Phone', kind: 'tel', autocomplete: 'tel', max: 40 },
	{
		name: 'preferred',
		label: 'How should we reach you?',
		kind: 'radio',
		max: 20,
		options: { either: 'Either way', email: 'By e-mail', phone: 'By phone' },
	},
	{
		name: 'goal',
		label: 'What do you want from a session?',
		kind: 'radio',
		max: 20,
		options: { unsure: 'Not sure yet', unwind: 'To unwind', fix: 'To get something fixed' },
	},
	{
		name: 'times',
		label: 'Good times for you',
		hint: 'Such as “weekday mornings”.',
		kind: 'text',
		autocomplete: 'on',
		max: 120,
	},
	{
		name: 'message',
		label: 'Anything else',
		hint: 'Please leave out medical details. This form is no place for private health information; we ask about it in person.',
		kind: 'textarea',
		autocomplete: 'on',
		max: 2000,
	},
] as const satisfies readonly Field[];

/** What is wrong, by field. */
export type Errors = Partial<Record<FieldName, string>>;
export type FieldName = (typeof fields)[number]['name'];
export type Goal = 'unsure' | 'unwind' | 'fix';

/** Names of the fields that nobody fills in: the robot trap, the mail's subject, the way back, the reference. */
export const hidden = { trap: '_gotcha', subject: '_subject', next: '_next', reference: 'reference' } as const;

/** The subject of every mail. Constant, so that no visitor can write into it. */
export const subject = 'Appointment request from the website';

export const labelOf = (name: string): string => fields.find((field) => field.name === name)?.label ?? name;

/** A value in the words that stand beside it in the form. */
export function wordsOf(name: string, value: string): string {
	const field: Field | undefined = fields.find((field) => field.name === name);
	return (field?.kind === 'radio' && field.options[value]) || value;
}

/** What is wrong with each field, as instructions; an empty object when the form can be sent. */
export function findErrors(values: Partial<Record<string, string>>): Errors {
	const errors: Errors = {};
	const read = (name: FieldName) => (values[name] ?? '').trim();
	for (const field of fields) {
		const { length } = read(field.name);
		if ('missing' in field && length === 0) errors[field.name] = field.missing;
		else if (length > field.max)
			errors[field.name] = `Shorten “${field.label}” to ${field.max} characters; it has ${length}`;
	}
	const [email, phone] = [read('email'), read('phone')];
	if (!email && !phone) errors.email = 'Enter an e-mail address or a phone number';
	// As loose as the browser's own check: something, an @, a domain with a dot, no spaces.
	else if (email && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email))
		errors.email ??= 'Enter an e-mail address like name@example.com';
	if (phone && phone.replace(/\D/g, '').length < 7) errors.phone ??= 'Enter a phone number with its area code';
	return errors;
}
