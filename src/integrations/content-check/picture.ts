import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { Metadata } from 'sharp';
import type { Words } from './problem.ts';

/** Half of what a photo of a phone has in each direction: more is no sharper on any screen, and slow to read. */
const mostPixels = 1e8;
/** Pixels: twice what the narrowest place on a page shows. */
const leastWidth = 400;

/** What is wrong with the picture `src` beside the files in `folder`, if anything, with what to do. */
export async function checkPicture(folder: string, src: string): Promise<Words | undefined> {
	if (/^(https?:)?\/\//.test(src))
		return ['A picture from another site does not work here.', 'Put the picture beside this file: ./name.jpg.'];
	const name = src.replace(/^\.\//, '');
	const bytes = statSync(join(folder, name), { throwIfNoEntry: false })?.size;
	if (bytes === undefined || name.includes('/'))
		return [`There is no picture ${src} beside this file.`, 'Upload it to this folder, or correct its name.'];
	if (name === src) return [`The name of the picture lacks the sign for “beside this file”.`, `Write ./${src}.`];
	if (bytes > 10_000_000)
		return [`The picture has ${Math.round(bytes / 1e6)} MB; at most 10 are taken.`, 'Save a smaller one.'];
	const { default: sharp } = await import('sharp');
	const small = sharp(join(folder, name), { limitInputPixels: false }).resize(8);
	// What the head of the file tells, of the picture before it is made small.
	const { format = '', width = 0, height = 0 } = await small.metadata().catch((): Partial<Metadata> => ({}));
	if (!/^(jpeg|png|webp|heif)$/.test(format))
		return ['This is not a JPEG, PNG, WebP or AVIF picture.', 'Save it as JPEG.'];
	if (width < leastWidth)
		return [`The picture is ${width} pixels wide; at least ${leastWidth} are needed.`, 'Use a larger one.'];
	if (width * height > mostPixels)
		return [`The picture is ${width} by ${height} pixels.`, 'Save a smaller one, 4000 pixels wide at most.'];
	// Decoding finds what the head does not tell: half an upload, and formats that are named wrong.
	const whole = await small.toBuffer().catch(() => undefined);
	return whole ? undefined : ['The picture is damaged.', 'Save it again as JPEG.'];
}
