import { readFileSync } from 'node:fs';

/*
 * The colours of `styles/tokens.css` as hexadecimal, for what does not read oklch() everywhere: browser bars, the manifest,
 * preview pictures. The first value of a name counts; print and forced colours come after it.
 */
const css = readFileSync('src/styles/tokens.css', 'utf8');
const tokens = new Map(
	[...css.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name = '', value = '']) => [name, value] as const).reverse(),
);

/** sRGB of a colour in OKLCH, as #rrggbb. The matrices are those of https://www.w3.org/TR/css-color-4/#color-conversion-code */
export function hex(lightness: number, chroma: number, hue: number): string {
	const [a, b] = [chroma * Math.cos((hue * Math.PI) / 180), chroma * Math.sin((hue * Math.PI) / 180)];
	const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
	const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
	const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
	const linear = [
		4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
		-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
		-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
	];
	const bytes = linear.map((value) => {
		const channel = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
		return Math.round(Math.min(1, Math.max(0, channel)) * 255);
	});
	return `#${Buffer.from(bytes).toString('hex')}`;
}

/** The colour of an applied name such as `surface`, in one theme. Throws when tokens.css has none. */
export function color(name: string, theme: 'light' | 'dark' = 'light'): string {
	let value = `var(--color-${name})`;
	for (let next; (next = /^var\(--([\w-]+)\)$/.exec(value));) {
		value = tokens.get(next[1] ?? '') ?? '';
		const [light = '', dark = light] = value.replace(/^light-dark\((.*)\)$/s, '$1').split(', ');
		value = theme === 'light' ? light : dark;
	}
	const [, l, c, h] = /^oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)$/.exec(value) ?? [];
	if (!l) throw new Error(`src/styles/tokens.css has no colour “${name}” in OKLCH.`);
	return hex(Number(l), Number(c), Number(h));
}

/** The surface of each theme, for the browser's own bars. */
export const themeColors = [
	{ media: '(prefers-color-scheme: light)', content: color('surface', 'light') },
	{ media: '(prefers-color-scheme: dark)', content: color('surface', 'dark') },
] as const;
