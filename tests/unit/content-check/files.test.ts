import { symlinkSync } from 'node:fs';
import { all, ana, lmt, path, point, refuses, remove, rename, week, write } from './content.ts';

refuses('of files', [
	['a missing folder', remove('choices'), 'choices:1', /is missing/],
	['a missing clinic.yaml', remove('clinic.yaml'), 'clinic.yaml:1', /is missing/],
	['a missing guide.yaml', remove('guide.yaml'), 'guide.yaml:1', /is missing/],
	['a missing page', remove('pages/thanks.md'), 'pages/thanks.md:1', /cannot do without/],
	['a file that nothing reads', write('clinic.yml', 'name: x\n'), 'clinic.yml:1', /does not read.*clinic\.yaml/],
	['a folder that nothing reads', write('section/a.mdx', 'x'), 'section:1', /does not read.*sections/],
	[
		'a folder without an entry',
		all(remove('comparison'), write('comparison/.gitkeep', '')),
		'comparison:1',
		/at least one file/,
	],
	['a folder inside a folder', write('team/old/bo.md', 'x'), 'team/old:1', /a folder or a link/],
	['a link to a file', () => symlinkSync(path(lmt), path('terms/ltm.md')), 'terms/ltm.md:1', /a folder or a link/],
	['an ending in capitals', rename(point, 'terms/trigger-point.MD'), 'terms/trigger-point.MD:1', /trigger-point\.md/],
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
	['a page with tags', write('pages/prices.mdx', '---\n---\n'), 'pages/prices.mdx:1', /end in \.md;.*prices\.md/],
	['an empty file', write(ana, '\n'), `${ana}:1`, /empty/],
	[
		'a file of Windows letters',
		write(lmt, Buffer.from('---\nterm: caf\xe9\n---\n\nX.\n', 'latin1')),
		'terms/lmt.md:1',
		/UTF-8/,
	],
	[
		'a file of two-byte letters',
		write(week, Buffer.from('---\nfits: spa\n---\n', 'utf16le')),
		`${week}:1`,
		/not plain text/,
	],
]);
