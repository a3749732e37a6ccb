import type { ConfigData } from 'html-validate';

/** How `html-validate` reads the built pages: everything it knows, and a reason for each rule that is off. */
export const htmlValidateConfig: ConfigData = {
	root: true,
	extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:a11y'],
	rules: {
		// Preact's renderer writes `<input/>`; the HTML standard allows both, and browsers read both alike.
		'void-style': 'off',
		// The roles of the comparison are written out because `display: block`, on a phone, takes them from a table.
		'no-redundant-role': 'off',
	},
};
