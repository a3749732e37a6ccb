import {
	aim,
	ana,
	ask,
	clinic,
	kinds,
	lmt,
	point,
	privacy,
	refuses,
	replace,
	takes,
	week,
	write,
	type Change,
} from './content.ts';

refuses('of YAML', [
	['no dashes', write(point, 'A tight spot.\n'), 'terms/trigger-point.md:1', /three dashes/],
	['dashes that do not close', replace(point, '"\n---', '"'), 'terms/trigger-point.md:1', /not closed/],
	[
		'the marks of a merge in the fields',
		replace(week, 'fits: spa', '<<<<<<< HEAD\nfits: spa\n=======\nfits: both\n>>>>>>> main'),
		`${week}:3`,
		/Two versions/,
	],
	['a value that starts with a percent sign', replace(aim, '"Aim"', '%off'), `${aim}:2`, /cannot start with %/],
	['an en dash for the dashes', replace(lmt, '---\nterm', '–––\nterm'), 'terms/lmt.md:1', /three dashes/],
	['a space before a colon', replace(week, 'fits: spa', 'fits : spaa'), `${week}:3`, /cannot be "spaa"/],
	['a colon in a value', replace(week, '"I had a long week"', 'Long week: what now'), `${week}:2`, /colon.*quotes/],
	['a tab', replace('guide.yaml', '  name: "Spa', '\tname: "Spa'), 'guide.yaml:7', /tab/],
	['a field twice', replace(week, 'order: 1', 'order: 1\norder: 3'), `${week}:7`, /`order` stands here twice/],
	['a quote that does not close', replace(week, 'week"', 'week'), `${week}:2`, /not closed/],
	['a bracket that does not close', replace(ana, '[lmt]', '[lmt'), `${ana}:3`, /not closed/],
	['words after the closing quote', replace(aim, '"Aim"', '"Aim" of it'), `${aim}:2`, /follows the closing/],
	['an apostrophe in single quotes', replace(aim, '"Aim"', "'It's here'"), `${aim}:2`, /follows the closing/],
	[
		'a value that starts with stars',
		replace(aim, '"Rest and **calm**."', '**Rest**'),
		`${aim}:3`,
		/cannot start with \*/,
	],
	['a value that starts with an at sign', replace(aim, '"Aim"', '@home'), `${aim}:2`, /cannot start with @/],
	['a line that is indented', replace(week, 'fits', '  fits'), `${week}:3`, /spaces before the line/],
	['a colon without a space', replace(week, 'fits: spa', 'fits:spa'), `${week}:3`, /no field.*a space/],
	['curly quotes around a value', replace(aim, '"Aim"', '“Aim”'), `${aim}:2`, /curly/],
	['a day that does not exist', replace(kinds, '2026-11-24', '2026-02-30'), `${kinds}:7`, /no day 2026-02-30/],
	[
		'a month that does not exist',
		replace('guide.yaml', '2026-11-24', '2026-13-01'),
		'guide.yaml:24',
		/no day 2026-13-01/,
	],
]);

