import type { LocalImageService } from 'astro';
import sharpService from 'astro/assets/services/sharp';

/** How wide a picture in a text can get, in CSS pixels: the width of a line of text. */
const textWidth = 640;
/** The files made of it, in pixels: for phones, and for screens with two pixels for one. */
const widths = [360, textWidth, 960, 2 * textWidth];
/** The most bytes that a picture may have at any width. */
const maxBytes = 200_000;
/** Quality in percent, and share of the width, tried one after the other until a picture is small enough. */
const qualities = [75, 60, 45, 30, 15];
const shares = [1, 0.5, 0.25];

/**
 * Astro's image service, with two promises about whatever picture an editor adds: a picture in a text comes in widths
 * for phones and is never wider than its text, and no file is larger than 200 kB. Sharp leaves metadata such as the
 * place out.
 */
const service: LocalImageService = {
	...sharpService,
	validateOptions(options, ...rest) {
		const { src } = options;
		// Whoever names a width has a place of that size; Markdown names none.
		if (typeof src !== 'string' && options.width === src.width && !options.widths) {
			const width = Math.min(src.width, textWidth);
			const fitting = widths.filter((candidate) => candidate < src.width);
			Object.assign(options, {
				width,
				height: Math.round((src.height * width) / src.width),
				widths: fitting.length < widths.length ? [...fitting, src.width] : fitting,
				sizes: `(min-width: 44rem) ${width}px, 90vw`,
			});
		}
		return sharpService.validateOptions?.(options, ...rest) ?? options;
	},
	async transform(input, options, ...rest) {
		const { width = textWidth, height } = options as { width?: number; height?: number };
		for (const share of shares) {
			const size = { width: Math.ceil(width * share), ...(height && { height: Math.ceil(height * share) }) };
			for (const quality of qualities) {
				const image = await sharpService.transform(input, { ...options, ...size, quality }, ...rest);
				if (image.data.byteLength <= maxBytes) return image;
			}
		}
		throw new Error(`A picture stays larger than ${maxBytes / 1000} kB. Save a smaller one.`);
	},
};
export default service;
