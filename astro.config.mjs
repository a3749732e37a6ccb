import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { cellsWithoutStyle, linksUnderBase } from './src/data/markdown.ts';
import { readRedirects } from './src/data/redirects.ts';
import { earlyPages } from './src/layouts/early-pages.ts';
import { themeScript } from './src/layouts/theme.ts';
import { base, site } from './src/settings.ts';
import { headingFont } from './src/tools/heading-font.ts';
import { directives, hashOf } from './src/tools/hosts/policy.ts';
import { preact } from './src/tools/preact.ts';

/**
 * An integration, because Astro prints what the configuration itself throws, and the check says it in plain words.
 * @type {import('astro').AstroIntegration}
 */
const addressesThatChanged = {
	name: 'addresses-that-changed',
	hooks: {
		// Astro puts the base path before the old address, and not before the new one.
		'astro:config:setup': ({ updateConfig }) =>
			updateConfig({
				redirects: Object.fromEntries(readRedirects().map(({ from, to }) => [from.slice(base.length - 1), to])),
			}),
	},
};

/** @satisfies {import('astro').AstroUserConfig} */
export default {
	site,
	base,
	trailingSlash: 'ignore',
	build: { inlineStylesheets: 'always' },
	integrations: [mdx(), preact, addressesThatChanged],
	// Astro hashes the scripts and styles that it handles itself; the build fits the result to each page.
	security: {
		csp: { directives: [...directives], scriptDirective: { hashes: [hashOf(themeScript), hashOf(earlyPages)] } },
	},
	markdown: { processor: satteri({ hastPlugins: [linksUnderBase, cellsWithoutStyle] }), syntaxHighlight: false },
	fonts: [
		{
			name: 'Fraunces',
			cssVariable: '--font-fraunces',
			provider: headingFont,
			fallbacks: ['Georgia', 'serif'],
			// Nothing changes places with it: the font is there at the first paint or not at all.
			optimizedFallbacks: false,
			// A font that comes late would move the page under the reader's eyes; the next page has it.
			display: 'optional',
		},
	],
	devToolbar: { enabled: false },
	// Writes the schemas that let VS Code explain the fields of `content/`.
	experimental: { contentIntellisense: true },
	vite: {
		plugins: [tailwindcss()],
		// A script in a file of its own is cached, and needs no line in the content security policy.
		build: { assetsInlineLimit: 0 },
		environments: { client: { build: { rolldownOptions: { output: { entryFileNames: '_astro/page.[hash].js' } } } } },
		// Without this the prerender loads the real React beside Preact and the form's hooks fail.
		resolve: { noExternal: ['@formspree/react', '@stripe/react-stripe-js', 'react', 'react-dom'] },
	},
};
