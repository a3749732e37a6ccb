import preact from '@astrojs/preact';
import type { AstroIntegration } from 'astro';

/**
 * Astro's integration of Preact without the client that wakes islands: Preact draws the form into the page, and the page's
 * own script wakes it. So the form's script is one file, not five.
 */
export function preactWithoutIslands(): AstroIntegration {
	const { hooks, ...rest } = preact({ compat: true, include: '**/src/form/*.tsx' });
	return {
		...rest,
		hooks: {
			'astro:config:setup': (options) =>
				hooks['astro:config:setup']?.({
					...options,
					addRenderer: ({ name, serverEntrypoint }) => options.addRenderer({ name, serverEntrypoint }),
				}),
		},
	};
}
