import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { color } from '../seo/theme-colors.ts';

/** Draws `favicon.ico` and the touch icon from `public/favicon.svg`: `npm run icons`, after the mark has changed. */
const svg = await readFile('public/favicon.svg');
const transparent = { r: 0, g: 0, b: 0, alpha: 0 };
const paper = color('surface');
const png = (size: number, margin: number, background: string | typeof transparent = transparent) => {
	const mark = sharp(svg, { density: (72 * size) / 32 }).resize(size - 2 * margin);
	const padded = mark.extend({ top: margin, bottom: margin, left: margin, right: margin, background });
	return padded
		.flatten(typeof background === 'string' && { background })
		.png({ compressionLevel: 9 })
		.toBuffer();
};

// An icon file is a directory of 6 + 16 bytes before one PNG: https://en.wikipedia.org/wiki/ICO_(file_format)
const icon = await png(32, 0);
const header = Buffer.alloc(22);
[0, 1, 1].forEach((value, i) => header.writeUInt16LE(value, 2 * i));
header.writeUInt8(32, 6);
header.writeUInt8(32, 7);
[1, 32].forEach((value, i) => header.writeUInt16LE(value, 10 + 2 * i));
[icon.length, header.length].forEach((value, i) => header.writeUInt32LE(value, 14 + 4 * i));
await writeFile('public/favicon.ico', Buffer.concat([header, icon]));
// The paper's colour: a touch icon has no transparency. 18 of 180 px around it, so that rounded corners cut nothing.
await writeFile('public/apple-touch-icon.png', await png(180, 24, paper));
await writeFile('public/icon-512.png', await png(512, 72, paper));
