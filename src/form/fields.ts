export type FieldName = 'name' | 'email' | 'phone' | 'preferred' | 'goal' | 'times' | 'message';
/** What the form holds, by field. */
export type Values = Record<FieldName, string>;
/** What is wrong, by field, as instructions. */
export type Errors = Partial<Values>;

/** A field of the form. Under `name` its value is sent; `email` is also the reply address at the form service. */
export interface Field {
	name: FieldName;
	label: string;
	kind: 'text' | 'email' | 'tel' | 'textarea' | 'radio';
	hint?: string;
	/** What a browser may fill in here. */
	autocomplete?: 'name' | 'email' | 'tel';
	/** The most characters the field takes. */
	max?: number;
	/** What to do when the field is empty. A field without it may stay empty. */
	missing?: string;
	/** What can be chosen, by value; the first is chosen at the start. */
	options?: Record<string, string>;
}

const ways = { either: 'Either way', email: 'By e-mail', phone: 'By phone' };
const goals = { unsure: 'Not sure yet', unwind: 'To unwind', fix: 'To get something fixed' };
const privacy =
	'Please leave out medical details. This form is no place for private health information; we ask about it in person.';

/**
 * The fields, declared once: the HTML, the script, the checks and the tests read this list. Part of the script that
 * reaches the page, so this file imports nothing.
 */
export const fields: readonly Field[] = [
	{ name: 'name', label: 'Your name', kind: 'text', autocomplete: 'name', max: 80, missing: 'Enter your name' },
	{ name: 'email', label: 'E-mail', kind: 'email', autocomplete: 'email', max: 254, hint: 'We answer here.' },
	{ name: 'phone', label: 'Phone', kind: 'tel', autocomplete: 'tel', max: 40 },
	{ name: 'preferred', label: 'How should we reach you?', kind: 'radio', options: ways },
	{ name: 'goal', label: 'What do you want from a session?', kind: 'radio', options: goals },
	{ name: 'times', label: 'Good times for you', kind: 'text', max: 120, hint: 'Such as “weekday mornings”.' },
	{ name: 'message', label: 'Anything else', kind: 'textarea', max: 2000, hint: privacy },
];

/** Names of the fields that nobody fills in: the robot trap, the mail's subject, the page of thanks, the reference. */
export const hidden = { trap: '_gotcha', subject: '_subject', next: '_next', reference: 'reference' } as const;

/** The subject of every mail. Constant, so that no visitor can write into it. */
export const subject = 'Appointment request from the website';

/** What a visitor wrote, as text to keep: a line for each field that is not empty, and the reference. */
export function asText(values: Values, reference: string): string {
	const lines = fields.map(({ name, label, options }) => {
		const words = options?.[values[name]] ?? values[name];
		return words && `${label.replace(/[^?]$/, '$&:')} ${words}`;
	});
	return [...lines, `Reference: ${reference}`].filter(Boolean).join('\n');
}
