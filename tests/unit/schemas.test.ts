import { describe, expect, test } from 'vitest';
import { localPhone } from '../../src/data/phone.ts';
import { clinic } from '../../src/schemas/clinic.ts';
import { week } from '../../src/schemas/hours.ts';
import { redirects } from '../../src/schemas/redirects.ts';

/* What the schemas make of the ways in which people write one thing. */

const parse = (facts: object) => clinic().parse({ name: 'A', shortName: 'A', area: 'Tulsa', ...facts });
const [mon, tue, wed, thu, fri, sat, sun] = week;

test.each([
	['(918) 234-5678', '+1-918-234-5678', '918-234-5678'],
	['918.234.5678', '+1-918-234-5678', '918-234-5678'],
	['+1 918 234 5678', '+1-918-234-5678', '918-234-5678'],
	['1-918-234-5678', '+1-918-234-5678', '918-234-5678'],
	['+1 (918) 234-5678 x12', '+1-918-234-5678;ext=12', '918-234-5678 ext. 12'],
	['918 234 5678, extension 7', '+1-918-234-5678;ext=7', '918-234-5678 ext. 7'],
	['٩١٨-٢٣٤-٥٦٧٨', '+1-918-234-5678', '918-234-5678'],
	['９１８ २३४ 5678', '+1-918-234-5678', '918-234-5678'],
	[9182345678, '+1-918-234-5678', '918-234-5678'],
])('stores a phone number in one form: %s', (phone, stored, shown) => {
	expect(parse({ phone }).phone).toBe(stored);
	expect(localPhone(stored)).toBe(shown);
});

describe('reads hours:', () => {
	test.each([
		['Monday to Friday', [mon, tue, wed, thu, fri]],
		['Mon-Fri', [mon, tue, wed, thu, fri]],
		['Mon–Thu', [mon, tue, wed, thu]],
		['Mon. – Wed., Fri', [mon, tue, wed, fri]],
		['Saturday and Sunday', [sat, sun]],
		['Tues & Thurs', [tue, thu]],
		['Saturdays', [sat]],
		['Sat to Mon', [mon, sat, sun]],
	])('the days %s', (label, days) => {
		expect(parse({ hours: [{ days: label, opens: '9', closes: '17' }] }).hours).toMatchObject([{ label, days }]);
	});

	test.each([
		['9:00', '17:30', '09:00', '17:30'],
		['9 am', '5:30 pm', '09:00', '17:30'],
		['9', '17', '09:00', '17:00'],
		['noon', '4 p.m.', '12:00', '16:00'],
		['12 am', '12:30PM', '00:00', '12:30'],
	])('the times %s to %s', (opens, closes, from, to) => {
		const spans = [{ opens: from, closes: to }];
		expect(parse({ hours: [{ days: 'Mon', opens, closes }] }).hours).toMatchObject([{ spans }]);
	});

	test('a lunch break, and days without any', () => {
		const hours = [
			{ days: 'Mon-Fri', opens: '9:00', closes: 'noon' },
			{ days: 'Mon to Fri', opens: '1 pm', closes: '5 pm' },
			{ days: 'Sat', opens: 'By appointment' },
			{ days: 'Sun', opens: 'closed' },
		];
		const morning = { opens: '09:00', closes: '12:00' };
		expect(parse({ hours }).hours).toMatchObject([
			{ days: [mon, tue, wed, thu, fri], spans: [morning, { opens: '13:00', closes: '17:00' }] },
			{ days: [sat], note: 'by appointment', spans: [] },
			{ days: [sun], note: 'closed', spans: [] },
		]);
	});
});

test('stores other facts in one form', () => {
	const snippet = '<form action="https://formspree.io/f/xrgjabrg" method="POST">';
	const address = { street: '5 Elm', city: 'Tulsa', state: 'ok', zip: 74136 };
	const facts = { formId: snippet, address, repository: 'https://code.example/guide.git', phone: null };
	expect(parse(facts)).toEqual({
		...{ name: 'A', shortName: 'A', area: 'Tulsa' },
		formId: 'xrgjabrg',
		address: { ...address, state: 'OK', zip: '74136' },
		repository: 'https://code.example/guide',
	});
});

test('leads redirects to the end of their chain, from addresses without a query', () => {
	const list = { '/a': '/b/', '/b/': '/c.html#x', '/c.html': '/team/#y', '/d?id=3': 'https://x.example/' };
	const [end, shop] = ['/team/#y', 'https://x.example/'];
	expect(redirects().parse(list)).toEqual({ '/a/': end, '/b/': end, '/c.html': end, '/d/': shop });
});
