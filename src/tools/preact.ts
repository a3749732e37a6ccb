import { getContainerRenderer } from '@astrojs/preact/container-renderer';
import type { AstroIntegration } from 'astro';

/**
 * Preact draws the form into the page with Astro's own renderer, and the page's own script wakes it. In place of Astro's
 * integration, which brings the client that wakes islands (so the form's script is one file, not five), and Babel, which takes
 * a tenth of a build to load: Vite reads JSX by itself, as `tsconfig.json` says.
 */
export const preact: AstroIntegration = {
	name: 'preact-without-islands',
	hooks: {
		'astro:config:setup': ({ addRenderer, updateConfig }) => {
			const { name, serverEntrypoint } = getContainerRenderer();
			addRenderer({ name, serverEntrypoint });
			const compat = { react: 'preact/compat', 'react-dom': 'preact/compat' };
			const alias = { 'react/jsx-runtime': 'preact/jsx-runtime', ...compat };
			// The renderer asks for its integration's options.
			const options = 'astro:preact:opts';
			updateConfig({
				vite: {
					resolve: { alias, dedupe: ['preact', 'preact/compat'] },
					plugins: [
						{
							name: options,
							resolveId: (id: string) => (id === options ? id : undefined),
							load: (id: string) => (id === options ? 'export default {}' : undefined),
						},
					],
				},
			});
		},
	},
};
