import { aim, ana, ask, atEnd, inFile, kinds, lmt, point, privacy, refuses, takes, week, written } from './content.ts';
import { clinic, replace, type Change } from './content.ts';

const guide = 'guide.yaml';

refuses(
	'of YAML',
	...written(point, [
		['A tight spot.\n', 1, /three dashes/],
		['---\nterm:point\n---\n\nA spot.\n', 1, /name: value/],
	]),
	...inFile(point, [['"\n---', '"', 1, /not closed/]]),
	...inFile(lmt, [['---\nterm', '–––\nterm', 1, /three dashes/]]),
	...inFile(week, [
		['fits: spa', '<<<<<<< HEAD\nfits: spa\n=======\nfits: both\n>>>>>>> main', 3, /Two versions/],
		['fits: spa', 'fits : spaa', 3, /cannot be "spaa"/],
		['"I had a long week"', 'Long week: what now', 2, /colon.*quotes/],
		['order: 1', 'order: 1\norder: 3', 8, /`order` stands here twice/],
		['week"', 'week', 2, /not closed/],
		['fits', '  fits', 3, /spaces before the line/],
		['fits: spa', 'fits:spa', 3, /no field.*a space/],
	]),
	...inFile(aim, [
		['"Aim"', '%off', 2, /cannot start with %/],
		['"Aim"', '@home', 2, /cannot start with @/],
		['"Rest and **calm**."', '**Rest**', 3, /cannot start with \*/],
		['"Aim"', '"Aim" of it', 2, /follows the closing/],
		['"Aim"', "'It's here'", 2, /follows the closing/],
		['"Aim"', '“Aim”', 2, /curly/],
		['"Aim"', '“Aim"', 2, /curly/],
		['"Aim"', 'Floor # 2', 2, /from # on is dropped/],
		['"Aim"', 'Aim #1', 2, /from # on is dropped/],
	]),
	...inFile(ana, [['[lmt]', '[lmt', 3, /not closed/]]),
	...inFile(kinds, [['2026-11-24', '2026-02-30', 7, /no day 2026-02-30/]]),
	...inFile(guide, [
		['  name: "Spa', '\tname: "Spa', 7, /tab/],
		['2026-11-24', '2026-13-01', 24, /no day 2026-13-01/],
	]),
	...atEnd('clinic.yaml', [
		[' phone: (918) 234-5678', 5, /spaces before the line is wrong/],
		['address:\n  street: 1 Elm\n  zip: "74136"\n phone: "(918) 234-5678"', 8, /spaces before the line is wrong/],
	]),
);

const long = 'Ask for a very long and rather detailed and most uncommonly thorough';
refuses(
	'fields',
	...inFile(week, [
		['order: 1', 'order: "1"', 7, /must be a number/],
		['order: 1', 'order: one', 7, /must be a number/],
		['order: 1', 'order: 1.5', 7, /whole number/],
		['order: 1', 'order: 0', 7, /is 0; at least 1/],
		['fits: spa\n', '', 1, /`fits` is missing.*Which kind fits/],
		['fits: spa', 'fits:', 3, /`fits` is empty/],
		['fits: spa', 'fits: medcal', 3, /"medcal".*`medical`/],
		['section: two-kinds\n', '', 1, /`section` is missing.*its file name/],
		['An hour', 'An [hour](/)', 5, /does not work in `reason`/],
	]),
	...inFile(guide, [
		['  name: "Spa massage"\n', '', 7, /`spa\.name` is missing/],
		['https://doi', 'http://doi', 30, /https:\/\//],
		['helps you', '**helps** you', 4, /does not work in `lead`/],
	]),
	...inFile(kinds, [
		['updated', 'updatd', 7, /no field `updatd`.*`updated`/],
		['2026-11-24', '31/02/2026', 7, /must be a date.*2026-11-24/],
		['2026-11-24', '"2026-11-24"', 7, /must be a date without quotes/],
		['2026-11-24', '2999-01-01', 7, /still to come/],
		['comparison', 'form', 6, /`shows` is the same as in .*ask-us/],
	]),
	...inFile(lmt, [
		['"LMT"', '500', 2, /must be text.*quotes/],
		['"LMT"', '"*LMT*"', 2, /does not work in `term`/],
	]),
	...inFile(ask, [
		['Ask for an', long, 2, /characters; at most 70/],
		['How to ask for an appointment, and who will answer you.', 'Ask us.', 4, /at least 30/],
	]),
	...inFile(aim, [['section: two-kinds', 'section: two-kind', 5, /no file two-kind.*`two-kinds`/]]),
	...inFile(ana, [
		['[lmt]', 'lmt', 3, /must be a list.*\[lmt\]/],
		['[lmt]', '[lmt, lmb]', 3, /no file lmb.*For others, add a file/],
		['Ana Díaz', 'Ana Díaz, LMT', 2, /letters.*Write the name alone/],
	]),
	...inFile(privacy, [['updated', 'menu: top\nupdated', 4, /cannot be "top"/]]),
);

const hours = (...lines: string[]) => `hours:\n  - ${lines.join('\n    ')}`;
const address = (state: string, zip: string, street = '5 Elm') =>
	`address:\n  street: ${street}\n  city: Tulsa\n  state: ${state}\n  zip: ${zip}`;
const notice = (first: string, last: string) => `notice:\n  text: Closed.\n  firstDay: ${first}\n  lastDay: ${last}`;

refuses(
	'fields, in the facts about the clinic,',
	...atEnd('clinic.yaml', [
		['hours: Mon-Fri 9-5', 5, /Hours stand below this line.*- days: Mon-Fri/],
		[hours('days: weekdays', 'opens: 9:00', 'closes: 17:00'), 6, /no days.*Mon-Fri/],
		[hours('days: Mon', 'opens: "25:00"', 'closes: 17:00'), 7, /“25:00” is no time/],
		[hours('days: Mon', 'opens: 9 am'), 6, /closing time is missing/],
		[hours('days: Mon', 'opens: 9', 'closes: 5'), 8, /not after.*17:00 for 5 pm/],
		['phone: 555-0142', 5, /no phone number.*\(918\)/],
		['phone: (918) 555-0142', 5, /sample/],
		['phone: "+1-918-555-0100"', 5, /sample/],
		['phone: "+1-000-000-0000"', 5, /no phone number/],
		[address('OK', '7413x'), 9, /five digits/],
		[address('OK', '"74000"'), 9, /sample/],
		[address('OK', '74136', '1 Sample St.'), 6, /sample/],
		[address('Oklahoma', '74136'), 8, /8 characters; at most 2/],
		['booking: https://example.com/book', 5, /sample/],
		['booking: "https://a.org/b c"', 5, /no spaces/],
		['email: hello', 5, /must be an e-mail address/],
		['email: name@example.com', 5, /sample/],
		['formId: yourformid', 5, /placeholder/],
		['formId: XRGJABRG', 5, /eight or more small letters/],
		['formId: abcdefgh', 5, /sample/],
		['formId: https://formspree.io/f/abcdwxyz', 5, /sample/],
		[notice('2026-12-24', '2026-12-01'), 8, /comes before the first/],
		['notice:\n  text: Closed.\n  firstDay: 2026-12-24', 6, /lastDay` is missing/],
		['places:\n  - phone: (918) 234-5678', 6, /name` is missing/],
	]),
);

const phones = [
	'(918) 234-5678',
	'918.234.5678',
	'"+1 918 234 5678"',
	'918-234-5678 ext. 12',
	'9182345678',
	'٩١٨-٢٣٤-٥٦٧٨',
];
const lunch = hours('days: Mon–Thu', 'opens: 9:00', 'closes: noon\n  - days: Mon–Thu', 'opens: 1 pm', 'closes: 17:30');
takes('facts as people write them', [
	...[
		...phones.map((phone) => `phone: ${phone}`),
		...[address('ok', '74136-1234'), address('OK', '74136'), notice('2026-12-24', '2999-01-01')],
		...[`${lunch}\n  - days: Saturday and Sunday\n    opens: by appointment\n  - days: Friday\n    opens: closed`],
		...['places:\n  - name: The north side\n    phone: (918) 234-5678', 'phone:', '# phone: "+1-918-555-0100" # TODO'],
		...['xrgjabrg', 'https://formspree.io/f/xrgjabrg'].map((id) => `formId: ${id}`),
		'formId: <form action="https://formspree.io/f/xrgjabrg" method="POST">',
	].map((lines): [string, Change] => [lines, clinic(lines)]),
	['a page in the menu', replace(privacy, 'updated', 'menu: footer\norder: 1\nshort: Privacy\nupdated')],
]);
