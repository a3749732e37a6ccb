import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { aim, all, ana, ask, content, path, photo, remove, replace, takes, text, week, write } from './content.ts';

/** Changes all files in the same way. */
const everywhere = (change: (words: string) => string) => () => {
	const files = globSync(`${content}/**/*.*`);
	expect(files.length).toBeGreaterThan(10);
	for (const file of files) writeFileSync(file, change(readFileSync(file, 'utf8')));
};
const empty = (folder: string) => all(remove(folder), write(`${folder}/.gitkeep`, ''));
const leftBehind = ['.DS_Store', 'Thumbs.db', 'desktop.ini', 'team/desktop.ini', 'team/.DS_Store', 'terms/lmt.md~'];
leftBehind.push('team/.#ana-diaz.md', 'team/#ana-diaz.md#', 'pages/.team.md.swp', 'terms/lmt.md.orig', '~$rates.docx');
const longWord = `Rinder${'kennzeichnungs'.repeat(30)}gesetz`;
const brand = '# Ours\nsoulworks # a brand\n';
const addRows = () => {
	const row = readFileSync(path(aim), 'utf8');
	for (let i = 3; i < 203; i++)
		write(`comparison/row-${i}.md`, row.replace('Aim', `Aim ${i}`).replace('order: 1', `order: ${i}`))();
};

takes('what is unusual and right', [
	['the fixture site', () => {}],
	['line ends of Windows', everywhere((words) => words.replaceAll('\n', '\r\n'))],
	['a byte order mark', everywhere((words) => `\uFEFF${words}`)],
	['no last line end', everywhere((words) => words.trimEnd())],
	['very long words', all(text(`${longWord}.`), write('words.txt', `${longWord}\n`))],
	['a word of the list', all(write('words.txt', brand), text('Soulworks, SOULWORKS’ and soulworks’s.'))],
	['the name of a therapist', all(replace(ana, 'Ana Díaz', 'Xochitl Nguyễn-Ökbäck'), text('Xochitl will answer.'))],
	[
		'addresses, codes, short forms',
		text('[Write](mailto:a@qwrtz.example) to us, in 3D or at 10am. It’s, don’t, we’ll.'),
	],
	['no therapist', all(empty('team'), replace(ask, ' or [meet the therapist](/team/#ana-diaz)', ''))],
	['no answer to choose', empty('choices')],
	['what systems and editors leave behind', all(...leftBehind.map((file) => write(file, 'x')))],
	['a photo as wide as a wall', photo(3000)],
	['a photo', photo(500)],
	['a quote in a quote', replace(week, '"I had a long week"', "'I had a “long” week'")],
	['other scripts', text('マッサージは体にいい。 العلاج بالتدليك 😀 yes.')],
	['braces and signs that are escaped', text('Write \\{this\\} or 3 \\< 4, and `{code}`.')],
	['health, and what is denied', text('Good for health. This treatment is a treat. We do not diagnose.')],
	['an address with words after a question mark', text('[Ask us](/contact/?goal=rest)')],
	['a link to a heading', text('[A plan](/#what-a-plan-can-look-like) and [ours](/privacy/#what-we-keep)')],
	[
		'one row and one section',
		all(
			...[remove(aim), remove(ask), replace('comparison/cost.md', 'ask-us', 'two-kinds')],
			replace('choices/sore-shoulder.md', 'ask-us', 'two-kinds'),
		),
	],
	['200 rows', addRows],
]);
