/**
 * Colors of `styles/tokens.css` as hexadecimal, for what reads no style sheet: browser bars and preview pictures.
 * A test in the browser holds the surfaces against the page.
 */
export const colors = {
	surface: '#fcf8f1',
	darkSurface: '#082023',
	text: '#13262f',
	spa: '#a65826',
	spaGround: '#fbe8d6',
	medical: '#00626f',
	medicalGround: '#dcefe6',
} as const;
