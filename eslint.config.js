import astro from 'eslint-plugin-astro';
import a11y from 'eslint-plugin-jsx-a11y-x';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

export default defineConfig(
	{ ignores: ['dist*/', '.preview*/', '.reports/', '.astro/', 'node_modules/', '.github/hosts/'] },
	{
		files: ['**/*.{ts,tsx,js,mjs}'],
		extends: [tseslint.configs.strictTypeChecked],
		languageOptions: { parserOptions: { projectService: true } },
		rules: {
			// Numbers in text are safe and common; everything else in a template stays an error.
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
			// `() => close()` is the plain way to write a callback.
			'@typescript-eslint/no-confusing-void-expression': [
				'error',
				{ ignoreArrowShorthand: true, ignoreVoidOperator: true, ignoreVoidReturningFunctions: true },
			],
		},
	},
	{
		files: ['**/*.tsx'],
		extends: [a11y.configs.strict],
		// Preact writes `for` as HTML does.
		settings: { 'jsx-a11y-x': { attributes: { for: ['htmlFor', 'for'] } } },
	},
	astro.configs.recommended,
	astro.configs['jsx-a11y-strict'],
	{
		files: ['src/**'],
		rules: {
			'max-lines': ['error', { max: 150 }],
		},
	},
);
