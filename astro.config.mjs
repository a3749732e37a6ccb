import { satteri } from '@astrojs/markdown-satteri';
import mdx from '@astrojs/mdx';
import preact from '@astrojs/preact';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, fontProviders } from 'astro/config';
import { linksUnderBase } from './src/data/markdown.ts';
import { base, site } from './src/settings.ts';
import { headingFont } from './src/tools/heading-font.ts';

export default defineConfig({
	site,
	base,
	trailingSlash: 'ignore',
	// Astro's default glues words together where a line ends between two links; this setting keeps the space.
	compressHTML: true,
	build: { inlineStylesheets: 'always' },
	integrations: [mdx(), preact({ compat: true })],
	markdown: { processor: satteri({ hastPlugins: [linksUnderBase] }), syntaxHighlight: false },
	fonts: [
		{
			name: 'Fraunces',
			cssVariable: '--font-fraunces',
			provider: fontProviders.local(),
			fallbacks: ['Georgia', 'serif'],
			options: { variants: [{ src: [await headingFont()], weight: 500, style: 'normal' }] },
		},
	],
	devToolbar: { enabled: false },
	vite: {
		plugins: [tailwindcss()],
		// Without this the prerender loads the real React beside Preact and the form's hooks fail.
		resolve: { noExternal: ['@formspree/react', '@stripe/react-stripe-js', 'react', 'react-dom'] },
	},
});
