import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { render } from 'takumi-js';
import { container } from 'takumi-js/helpers';
import { expect, test } from 'vitest';
import { color, themeColors } from '../../src/seo/theme-colors.ts';

const css = readFileSync('src/styles/tokens.css', 'utf8');

/** What another program paints for a colour as it is written in the token file. */
async function painted(value: string): Promise<string> {
	const node = container({ style: { width: '100%', height: '100%', backgroundColor: value } });
	const pixels = await sharp(await render(node, { width: 4, height: 4 }))
		.removeAlpha()
		.raw()
		.toBuffer();
	return `#${pixels.subarray(0, 3).toString('hex')}`;
}
const palette = (name: string) => new RegExp(`--palette-${name}: ([^;]+);`).exec(css)?.[1] ?? '';

test.each([
	['surface', 'paper', 'night'],
	['text', 'ink', 'chalk'],
	['line', 'sand', 'slate'],
	['spa', 'apricot', 'apricot-glow'],
	['medical', 'teal', 'teal-glow'],
])('turns the colour %s of the token file into what a browser paints', async (name, light, dark) => {
	expect(color(name, 'light')).toBe(await painted(palette(light)));
	expect(color(name, 'dark')).toBe(await painted(palette(dark)));
});

test('gives browser bars the surface of each theme', async () => {
	expect(themeColors.map(({ content }) => content)).toEqual([
		await painted(palette('paper')),
		await painted(palette('night')),
	]);
});

test('refuses a colour that the token file does not have', () => {
	expect(() => color('plum')).toThrow(/tokens\.css has no colour “plum”/);
});
