import { symlinkSync, readFileSync, writeFileSync } from 'node:fs';
import { all, ana, ask, atEnd, inFile, lmt, path, photo, picture, point, refuses, remove, rename } from './content.ts';
import { replace, text, week, write } from './content.ts';

refuses(
	'of files',
	[remove('choices'), 'choices:1', /is missing/],
	[remove('clinic.yaml'), 'clinic.yaml:1', /is missing/],
	[remove('guide.yaml'), 'guide.yaml:1', /is missing/],
	[remove('pages/thanks.md'), 'pages/thanks.md:1', /cannot do without/],
	[write('clinic.yml', 'name: x\n'), 'clinic.yml:1', /does not read.*clinic\.yaml/],
	[write('section/a.mdx', 'x'), 'section:1', /does not read.*sections/],
	[all(remove('comparison'), write('comparison/.gitkeep', '')), 'comparison:1', /at least one file/],
	[write('team/old/bo.md', 'x'), 'team/old:1', /a folder or a link/],
	[() => symlinkSync(path(lmt), path('terms/ltm.md')), 'terms/ltm.md:1', /a folder or a link/],
	[rename(point, 'terms/trigger-point.MD'), 'terms/trigger-point.MD:1', /trigger-point\.md/],
	[write('sections/new.md', 'x'), 'sections/new.md:1', /end in \.mdx.*new\.mdx/],
	[write('team/bio.docx', 'x'), 'team/bio.docx:1', /end in \.md/],
	[write('team/IMG_0042.HEIC', 'x'), 'team/IMG_0042.HEIC:1', /no picture that browsers show.*JPEG/],
	[rename(week, 'choices/long-week (1).md'), 'choices/long-week (1).md:1', /long-week-1\.md/],
	[write('terms/Ünder Arm.md', '---\nterm: arm pit\n---\n\nA hollow.\n'), 'terms/Ünder Arm.md:1', /under-arm\.md/],
	[write('pages/prices.mdx', '---\n---\n'), 'pages/prices.mdx:1', /end in \.md;.*prices\.md/],
	[write(ana, '\n'), `${ana}:1`, /empty/],
	[write(lmt, Buffer.from('---\nterm: caf\xe9\n---\n\nX.\n', 'latin1')), `${lmt}:1`, /UTF-8/],
	[write(week, Buffer.from('---\nfits: spa\n---\n', 'utf16le')), `${week}:1`, /not plain text/],
);

const jpeg = 'team/ana.jpg';
const withPhoto = (from: string, to: string) => all(photo(500), replace(ana, from, to));
const cut = () => writeFileSync(path(jpeg), readFileSync(path(jpeg)).subarray(0, 800));
/** Writes another size into the head of a JPEG: a real one of this size would take seconds to make. */
const claimSize = () => {
	const bytes = readFileSync(path(jpeg));
	// The frame header: its mark, its length, the bits of a sample, then height and width in two bytes each.
	const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
	for (const at of [5, 7]) bytes.writeUInt16BE(20_000, frame + at);
	writeFileSync(path(jpeg), bytes);
};

refuses(
	'pictures',
	...inFile(ana, [['order', 'photo: ./ana.jpg\nphotoAlt: Ana\norder', 5, /no picture/]]),
	[photo(200), `${ana}:5`, /200 pixels/],
	[all(photo(500), write(jpeg, 'x')), `${ana}:5`, /not a JPEG/],
	[all(photo(500), cut), `${ana}:5`, /not a JPEG|damaged/],
	[all(photo(500), write(jpeg, Buffer.alloc(2e7))), `${ana}:5`, /20 MB/],
	[all(photo(500), claimSize), `${ana}:5`, /20000 by 20000 pixels/],
	[withPhoto('photoAlt: Ana at the desk\n', ''), `${ana}:1`, /cannot see it/],
	[withPhoto('./ana', 'ana'), `${ana}:5`, /Write \.\/ana\.jpg/],
	[withPhoto('Ana at the desk', 'photo'), `${ana}:6`, /what the picture shows/],
	[all(picture('sections/a.jpg', 500), text('![](./a.jpg)')), `${ask}:10`, /people who cannot see it/],
	[all(picture('sections/a.jpg', 500), text('![A photo](./a.jpg)')), `${ask}:10`, /says nothing/],
	...atEnd(ask, [
		['![A room](./room.jpg)', 10, /no picture \.\/room\.jpg/],
		['![A room](https://a.org/a.jpg)', 10, /another site.*beside this file/],
		['![A room][x]\n\n[x]: ./room.jpg', 10, /no picture \.\/room\.jpg/],
	]),
);
