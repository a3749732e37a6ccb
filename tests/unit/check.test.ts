import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync, rmSync, symlinkSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { claims, findClaims } from '../../src/tools/check/claims.ts';
import { formats } from '../../src/tools/check/format.ts';
import { checkContent, type Problem } from '../../src/tools/check/index.ts';
import {
	append,
	content,
	everywhere,
	inTurn,
	path,
	photo,
	picture,
	remove,
	rename,
	replace,
	room,
	write,
	type Change,
} from '../support/content-room.ts';
import { alone, runBuild } from '../support/run-build.ts';

const [kinds, ask, ana, aim, week] = [
	'sections/two-kinds.mdx',
	'sections/ask-us.mdx',
	'team/ana-diaz.md',
	'comparison/aim.md',
	'choices/long-week.md',
];
/** Where the text of `sections/ask-us.mdx` ends. */
const end = `${ask}:10`;
const add = (text: string) => append(ask, `${text}\n`);

/** Writes another size into the head of a JPEG: a real one of this size would take seconds to make. */
const claimSize = (file: string, pixels: number) => () => {
	const bytes = readFileSync(path(file));
	// The frame header: its mark, its length, the bits of a sample, then height and width in two bytes each.
	const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
	for (const at of [5, 7]) bytes.writeUInt16BE(pixels, frame + at);
	writeFileSync(path(file), bytes);
};

/** What is done to the tree, where the one problem is reported (file and line), and what is said. */
type Case = [title: string, change: Change, place: string, says: RegExp];

