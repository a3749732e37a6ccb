import { satteri } from '@astrojs/markdown-satteri';
import type { AstroIntegration } from 'astro';
import { cellsWithoutStyle, linksBelow } from '../data/markdown.ts';

/** Lets editors write links from the root of the site (`/contact/`) wherever the site lives. Must stand before MDX. */
export const basePathLinks = (): AstroIntegration => ({
	name: 'base-path-links',
	hooks: {
		'astro:config:setup': ({ config, updateConfig }) =>
			void updateConfig({
				markdown: {
					processor: satteri({ hastPlugins: [linksBelow(config.base), cellsWithoutStyle] }),
					syntaxHighlight: false,
				},
			}),
	},
});
