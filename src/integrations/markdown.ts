import { satteri } from '@astrojs/markdown-satteri';
import type { AstroIntegration } from 'astro';
import { cellsWithoutStyle, linksBelow } from '../data/markdown.ts';

/**
 * What Markdown becomes here: links from the root of the site (`/contact/`) work wherever it lives, and no cell has a
 * style. Before MDX.
 */
export const markdown = (): AstroIntegration => ({
	name: 'markdown',
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
