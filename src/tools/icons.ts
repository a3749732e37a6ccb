import { readFile, writeFile } from 'node:fs/promises';
import sharp from 'sharp';
import { color } from '../seo/theme-colors.ts';

/** Draws `favicon.ico` and the touch icon from `public/favicon.svg`: `npm run icons`, after the mark has changed. */
const svg = await readFile('public/favicon.svg');
/** The mark with a margin, both in pixels, on the paper's colour. Without a margin it stays transparent. */
const png = (size: number, margin = 0) => {
	const mark = sharp(svg, { density: (72 * size) / 32 }).resize(size - 2 * margin);
	const background = color('surface');
	const sides = { top: margin, bottom: margin, left: margin, right: margin };
	if (margin) mark.extend({ ...sides, background }).flatten({ background });
	return mark.png({ compressionLevel: 9 }).toBuffer();
};

// An icon file is a directory before one PNG (https://en.wikipedia.org/wiki/ICO_(file_format)): here one image of 32 by 32 pixels
// in one plane of 32 bits, then its length and where it starts.
const icon = await png(32);
const directory = Buffer.from([0, 0, 1, 0, 1, 0, 32, 32, 0, 0, 1, 0, 32, 0, 0, 0, 0, 0, 22, 0, 0, 0]);
directory.writeUInt32LE(icon.length, 14);
await writeFile('public/favicon.ico', Buffer.concat([directory, icon]));
// The paper's colour: a touch icon has no transparency. 18 of 180 px around it, so that rounded corners cut nothing.
await writeFile('public/apple-touch-icon.png', await png(180, 24));
await writeFile('public/icon-512.png', await png(512, 72));