refuses('fields', [
	['a list without brackets', replace(ana, '[lmt]', 'lmt'), `${ana}:3`, /must be a list.*\[lmt\]/],
	['a number in quotes', replace(week, 'order: 1', 'order: "1"'), `${week}:6`, /must be a number/],
	['a missing field', replace(week, 'fits: spa\n', ''), `${week}:1`, /`fits` is missing.*Which kind fits/],
	[
		'a missing field inside a field',
		replace('guide.yaml', '  name: "Spa massage"\n', ''),
		'guide.yaml:7',
		/`spa\.name` is missing/,
	],
	['an empty field', replace(week, 'fits: spa', 'fits:'), `${week}:3`, /`fits` is empty/],
	['an unknown field', replace(kinds, 'updated', 'updatd'), `${kinds}:7`, /no field `updatd`.*`updated`/],
	['no fields at all', write(point, '---\nterm:point\n---\n\nA spot.\n'), 'terms/trigger-point.md:1', /name: value/],
	['a value that is not in the list', replace(week, 'fits: spa', 'fits: medcal'), `${week}:3`, /"medcal".*`medical`/],
	['a number in words', replace(week, 'order: 1', 'order: one'), `${week}:6`, /must be a number/],
	['half a number', replace(week, 'order: 1', 'order: 1.5'), `${week}:6`, /whole number/],
	['the number nought', replace(week, 'order: 1', 'order: 0'), `${week}:6`, /is 0; at least 1/],
	['a text that is a number', replace(lmt, '"LMT"', '500'), 'terms/lmt.md:2', /must be text.*quotes/],
	[
		'a title that is too long',
		replace(ask, 'Ask for an', 'Ask for a very long and rather detailed and most uncommonly thorough'),
		`${ask}:2`,
		/characters; at most 70/,
	],
	[
		'a description that is too short',
		replace(ask, 'How to ask for an appointment, and who will answer you.', 'Ask us.'),
		`${ask}:4`,
		/at least 30/,
	],
	['a date with slashes', replace(kinds, '2026-11-24', '31/02/2026'), `${kinds}:7`, /must be a date.*2026-11-24/],
	['a date in quotes', replace(kinds, '2026-11-24', '"2026-11-24"'), `${kinds}:7`, /must be a date without quotes/],
	['an address without https', replace('guide.yaml', 'https://doi', 'http://doi'), 'guide.yaml:30', /https:\/\//],
	['an e-mail address without a host', clinic('email: hello'), 'clinic.yaml:5', /must be an e-mail address/],
	[
		'a row that points to no section',
		replace(aim, 'section: two-kinds', 'section: two-kind'),
		`${aim}:5`,
		/no file two-kind.*`two-kinds`/,
	],
]);

const hours = (...lines: string[]) => clinic(`hours:\n  - ${lines.join('\n    ')}`);
const address = (state: string, zip: string, street = '5 Elm') =>
	clinic(`address:\n  street: ${street}\n  city: Tulsa\n  state: ${state}\n  zip: ${zip}`);
const allHours = `hours:
  - days: Mon–Thu
    opens: 9:00
    closes: noon
  - days: Mon–Thu
    opens: 1 pm
    closes: 17:30
  - days: Saturday and Sunday
    opens: by appointment
  - days: Friday
    opens: closed`;
const notice = (first: string, last: string) =>
	clinic(`notice:\n  text: Closed for a week.\n  firstDay: ${first}\n  lastDay: ${last}`);

refuses('fields, in the facts about the clinic,', [
	['hours on one line', clinic('hours: Mon-Fri 9-5'), 'clinic.yaml:5', /Hours stand below this line.*- days: Mon-Fri/],
	['hours without days', hours('days: weekdays', 'opens: 9:00', 'closes: 17:00'), 'clinic.yaml:6', /no days.*Mon-Fri/],
	['a time that is none', hours('days: Mon', 'opens: "25:00"', 'closes: 17:00'), 'clinic.yaml:7', /“25:00” is no time/],
	['hours without an end', hours('days: Mon', 'opens: 9 am'), 'clinic.yaml:6', /closing time is missing/],
	['hours that end before', hours('days: Mon', 'opens: 9', 'closes: 5'), 'clinic.yaml:8', /not after.*17:00 for 5 pm/],
	['half a phone number', clinic('phone: 555-0142'), 'clinic.yaml:5', /no phone number.*\(918\)/],
	['a phone number of films', clinic('phone: (918) 555-0142'), 'clinic.yaml:5', /sample/],
	['the sample of a phone number', clinic('phone: "+1-918-555-0100"'), 'clinic.yaml:5', /sample/],
	['a number of noughts', clinic('phone: "+1-000-000-0000"'), 'clinic.yaml:5', /no phone number/],
	['a ZIP code of four digits', address('OK', '7413x'), 'clinic.yaml:9', /five digits/],
	['the sample of a ZIP code', address('OK', '"74000"'), 'clinic.yaml:9', /sample/],
	['the sample of a street', address('OK', '74136', '1 Sample St.'), 'clinic.yaml:6', /sample/],
	['a state in full', address('Oklahoma', '74136'), 'clinic.yaml:8', /8 characters; at most 2/],
	['the sample of a booking link', clinic('booking: https://example.com/book'), 'clinic.yaml:5', /sample/],
	['a booking address with a space', clinic('booking: "https://a.org/b c"'), 'clinic.yaml:5', /no spaces/],
	['the sample of an e-mail address', clinic('email: name@example.com'), 'clinic.yaml:5', /sample/],
	['a made-up form id', clinic('formId: yourformid'), 'clinic.yaml:5', /placeholder/],
	['a form id in capitals', clinic('formId: XRGJABRG'), 'clinic.yaml:5', /eight or more small letters/],
	['the sample of a form id', clinic('formId: abcdefgh'), 'clinic.yaml:5', /sample/],
	['the sample of a form address', clinic('formId: https://formspree.io/f/abcdwxyz'), 'clinic.yaml:5', /sample/],
	['a notice that ends before', notice('2026-12-24', '2026-12-01'), 'clinic.yaml:8', /comes before the first/],
	[
		'a notice without days',
		clinic('notice:\n  text: Closed.\n  firstDay: 2026-12-24'),
		'clinic.yaml:6',
		/lastDay` is missing/,
	],
	['a place without a name', clinic('places:\n  - phone: (918) 234-5678'), 'clinic.yaml:6', /name` is missing/],
	['a space before a field', clinic(' phone: (918) 234-5678'), 'clinic.yaml:5', /spaces before the line is wrong/],
	[
		'a space before a field in quotes, below lines that stand further in',
		clinic('address:\n  street: 12 Elm Street\n  zip: "74136"\n phone: "(918) 234-5678"'),
		'clinic.yaml:8',
		/spaces before the line is wrong/,
	],
	[
		'a fact switched on by its first line alone',
		clinic('address:\n#   street: "5 Elm"\n#   city: Tulsa'),
		'clinic.yaml:5',
		/below `address` are still switched off/,
	],
	[
		'an entry switched on by its first line',
		clinic('profiles:\n#   - "https://a.org"'),
		'clinic.yaml:5',
		/switched off/,
	],
]);

refuses('fields, in what people write,', [
	[
		'Markdown in a plain field',
		replace('guide.yaml', 'helps you', '**helps** you'),
		'guide.yaml:4',
		/does not work in `lead`/,
	],
	['a link in a plain field', replace(week, 'An hour', 'An [hour](/)'), `${week}:4`, /does not work in `reason`/],
	['Markdown in a name', replace(lmt, '"LMT"', '"*LMT*"'), 'terms/lmt.md:2', /does not work in `term`/],
	['the letters in a name', replace(ana, 'Ana Díaz', 'Ana Díaz, LMT'), `${ana}:2`, /letters.*Write the name alone/],
	[
		'letters that no term explains',
		replace(ana, '[lmt]', '[lmt, lmb]'),
		`${ana}:3`,
		/no file lmb.*For others, add a file/,
	],
	['a day that is still to come', replace(kinds, '2026-11-24', '2999-01-01'), `${kinds}:7`, /still to come/],
	['a value cut off by a hash', replace(aim, '"Aim"', 'Floor # 2'), `${aim}:2`, /from # on is dropped/],
	['a hash without a space', replace(aim, '"Aim"', 'Aim #1'), `${aim}:2`, /from # on is dropped/],
	[
		'a part of the site twice',
		replace(kinds, 'comparison', 'form'),
		`${kinds}:6`,
		/`shows` is the same as in .*ask-us/,
	],
	['a menu that is none', replace(privacy, 'updated', 'menu: top\nupdated'), `${privacy}:4`, /cannot be "top"/],
]);

takes('facts as people write them', [
	...['(918) 234-5678', '918.234.5678', '"+1 918 234 5678"', '918-234-5678 ext. 12', '9182345678', '٩١٨-٢٣٤-٥٦٧٨'].map(
		(phone): [string, Change] => [`the phone number ${phone}`, clinic(`phone: ${phone}`)],
	),
	['a ZIP code', address('ok', '74136-1234')],
	['a ZIP code without quotes', address('OK', '74136')],
	['hours of all kinds', clinic(allHours)],
	['a second place', clinic('places:\n  - name: The north side\n    phone: (918) 234-5678')],
	['a notice', notice('2026-12-24', '2999-01-01')],
	['a form id', clinic('formId: xrgjabrg')],
	['the address of a form', clinic('formId: https://formspree.io/f/xrgjabrg')],
	['the HTML of a form', clinic('formId: <form action="https://formspree.io/f/xrgjabrg" method="POST">')],
	['a page in the menu', replace(privacy, 'updated', 'menu: footer\norder: 1\nshort: Privacy\nupdated')],
]);
