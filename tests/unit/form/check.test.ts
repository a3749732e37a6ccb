import { describe, expect, test } from 'vitest';
import { cleanAddress, findErrors, suggestAddress } from '../../../src/form/check.ts';
import { asText, fields, type Errors, type FieldName, type Values } from '../../../src/form/fields.ts';
import { filled } from '../../support/form/words.ts';

const right = { name: 'Ada', email: 'ada@example.com' };
const byPhone = (phone: string) => ({ name: 'Ada', phone });
const maxOf = (name: FieldName) => (fields.find((field) => field.name === name) as { max?: number }).max ?? 0;
const address = { email: 'Enter an e-mail address like name@example.com' };

const cases: [about: string, Partial<Values>, Errors][] = [
	['an e-mail address is enough', right, {}],
	['a phone number is enough', byPhone('918 555 0134'), {}],
	['a phone number in Arabic digits', byPhone('٩١٨٥٥٥٠١٣٤'), {}],
	['a phone number in Devanagari digits', byPhone('९१८५५५०१३४'), {}],
	['a phone number in full width', byPhone('９１８－５５５－０１３４'), {}],
	['spaces around', { name: ' Ada ', email: ' ada@example.com ' }, {}],
	['an address in another script', { ...right, email: 'ада@пример.рф' }, {}],
	['as many characters as there may be', { ...right, message: 'x'.repeat(maxOf('message')) }, {}],
	['nothing', {}, { name: 'Enter your name', email: 'Enter an e-mail address or a phone number' }],
	['a name that nobody sees', { ...right, name: '\t \u00a0\u200b\u00ad' }, { name: 'Enter your name' }],
	['no domain', { ...right, email: 'ada@' }, address],
	['a dot at the end', { ...right, email: 'ana@clinic.test.' }, address],
	['two dots', { ...right, email: 'ana@clinic..test' }, address],
	['two addresses', { ...right, email: 'a@b.example, d@e.example' }, address],
	['no area code', byPhone('555-013'), { phone: 'Enter a phone number with its area code' }],
	[
		'a message that is too long',
		{ ...right, message: 'x'.repeat(maxOf('message') + 1) },
		{ message: 'Shorten “Anything else” to 2000 characters; it has 2001' },
	],
	[
		'a name that is too long',
		{ ...right, name: 'x'.repeat(maxOf('name') + 1) },
		{ name: 'Shorten “Your name” to 80 characters; it has 81' },
	],
];

test.each(cases)('judges %s', (_, values, errors) => {
	expect(findErrors(filled(values))).toEqual(errors);
});

test.each([
	['a zero-width space', 'bo@clinic.test\u200b'],
	['a mark of direction', '\u200ebo@clinic.test\u202c'],
	['a soft hyphen', 'bo@cli\u00adnic.test'],
	['a no-break space', '\u00a0bo@clinic.test\u00a0'],
	['a byte order mark', '\ufeffbo@clinic.test'],
	['what a copied link begins with', 'MailTo:bo@clinic.test'],
])('takes %s out of an address', (_, typed) => {
	expect(cleanAddress(typed)).toBe('bo@clinic.test');
});

describe('an address that looks mistyped', () => {
	test.each([
		['gmial.com', 'gmail.com'],
		['gmai.com', 'gmail.com'],
		['gmaill.com', 'gmail.com'],
		['gnail.com', 'gmail.com'],
		['gmail.con', 'gmail.com'],
		['gmail.co', 'gmail.com'],
		['Hotmial.com', 'hotmail.com'],
		['yaho.com', 'yahoo.com'],
		['comcast.ent', 'comcast.net'],
	])('at %s was meant for %s', (typed, meant) => {
		expect(suggestAddress(`Ada.V@${typed}`)).toBe(`Ada.V@${meant}`);
	});

	test.each(['gmail.com', 'GMAIL.com', 'mail.com', 'ymail.com', 'clinic.test', 'gmx.net', 'gm.com', ''])(
		'is none at “%s”',
		(domain) => {
			expect(suggestAddress(`ada@${domain}`)).toBe(undefined);
		},
	);

	test('is none without an @', () => {
		expect(suggestAddress('gmial.com')).toBe(undefined);
	});
});

test('gives a request back in the words of the form', () => {
	const values = filled({ ...right, goal: 'fix', message: 'First line,\nsecond line.' });
	expect(asText(values, 'K7Q2-9M').split('\n')).toEqual([
		'Your name: Ada',
		'E-mail: ada@example.com',
		'How should we reach you? Either way',
		'What do you want from a session? To get something fixed',
		'Anything else: First line,',
		'second line.',
		'Reference: K7Q2-9M',
	]);
});
