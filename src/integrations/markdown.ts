import { satteri } from '@astrojs/markdown-satteri';
import type { AstroIntegration } from 'astro';
import { cellsWithoutStyle, linksBelow } from '../data/markdown.ts';

/** Markdown here: links from the root (`/contact/`) work below any base, and no cell has a style. Before MDX. */
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
