/*
 * Colors of `styles/tokens.css` as hexadecimal, for what reads no style sheet: browser bars and preview pictures.
 * A test in the browser holds the surfaces against the page.
 */
export const colors = {
	surface: '#fcf8f1',
	text: '#13262f',
	line: '#d8d4cd',
	spa: '#a65826',
	spaGround: '#fbe8d6',
	medical: '#00626f',
	medicalGround: '#dcefe6',
} as const;

/** The surface of each theme, for the browser's own bars. */
export const themeColors = [
	{ media: '(prefers-color-scheme: light)', content: colors.surface },
	{ media: '(prefers-color-scheme: dark)', content: '#082023' },
] as const;
