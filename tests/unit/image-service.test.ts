import sharp from 'sharp';
import { expect, test } from 'vitest';
import service from '../../src/image-service.ts';

const config = { service: { config: {} } } as never;
const logger = { warn: () => undefined } as never;
const noise = async (width: number, height: number) => {
	const bytes = Buffer.alloc(width * height * 3);
	for (let i = 0; i < bytes.length; i++) bytes[i] = (i * 2_654_435_761) >>> 13;
	return sharp(bytes, { raw: { width, height, channels: 3 } })
		.withExif({ IFD0: { Artist: 'Ana Owner' } })
		.jpeg()
		.toBuffer();
};
const options = async (width: number, height: number) =>
	service.validateOptions?.({ src: { src: '/a.jpg', width, height, format: 'jpg' }, width, height }, config, logger);

test('makes a large picture as wide as its text, in widths for phones and fine screens', async () => {
	expect(await options(4000, 3000)).toMatchObject({ width: 640, height: 480, widths: [360, 640, 960, 1280] });
});

test('never makes a small picture larger', async () => {
	expect(await options(500, 1000)).toMatchObject({ width: 500, height: 1000, widths: [360, 500] });
});

test('keeps every picture at 200 kB or less, and its metadata to itself', async () => {
	const transform = { src: '/a.jpg', width: 1280, height: 960, format: 'webp' };
	const image = await service.transform(await noise(1280, 960), transform, config, logger);
	expect(image.data.byteLength).toBeLessThanOrEqual(200_000);
	expect(Buffer.from(image.data).includes('Ana Owner')).toBe(false);
	expect(await sharp(image.data).metadata()).toMatchObject({ format: 'webp' });
});
