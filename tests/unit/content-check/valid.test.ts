import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
	aim,
	all,
	ana,
	append,
	ask,
	clinic,
	everywhere,
	found,
	kinds,
	path,
	photo,
	remove,
	rename,
	replace,
	takes,
	text,
	week,
	write,
	type Change,
} from './content.ts';

const longWord = `Rinder${'kennzeichnungs'.repeat(30)}gesetz`;
const page = (title: string) =>
	`---\ntitle: ${title}\ndescription: Where you can leave your car when you come to see us.\n---\n\nIn front.\n`;

takes('what is unusual and right', [
	['the fixture site', () => {}],
	['line ends of Windows', everywhere((words) => words.replaceAll('\n', '\r\n'))],
	['a byte order mark', everywhere((words) => `\uFEFF${words}`)],
	['no last line end', everywhere((words) => words.trimEnd())],
	['very long words', all(text(`${longWord}.`), write('words.txt', `${longWord}\n`))],
	[
		'a word of the list in capitals',
		all(write('words.txt', '# Ours\nsoulworks # a brand\n'), text('Soulworks, SOULWORKS’ and soulworks’s.')),
	],
	['the name of a therapist', all(replace(ana, 'Ana Díaz', 'Xochitl Nguyễn-Ökbäck'), text('Xochitl will answer.'))],
	[
		'addresses, codes and short forms',
		text('Write to [us](mailto:hello@qwrtz.example), in 3D or at 10am. It’s, don’t, we’ll.'),
	],
	[
		'no therapist',
		all(remove('team'), write('team/.gitkeep', ''), replace(ask, ' or [meet the therapist](/team/#ana-diaz)', '')),
	],
	['no answer to choose', all(remove('choices'), write('choices/.gitkeep', ''))],
	[
		'what systems and editors leave behind',
		all(
			...['.DS_Store', 'Thumbs.db', 'desktop.ini', 'team/desktop.ini', 'team/.DS_Store', 'terms/lmt.md~'].map((file) =>
				write(file, 'x'),
			),
			...['team/.#ana-diaz.md', 'team/#ana-diaz.md#', 'pages/.team.md.swp', 'terms/lmt.md.orig', '~$rates.docx'].map(
				(file) => write(file, 'x'),
			),
		),
	],
	['a page more', write('pages/parking.md', page('Parking'))],
	['a photo as wide as a wall', photo(3000)],
	['a photo', photo(500)],
	['a quote in a quote', replace(week, '"I had a long week"', "'I had a “long” week'")],
	['other scripts', text('マッサージは体にいい。 العلاج بالتدليك 😀 yes.')],
	['braces and signs that are escaped', text('Write \\{this\\} or 3 \\< 4, and `{code}`.')],
	['health, treatment, and what is denied', text('Good for health. This treatment is a treat. We do not diagnose.')],
	['an address with words after a question mark', text('[Ask us](/contact/?goal=rest)')],
	['a link to a heading', text('[A plan](/#what-a-plan-can-look-like) and [ours](/privacy/#what-we-keep)')],
	['a note in a YAML file', append('clinic.yaml', '# phone: "+1-918-555-0100" # TODO')],
	['an empty optional fact', clinic('phone:')],
	['opening hours', clinic('hours:\n  - days: Monday\n    opens: "09:00"\n    closes: "17:00"')],
	[
		'one row and one section',
		all(
			remove(aim),
			remove(ask),
			replace('comparison/cost.md', 'ask-us', 'two-kinds'),
			replace('choices/sore-shoulder.md', 'ask-us', 'two-kinds'),
		),
	],
	[
		'200 rows',
		() => {
			const row = readFileSync(path(aim), 'utf8');
			for (let i = 3; i < 203; i++)
				write(`comparison/row-${i}.md`, row.replace('Aim', `Aim ${i}`).replace('order: 1', `order: ${i}`))();
		},
	],
]);

describe('refuses a change that breaks other files, and names them:', () => {
	test.each<[string, Change, string[]]>([
		['a deleted section', remove(kinds), [`${week}:5`, `${aim}:4`, `${aim}:5`, `${ask}:9`]],
		['a deleted therapist', remove(ana), [`${ask}:9`]],
		['a deleted term', remove('terms/lmt.md'), [`${ana}:3`]],
		['a field in capitals', replace(week, 'fits:', 'Fits:'), [`${week}:1`, `${week}:3`]],
		['a renamed section', rename(ask, 'sections/ask.mdx'), ['comparison/cost.md:5']],
	])('%s', async (_title, change, places) => {
		await change();
		const named = (await found()).map((line) => line.split(' ')[0]);
		expect(named).toEqual(expect.arrayContaining(places.map((place) => `content/${place}`)));
	});
});
