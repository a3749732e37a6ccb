import { readFileSync, writeFileSync } from 'node:fs';
import { all, ana, end, path, photo, picture, refuses, replace, text, write } from './content.ts';

/** Writes another size into the head of a JPEG: a real one of this size would take seconds to make. */
const claimSize = (file: string, pixels: number) => () => {
	const bytes = readFileSync(path(file));
	// The frame header: its mark, its length, the bits of a sample, then height and width in two bytes each.
	const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
	for (const at of [5, 7]) bytes.writeUInt16BE(pixels, frame + at);
	writeFileSync(path(file), bytes);
};

refuses('pictures', [
	[
		'a photo that is not there',
		replace(ana, 'order', 'photo: ./ana.jpg\nphotoAlt: Ana\norder'),
		`${ana}:5`,
		/no picture/,
	],
	['a photo that is too small', photo(200), `${ana}:5`, /200 pixels/],
	['a photo that is no picture', all(photo(500), write('team/ana.jpg', 'x')), `${ana}:5`, /not a JPEG/],
	[
		'a photo that was not sent whole',
		all(photo(500), () => writeFileSync(path('team/ana.jpg'), readFileSync(path('team/ana.jpg')).subarray(0, 800))),
		`${ana}:5`,
		/not a JPEG|damaged/,
	],
	['a photo of 20 MB', all(photo(500), write('team/ana.jpg', Buffer.alloc(2e7))), `${ana}:5`, /20 MB/],
	[
		'a photo of 400 megapixels',
		all(photo(500), claimSize('team/ana.jpg', 20_000)),
		`${ana}:5`,
		/20000 by 20000 pixels/,
	],
	[
		'a photo without words',
		all(photo(500), replace(ana, 'photoAlt: Ana at the desk\n', '')),
		`${ana}:1`,
		/cannot see it/,
	],
	[
		'a picture without words',
		all(picture('sections/a.jpg', 500), text('![](./a.jpg)')),
		end,
		/people who cannot see it/,
	],
	['a picture that is not there', text('![A room](./room.jpg)'), end, /no picture \.\/room\.jpg/],
	['a picture of another site', text('![A room](https://a.org/a.jpg)'), end, /another site.*beside this file/],
	['a picture by reference', text('![A room][x]\n\n[x]: ./room.jpg'), end, /no picture \.\/room\.jpg/],
	[
		'a picture named without its place',
		all(photo(500), replace(ana, './ana', 'ana')),
		`${ana}:5`,
		/Write \.\/ana\.jpg/,
	],
	[
		'words that say nothing',
		all(photo(500), replace(ana, 'Ana at the desk', 'photo')),
		`${ana}:6`,
		/what the picture shows/,
	],
	[
		'words that say only what it is',
		all(picture('sections/a.jpg', 500), text('![A photo](./a.jpg)')),
		end,
		/says nothing/,
	],
]);
