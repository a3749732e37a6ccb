import { describe, expect, test } from 'vitest';
import { cleanAddress, findErrors, suggestAddress } from '../../../src/form/check.ts';
import { asText, fields, type Errors, type FieldName, type Values } from '../../../src/form/fields.ts';
import { filled } from '../../support/form/words.ts';

const right = { name: 'Ada', email: 'ada@example.com' };
const byPhone = (phone: string) => ({ name: 'Ada', phone });
const maxOf = (name: FieldName) => (fields.find((field) => field.name === name) as { max?: number }).max ?? 0;
const address = { email: 'Enter an e-mail address like name@example.com' };

const tooLong = (name: FieldName) => ({ ...right, [name]: 'x'.repeat(maxOf(name) + 1) });
const cases: [about: string, Partial<Values>, Errors][] = [
	['an e-mail address is enough', right, {}],
	['a phone number is enough', byPhone('918 555 0134'), {}],
	['a phone number in digits of any script', byPhone('٩١٨ ५५५ ０１३４'), {}],
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
	['a long message', tooLong('message'), { message: 'Shorten “Anything else” to 2000 characters; it has 2001' }],
	['a long name', tooLong('name'), { name: 'Shorten “Your name” to 80 characters; it has 81' }],
];

test.each(cases)('judges %s', (_, values, errors) => {
	expect(findErrors(filled(values))).toEqual(errors);
});

test.each([
	['a zero-width space', 'bo@clinic.test\u200b'],
	['a soft hyphen', 'bo@cli\u00adnic.test'],
	['a byte order mark', '\ufeffbo@clinic.test'],
	['what a copied link begins with', 'MailTo:bo@clinic.test'],
])('takes %s out of an address', (_, typed) => {
	expect(cleanAddress(typed)).toBe('bo@clinic.test');
});

describe('an address that looks mistyped', () => {
	test.each([
		['gmial.com', 'gmail.com'],
		['gmai.com', 'gmail.com'],
		['gnail.com', 'gmail.com'],
		['gmail.con', 'gmail.com'],
		['Hotmial.com', 'hotmail.com'],
		['comcast.ent', 'comcast.net'],
	])('at %s was meant for %s', (typed, meant) => {
		expect(suggestAddress(`Ada.V@${typed}`)).toBe(`Ada.V@${meant}`);
	});

	test.each(['ada@gmail.com', 'ada@GMAIL.com', 'ada@mail.com', 'ada@clinic.test', 'ada@yahoo.ca', 'gmial.com', ''])(
		'is none in “%s”',
		(typed) => {
			expect(suggestAddress(typed)).toBe(undefined);
		},
	);
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
