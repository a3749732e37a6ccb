import { readFileSync } from 'node:fs';
import { formatHex } from 'culori';

/*
 * The colours of `styles/tokens.css` as hexadecimal, for what does not read oklch() everywhere: browser bars, the manifest,
 * preview pictures.
 */
const css = readFileSync('src/styles/tokens.css', 'utf8');
const tokens = new Map(Array.from(css.matchAll(/--([\w-]+): ([^;]+);/g), ([, name = '', value = '']) => [name, value]));

/** The colour of an applied name such as `surface`, in one theme, as #rrggbb. Throws when tokens.css has none. */
export function color(name: string, theme: 'light' | 'dark' = 'light'): string {
	let value = `var(--color-${name})`;
	for (let next; (next = /^var\(--([\w-]+)\)$/.exec(value));) {
		value = tokens.get(next[1] ?? '') ?? '';
		const [light = '', dark = light] = value.replace(/^light-dark\((.*)\)$/s, '$1').split(', ');
		value = theme === 'light' ? light : dark;
	}
	const found = formatHex(value);
	if (!found) throw new Error(`src/styles/tokens.css has no colour “${name}”.`);
	return found;
}

/** The surface of each theme, for the browser's own bars. */
export const themeColors = [
	{ media: '(prefers-color-scheme: light)', content: color('surface') },
	{ media: '(prefers-color-scheme: dark)', content: color('surface', 'dark') },
] as const;