const cases: Record<string, Case[]> = {
	'files and folders': [
		['a missing folder', remove('choices'), 'choices:1', /is missing/],
		['a missing clinic.yaml', remove('clinic.yaml'), 'clinic.yaml:1', /is missing/],
		['a missing guide.yaml', remove('guide.yaml'), 'guide.yaml:1', /is missing/],
		['a missing page', remove('pages/thanks.md'), 'pages/thanks.md:1', /cannot do without/],
		['a file that nothing reads', write('clinic.yml', 'name: x\n'), 'clinic.yml:1', /does not read.*clinic\.yaml/],
		['a folder that nothing reads', write('section/a.mdx', 'x'), 'section:1', /does not read.*sections/],
		[
			'a folder without an entry',
			inTurn(remove('comparison'), write('comparison/.gitkeep', '')),
			'comparison:1',
			/at least one file/,
		],
		['a folder inside a folder', write('team/old/bo.md', 'x'), 'team/old:1', /a folder or a link/],
		[
			'a link to a file',
			() => symlinkSync(path('terms/lmt.md'), path('terms/ltm.md')),
			'terms/ltm.md:1',
			/a folder or a link/,
		],
		[
			'an ending in capitals',
			rename('terms/trigger-point.md', 'terms/trigger-point.MD'),
			'terms/trigger-point.MD:1',
			/trigger-point\.md/,
		],
		['the ending .md in sections', write('sections/new.md', 'x'), 'sections/new.md:1', /end in \.mdx.*new\.mdx/],
		['a word processor file', write('team/bio.docx', 'x'), 'team/bio.docx:1', /end in \.md/],
		[
			'a photo as a phone saves it',
			write('team/IMG_0042.HEIC', 'x'),
			'team/IMG_0042.HEIC:1',
			/no picture that browsers show.*JPEG/,
		],
		[
			'a copy with brackets in its name',
			rename(week, 'choices/long-week (1).md'),
			'choices/long-week (1).md:1',
			/long-week-1\.md/,
		],
		[
			'spaces, accents and capitals',
			write('terms/Ünder Arm.md', '---\nterm: arm pit\n---\n\nA hollow.\n'),
			'terms/Ünder Arm.md:1',
			/under-arm\.md/,
		],
		[
			'two endings of one name',
			write(
				'pages/thanks.mdx',
				'---\ntitle: Thanks\ndescription: What happens after you have sent us your request for a visit.\n---\n\nThanks.\n',
			),
			'pages/thanks.mdx:1',
			/same name/,
		],
		['an empty file', write(ana, '\n'), `${ana}:1`, /empty/],
		[
			'a file of Windows letters',
			write('terms/lmt.md', Buffer.from('---\nterm: caf\xe9\n---\n\nX.\n', 'latin1')),
			'terms/lmt.md:1',
			/UTF-8/,
		],
		[
			'a file of two-byte letters',
			write(week, Buffer.from('---\nfits: spa\n---\n', 'utf16le')),
			`${week}:1`,
			/not plain text/,
		],
		[
			'a section named like a place of the page',
			write(
				'sections/guide.mdx',
				'---\ntitle: A\nshort: A\ndescription: Thirty letters or more, as it should be.\norder: 9\n---\n\nText.\n',
			),
			'sections/guide.mdx:1',
			/called guide/,
		],
	],
	'the fields of a file': [
		['no dashes', write('terms/trigger-point.md', 'A tight spot.\n'), 'terms/trigger-point.md:1', /three dashes/],
		[
			'dashes that do not close',
			replace('terms/trigger-point.md', '"\n---', '"'),
			'terms/trigger-point.md:1',
			/not closed/,
		],
		[
			'the marks of a merge in the fields',
			replace(week, 'fits: spa', '<<<<<<< HEAD\nfits: spa\n=======\nfits: both\n>>>>>>> main'),
			`${week}:3`,
			/Two versions/,
		],
		['a list without brackets', replace(ana, '[lmt]', 'lmt'), `${ana}:3`, /must be a list.*\[lmt\]/],
		['a number in quotes', replace(week, 'order: 1', 'order: "1"'), `${week}:6`, /must be a number/],
		['yes in the place of true', append('clinic.yaml', 'hours: yes\n'), 'clinic.yaml:5', /must be a list/],
		['a value that starts with a percent sign', replace(aim, '"Aim"', '%off'), `${aim}:2`, /cannot start with %/],
		['an en dash for the dashes', replace('terms/lmt.md', '---\nterm', '–––\nterm'), 'terms/lmt.md:1', /three dashes/],
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
		['a value cut off by a hash', replace(aim, '"Aim"', 'Aim #1'), `${aim}:2`, /from # on is dropped/],
		['a missing field', replace(week, 'fits: spa\n', ''), `${week}:1`, /`fits` is missing.*Which kind fits/],
		[
			'a missing field inside a field',
			replace('guide.yaml', '  name: "Spa massage"\n', ''),
			'guide.yaml:7',
			/`spa\.name` is missing/,
		],
		['an empty field', replace(week, 'fits: spa', 'fits:'), `${week}:3`, /`fits` is empty/],
		['an unknown field', replace(kinds, 'updated', 'updatd'), `${kinds}:7`, /no field `updatd`.*`updated`/],
		[
			'no fields at all',
			write('terms/trigger-point.md', '---\nterm:point\n---\n\nA spot.\n'),
			'terms/trigger-point.md:1',
			/name: value/,
		],
		['a value that is not in the list', replace(week, 'fits: spa', 'fits: medcal'), `${week}:3`, /"medcal".*`medical`/],
		['a number in words', replace(week, 'order: 1', 'order: one'), `${week}:6`, /must be a number/],
		['half a number', replace(week, 'order: 1', 'order: 1.5'), `${week}:6`, /whole number/],
		['the number nought', replace(week, 'order: 1', 'order: 0'), `${week}:6`, /is 0; at least 1/],
		['a text that is a number', replace('terms/lmt.md', '"LMT"', '500'), 'terms/lmt.md:2', /must be text.*quotes/],
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
		['a day that does not exist', replace(kinds, '2026-11-24', '2026-02-30'), `${kinds}:7`, /no day 2026-02-30/],
		[
			'a month that does not exist',
			replace('guide.yaml', '2026-11-24', '2026-13-01'),
			'guide.yaml:24',
			/no day 2026-13-01/,
		],
		['a date with slashes', replace(kinds, '2026-11-24', '31/02/2026'), `${kinds}:7`, /must be a date.*2026-11-24/],
		['a date in quotes', replace(kinds, '2026-11-24', '"2026-11-24"'), `${kinds}:7`, /must be a date without quotes/],
		['an address without https', replace('guide.yaml', 'https://doi', 'http://doi'), 'guide.yaml:30', /https:\/\//],
		['a phone number of another form', append('clinic.yaml', 'phone: 918 555 1234\n'), 'clinic.yaml:5', /\+1-918/],
		[
			'an e-mail address without a host',
			append('clinic.yaml', 'email: hello\n'),
			'clinic.yaml:5',
			/must be an e-mail address/,
		],
		[
			'opening hours without quotes and minutes',
			append('clinic.yaml', 'hours:\n  - days: Monday\n    opens: 9am\n    closes: "17:00"\n'),
			'clinic.yaml:7',
			/24 hours/,
		],
		[
			'a clinic that closes before it opens',
			append('clinic.yaml', 'hours:\n  - days: Monday\n    opens: "09:00"\n    closes: "05:00"\n'),
			'clinic.yaml:8',
			/closes before it opens/,
		],
		[
			'a ZIP code without quotes',
			append('clinic.yaml', 'address:\n  street: 5 Elm\n  city: Tulsa\n  state: OK\n  zip: 74103\n'),
			'clinic.yaml:9',
			/must be text.*quotes/,
		],
		[
			'a state in full',
			append('clinic.yaml', 'address:\n  street: 5 Elm\n  city: Tulsa\n  state: Oklahoma\n  zip: "74103"\n'),
			'clinic.yaml:8',
			/8 characters; at most 2/,
		],
		[
			'the sample of a booking link',
			append('clinic.yaml', 'booking: "https://example.com/book"\n'),
			'clinic.yaml:5',
			/sample/,
		],
		['the sample of an e-mail address', append('clinic.yaml', 'email: name@example.com\n'), 'clinic.yaml:5', /sample/],
		[
			'a whole address as form id',
			append('clinic.yaml', 'formId: https://formspree.io/f/abcdwxyz\n'),
			'clinic.yaml:5',
			/small letters/,
		],
		[
			'an old address that is a page',
			write('redirects.yaml', '/team/: /contact/\n'),
			'redirects.yaml:1',
			/is a page of the site/,
		],
		[
			'an old address that leads nowhere',
			write('redirects.yaml', '/us/: /about/\n'),
			'redirects.yaml:1',
			/no page \/about\//,
		],
		['a placeholder phone number', append('clinic.yaml', 'phone: "+1-918-555-0100"\n'), 'clinic.yaml:5', /placeholder/],
		['a sample form id', append('clinic.yaml', 'formId: yourformid\n'), 'clinic.yaml:5', /placeholder/],
		[
			'a row that points to no section',
			replace(aim, 'section: two-kinds', 'section: two-kind'),
			`${aim}:5`,
			/no file two-kind.*`two-kinds`/,
		],
		['letters that no term explains', replace(ana, '[lmt]', '[lmt, mtl]'), `${ana}:3`, /no file mtl.*`lmt`/],
		[
			'a photo that is not there',
			replace(ana, 'order', 'photo: ./ana.jpg\nphotoAlt: Ana\norder'),
			`${ana}:5`,
			/no picture/,
		],
		['a photo that is too small', photo(200), `${ana}:5`, /200 pixels/],
		['a photo that is no picture', inTurn(photo(500), write('team/ana.jpg', 'x')), `${ana}:5`, /not a JPEG/],
		[
			'a photo that was not sent whole',
			inTurn(photo(500), () =>
				writeFileSync(path('team/ana.jpg'), readFileSync(path('team/ana.jpg')).subarray(0, 800)),
			),
			`${ana}:5`,
			/not a JPEG|damaged/,
		],
		['a photo of 20 MB', inTurn(photo(500), write('team/ana.jpg', Buffer.alloc(2e7))), `${ana}:5`, /20 MB/],
		[
			'a photo of 400 megapixels',
			inTurn(photo(500), claimSize('team/ana.jpg', 20_000)),
			`${ana}:5`,
			/20000 by 20000 pixels/,
		],
		[
			'a photo without words',
			inTurn(photo(500), replace(ana, 'photoAlt: Ana at the desk\n', '')),
			`${ana}:1`,
			/cannot see it/,
		],
		['a link to no page in a field', replace(aim, '/#two-kinds', '/plans/'), `${aim}:4`, /no page \/plans\//],
		['HTML in a field', replace(aim, '**calm**', '<b>calm</b>'), `${aim}:3`, /HTML.*\*\*bold\*\*/],
	],
	'files together': [
		[
			'one order twice',
			replace(ask, 'order: 2', 'order: 1'),
			`${kinds}:5`,
			/`order` is the same as in content\/sections\/ask-us/,
		],
		[
			'one title twice',
			replace(ask, 'Ask for an appointment', 'Know the two kinds'),
			`${kinds}:2`,
			/`title` is the same/,
		],
		[
			'one term twice',
			replace('terms/trigger-point.md', 'trigger point', 'Range of motion'),
			'terms/trigger-point.md:2',
			/`term` is the same/,
		],
	],
	'the text of a file': [
		['no text where some is needed', write('terms/lmt.md', '---\nterm: LMT\n---\n'), 'terms/lmt.md:3', /no text below/],
		['text where none is shown', append(aim, '\nMore.\n'), `${aim}:9`, /shown nowhere/],
		[
			'an explanation of three sentences',
			append('terms/lmt.md', ' One. Two. Three.\n'),
			'terms/lmt.md:6',
			/one or two sentences/,
		],
		['an explanation with a list', append('terms/lmt.md', '\n- a\n'), 'terms/lmt.md:6', /plain text/],
		['a curly brace', add('Pay {half} first.'), end, /curly brace/],
		['a sign for less', add('In <5 minutes.'), end, /sign < starts a tag/],
		['a comment', add('<!-- later -->'), end, /Comments/],
		['a link in angle brackets', add('<https://example.com>'), end, /angle brackets/],
		['code', add('\nimport x from "y"'), `${ask}:11`, /import or export/],
		['a tag that is not closed', add('\n<Example>\n\nOne.'), `${ask}:11`, /<Example> is opened and not closed/],
		['a tag that is not open', add('\n</Example>'), `${ask}:11`, /closes what is not open/],
		['a value without quotes', add('\n<Term id=lmt />'), `${ask}:11`, /not written right/],
		['a value in curly quotes', add('\n<Term id=“lmt”>it</Term>'), `${ask}:11`, /curly quotes/],
		['a value in curly braces', add('\n<Term id={lmt}>it</Term>'), `${ask}:11`, /curly braces/],
		['an unknown part', add('\n<Exampel>One.</Exampel>'), `${ask}:11`, /no part <Exampel>.*`Example`/],
		['a part without its value', replace(kinds, ' who="A therapist"', ''), `${kinds}:41`, /`who` is missing/],
		['an unknown value', replace(kinds, 'who=', 'by="A" who='), `${kinds}:41`, /no field `by`/],
		['points that are no numbers', replace(kinds, '7, 6, 5, 5', 'a, b'), `${kinds}:35`, /numbers with commas/],
		['points above ten', replace(kinds, '7, 6, 5, 5', '70, 60'), `${kinds}:35`, /between 0 and 10/],
		[
			'a term that does not exist',
			replace(kinds, 'id="range-of-motion"', 'id="range-of-motions"'),
			`${kinds}:20`,
			/no file range-of-motions.*`range-of-motion`/,
		],
		[
			'a pair of one',
			replace(
				kinds,
				'<Medical>\n\nIt aims for change, such as a wider <Term id="range-of-motion">range of motion</Term>.\n\n</Medical>\n',
				'',
			),
			`${kinds}:12`,
			/<Pair> holds Spa\./,
		],
		['a half without its pair', add('\n<Spa>Calm.</Spa>'), `${ask}:11`, /stands alone/],
		['a part without text', add('\n<Example></Example>'), `${ask}:11`, /<Example> is empty/],
		['HTML', add('A <b>word</b>.'), end, /HTML.*\*\*bold\*\*/],
		['HTML in Markdown', append('pages/team.md', 'A <br> word.\n'), 'pages/team.md:7', /HTML/],
		['a part in Markdown', append('pages/team.md', '\n<Asks />\n'), 'pages/team.md:8', /\.mdx/],
		[
			'a picture without words',
			inTurn(picture('sections/a.jpg', 500), add('![](./a.jpg)')),
			end,
			/people who cannot see it/,
		],
		['a picture that is not there', add('![A room](./room.jpg)'), end, /no picture \.\/room\.jpg/],
		['the marks of a merge in the text', append('pages/team.md', '=======\nX.\n'), 'pages/team.md:7', /Two versions/],
		['a word that is misspelled', add('We recieve you.'), end, /“recieve”.*“receive”.*content\/words\.txt/],
		['a misspelled word in a field', replace(aim, 'Less pain', 'Less paine'), `${aim}:4`, /“paine”.*“pain”/],
		[
			'a misspelled word in a tag',
			replace(kinds, 'What would feel', 'What wuold feel'),
			`${kinds}:25`,
			/“wuold”.*“would”/,
		],
		['a misspelled word on the second line', add('You may\ncom in.\nIt is\ncalmm.'), `${ask}:13`, /“calmm”/],
		['a name without its capital', add('We are in wichita.'), end, /“wichita”.*“Wichita”/],
		['a heading as high as the page’s', add('\n# Big'), `${ask}:11`, /too high.*###/],
		['a heading as high as the section’s', add('\n## Big'), `${ask}:11`, /too high/],
		[
			'a heading that skips a level',
			append('pages/privacy.md', '\n#### Small\n'),
			'pages/privacy.md:15',
			/skips a level.*###/,
		],
		['a heading without words', add('\n###'), `${ask}:11`, /heading is empty/],
		['a heading in a biography', append(ana, '\n### More\n'), `${ana}:10`, /Headings are not possible/],
		['a link that says “here”', add('Read it [here](/team/).'), end, /“here” do not say/],
		['a link that says “Read more”', add('[Read more](/team/)'), end, /“Read more” do not say/],
		['a link that shows its address', add('See https://example.com for it.'), end, /bare address/],
		['a link to no page', add('[Our prices](/prices/)'), end, /no page \/prices\//],
		['a link without its last slash', add('[The therapist](/team)'), end, /no page \/team\..*`\/team\/`/],
		['a link to the page for lost readers', add('[Nothing](/not-found/)'), end, /no page/],
		['a link to no section', add('[The kinds](/#kinds)'), end, /no place #kinds.*two-kinds/],
		['a link to no therapist', add('[Bob](/team/#bob)'), end, /no place #bob/],
		['a link that is not safe', add('[A study](http://example.com)'), end, /https:\/\//],
		['a link that is a script', add('[A trick](javascript:alert)'), end, /cannot lead/],
		['a link with a space in it', add('[The therapist] (/team/)'), end, /not written right/],
		['placeholder text', add('Lorem ipsum dolor.'.toLowerCase()), end, /placeholder/],
		['a note to oneself', add('TODO write this.'), end, /placeholder/],
		['a claim', add('Massage cures headaches.'), end, /“cures” is a claim/],
		['a claim in a field', replace(aim, 'Less pain', 'Proven relief'), `${aim}:4`, /“Proven” is a claim/],
		[
			'a claim in a tag',
			replace(kinds, 'What would feel good?', 'Want to detox?'),
			`${kinds}:25`,
			/“detox” is a claim/,
		],
		['a claim on the second line of a paragraph', add('It is\nguaranteed.'), `${ask}:11`, /“guaranteed” is a claim/],
	],
};

/** All errors below one folder, as “file:line what is wrong and what to write”. */
const errors = async () =>
	(await checkContent(content))
		.filter(({ level }) => level === 'error')
		.map(({ file, line, message, hint = '' }) => `${file}:${line} ${message} ${hint}`);

/** The last good site, which no mistake may touch, and what building in its place prints. */
async function gate() {
	// The build reads where the content is as it is loaded.
	process.env['CONTENT_DIR'] = content;
	const { buildSite } = await import('../../src/tools/build.ts');
	const site = join(room, 'dist');
	mkdirSync(site, { recursive: true });
	writeFileSync(join(site, 'index.html'), 'The last good site.');
	const print = vi.spyOn(console, 'error').mockReturnValue();
	const built = await alone(() => buildSite(site));
	const printed = print.mock.calls.flat().join('\n');
	print.mockRestore();
	expect(readdirSync(room).sort()).toEqual(['content', 'dist']);
	expect(readdirSync(site)).toEqual(['index.html']);
	expect(readFileSync(join(site, 'index.html'), 'utf8')).toBe('The last good site.');
	return { built, printed };
}
/** Expects what the gate of the build prints to name a place, as “file:line”. */
function expectNamed(place: string, printed: string) {
	const [, file = '', line = ''] = /^(.*):(\d+)$/.exec(place) ?? [];
	const block = printed.split('\n\n').find((text) => text.startsWith(`content/${file}\n`));
	expect(block).toMatch(new RegExp(`\n *${line}  `));
}

for (const [group, rows] of Object.entries(cases))
	describe(`refuses a mistake in ${group}`, () => {
		test.each(rows)('names %s', async (_title, change, place, says) => {
			await change();
			const found = await errors();
			expect(found, 'one mistake is reported once').toHaveLength(1);
			expect(found[0]).toContain(`content/${place} `);
			expect(found[0]).toMatch(says);
			// What the build’s thread finds, in the words that the build prints.
			expectNamed(place, formats.text(await checkContent(content, false)));
		});
		// A build for every mistake would take minutes; what it does with one does not depend on which it is.
		test('closes the gate of the build', async () => {
			const [, change = () => undefined, place = ''] = rows[0] ?? [];
			await change();
			const { built, printed } = await gate();
			expect(built).toBe(false);
			expectNamed(place, printed);
		});
	});

test('refuses more than sixty broken trees', () => {
	expect(Object.values(cases).flat().length).toBeGreaterThan(60);
});

describe('refuses a change that breaks other files', () => {
	test.each<[string, Change, string[]]>([
		['a deleted section', remove(kinds), [`${week}:5`, `${aim}:4`, `${aim}:5`, `${ask}:9`]],
		['a deleted therapist', remove(ana), [`${ask}:9`]],
		['a deleted term', remove('terms/lmt.md'), [`${ana}:3`]],
		['a field in capitals', replace(week, 'fits:', 'Fits:'), [`${week}:1`, `${week}:3`]],
		['a renamed section', rename(ask, 'sections/ask.mdx'), ['comparison/cost.md:5']],
	])('names every place that %s leaves behind', async (_title, change, places) => {
		await change();
		const found = (await errors()).map((line) => line.split(' ')[0]);
		expect(found).toEqual(expect.arrayContaining(places.map((place) => `content/${place}`)));
		const { built, printed } = await gate();
		expect(built).toBe(false);
		for (const place of places) expectNamed(place, printed);
	});
});

/** One mistake of each kind, and the real command. */
describe('stops the command', () => {
	test.each<[string, Change, string, string]>([
		['a date that does not exist', replace(kinds, '2026-11-24', '2026-02-30'), `content/${kinds}`, '7'],
		['an unescaped brace', add('Pay {half} first.'), `content/${ask}`, '10'],
		['a misspelled word', add('We recieve you.'), `content/${ask}`, '10'],
		['two files of one order', replace(ask, 'order: 2', 'order: 1'), `content/${kinds}`, '5'],
	])('at %s', async (_title, change, file, line) => {
		await change();
		const site = join(room, 'site');
		mkdirSync(site, { recursive: true });
		writeFileSync(join(site, 'index.html'), 'The last good site.');
		const { code, err } = await runBuild(site, content);
		expect(code).toBe(1);
		expect(err[0]).toBe(file);
		expect(err[1]?.trim().split(' ')[0]).toBe(line);
		expect(err.at(-1)).toContain('is still there');
		expect(existsSync(`${site}.next`)).toBe(false);
		expect(readdirSync(site)).toEqual(['index.html']);
		rmSync(site, { recursive: true });
	});
});

describe('takes what is unusual and right', () => {
	test.each<[string, Change]>([
		['the valid tree', () => {}],
		['line ends of Windows', everywhere((text) => text.replaceAll('\n', '\r\n'))],
		['a byte order mark', everywhere((text) => `\uFEFF${text}`)],
		[
			'very long words',
			inTurn(
				add(`Rinder${'kennzeichnungs'.repeat(30)}gesetz.`),
				write('words.txt', `Rinder${'kennzeichnungs'.repeat(30)}gesetz\n`),
			),
		],
		[
			'a word of the list in capitals',
			inTurn(write('words.txt', '# Ours\nsoulworks # a brand\n'), add('Soulworks, SOULWORKS’ and soulworks’s.')),
		],
		['the name of a therapist', inTurn(replace(ana, 'Ana Díaz', 'Xochitl Nguyễn-Ökbäck'), add('Xochitl will answer.'))],
		[
			'addresses, codes and short forms',
			add('Write to [us](mailto:hello@qwrtz.example), in 3D or at 10am. It’s, don’t, we’ll.'),
		],
		[
			'no therapist',
			inTurn(remove('team'), write('team/.gitkeep', ''), replace(ask, ' or [meet the therapist](/team/#ana-diaz)', '')),
		],
		['no answer to choose', inTurn(remove('choices'), write('choices/.gitkeep', ''))],
		['files that a system hides', inTurn(write('.DS_Store', 'x'), write('team/.DS_Store', 'x'))],
		[
			'a page more',
			write(
				'pages/parking.md',
				'---\ntitle: Parking\ndescription: Where you can leave your car when you come to see us.\n---\n\nIn front.\n',
			),
		],
		['an old address', write('redirects.yaml', '/us/: /team/\n/ask/: /#ask-us\n')],
		['a photo as wide as a wall', photo(3000)],
		['a quote in a quote', replace(week, '"I had a long week"', "'I had a “long” week'")],
		['no last line end', everywhere((text) => text.trimEnd())],
		['other scripts', add('マッサージは体にいい。 العلاج بالتدليك 😀 yes.')],
		['braces and signs that are escaped', add('Write \\{this\\} or 3 \\< 4, and `{code}`.')],
		['health, treatment, and what is denied', add('Good for health. This treatment is a treat. We do not diagnose.')],
		['an address with words after a question mark', add('[Ask us](/contact/?goal=rest)')],
		['a photo', photo(500)],
		['a page in MDX', rename('pages/team.md', 'pages/team.mdx')],
		['a note in a YAML file', append('clinic.yaml', '# phone: "+1-918-555-0100" # TODO\n')],
		['an empty optional fact', append('clinic.yaml', 'phone:\n')],
		['opening hours', append('clinic.yaml', 'hours:\n  - days: Monday\n    opens: "09:00"\n    closes: "17:00"\n')],
	])('passes %s', async (_title, change) => {
		await change();
		expect(await errors()).toEqual([]);
	});

	test('passes one row and one section', async () => {
		await inTurn(
			remove(aim),
			remove(ask),
			replace('comparison/cost.md', 'ask-us', 'two-kinds'),
			replace('choices/sore-shoulder.md', 'ask-us', 'two-kinds'),
		)();
		expect(await errors()).toEqual([]);
	});

	test('passes 200 rows', async () => {
		const row = readFileSync(path(aim), 'utf8');
		for (let i = 3; i < 203; i++)
			write(`comparison/row-${i}.md`, row.replace('Aim', `Aim ${i}`).replace('order: 1', `order: ${i}`))();
		expect(await errors()).toEqual([]);
	});
});

test('reports every mistake in one run, in the order of files and lines', async () => {
	replace(week, 'fits: spa', 'fits: spaa')();
	replace(week, 'order: 1', 'order: x')();
	add('Pay {half} now, in <5 days.\n\n<Exampel>One.</Exampel>\n\n</Quote>\n\n[here](/nowhere/)')();
	expect((await errors()).map((line) => line.split(' ')[0])).toEqual([
		`content/${week}:3`,
		`content/${week}:6`,
		...[10, 10, 12, 14, 16, 16].map((line) => `content/${ask}:${line}`),
	]);
});

test('advises on long sentences and paragraphs without failing', async () => {
	add(`\n${'word '.repeat(20)}word.\n\nOne. Two at St. John. Three. Four.`)();
	expect(await errors()).toEqual([]);
	expect((await checkContent(content)).map(({ line, message }) => `${line} ${message}`)).toEqual([
		'11 A sentence has 21 words.',
		'13 A paragraph has 4 sentences.',
	]);
});

describe('advises without failing', () => {
	const advice = async () => {
		expect(await errors()).toEqual([]);
		return (await checkContent(content)).map(({ file, line, message }) => `${file}:${line} ${message}`);
	};

	test('on a text that only scholars read with ease', async () => {
		const hard = 'Individual practitioners determine appropriate therapeutic intervention. ';
		add(`\nBe.\n\n${hard.repeat(6)}\n\n${'Most people know this kind of a word. '.repeat(9)}`)();
		expect((await advice()).filter((line) => line.includes('grade'))).toEqual([
			expect.stringMatching(/ask-us\.mdx:13 The file has a reading grade of [\d.]+; up to 8/),
		]);
	});

	test('on a term that stands before its explanation, once, in the order of the guide', async () => {
		replace(ask, 'Not sure yet?', 'A range of\nmotion, or an LMT?')();
		replace(kinds, 'Both kinds are good.', 'No elmt. A Trigger point and a trigger point.')();
		write('words.txt', 'elmt')();
		expect(await advice()).toEqual([
			`content/${ask}:10 “LMT” stands here before it is explained.`,
			`content/${kinds}:10 “Trigger point” stands here before it is explained.`,
		]);
	});
});

describe('prints', () => {
	const problem: Problem = {
		file: 'content/a,b.md',
		line: 3,
		field: 'title',
		message: '100% wrong',
		hint: 'Write: it',
		level: 'error',
	};

	test('prints text by file', () => {
		expect(formats.text([problem, { ...problem, line: 12, level: 'advice' }])).toBe(
			'content/a,b.md\n    3  title: 100% wrong\n       → Write: it\n   12  Advice: title: 100% wrong\n       → Write: it\n',
		);
	});

	test('prints annotations with their special signs escaped', () => {
		const place = 'file=content/a%2Cb.md,line=3,col=1,title=title';
		expect(formats.github([problem])).toBe(`::error ${place}::100%25 wrong%0AWrite: it`);
	});

	test('prints JSON that reads back', () => {
		expect(JSON.parse(formats.json([problem]))).toEqual([problem]);
	});

	test('prints a closing line, and exits with 1 only when there are mistakes', () => {
		const cli = join(import.meta.dirname, '../../src/tools/check/cli.ts');
		const run = () => spawnSync(process.execPath, [cli, '--dir', content], { encoding: 'utf8' });
		expect(run()).toMatchObject({ status: 0, stdout: '19 files checked, no mistakes.\n' });
		remove('guide.yaml')();
		const { status, stdout } = run();
		expect(status).toBe(1);
		expect(stdout).toContain('18 files checked, 1 mistake.');
	});
});

describe('looks for claims', () => {
	test.each([
		...['It heals', 'HEALING hands', 'guaranteed', 'clinically proven', 'we treat pain', 'detoxifying', 'a miracle'],
		...['it not only cures', 'breaks up\nscar tissue'],
	])('finds one in “%s”', (text) => {
		expect(findClaims(text)).toHaveLength(1);
	});

	test.each([
		...['health', 'healthy', 'secure', 'a manicure', 'treatment', 'a once-a-year treat', 'prescribed by a doctor'],
		...['no therapist can guarantee it', 'does not diagnose', 'don’t prescribe'],
	])('finds none in “%s”', (text) => {
		expect(findClaims(text)).toEqual([]);
	});

	test('lets a file with a source use the word', () => {
		const [cure] = claims;
		if (!cure) throw new Error('The list is empty.');
		cure.allowedIn = [{ file: 'content/guide.yaml', source: 'https://example.org' }];
		expect(findClaims('It cures.', 'content/guide.yaml')).toEqual([]);
		expect(findClaims('It cures.', 'content/clinic.yaml')).toHaveLength(1);
		delete cure.allowedIn;
	});
});
