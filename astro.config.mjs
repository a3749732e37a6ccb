import { fileURLToPath } from 'node:url';
import mdx from '@astrojs/mdx';
import tailwindcss from '@tailwindcss/vite';
import { defineConfig, envField } from 'astro/config';
import { markdown } from './src/integrations/markdown.ts';
import { contentCheck } from './src/integrations/content-check/index.ts';
import { editor } from './src/integrations/editor/index.ts';
import { hostFiles } from './src/integrations/host-files.ts';
import { localInbox } from './src/integrations/local-inbox.ts';
import { markdownPages } from './src/integrations/markdown-pages.ts';
import { redirects } from './src/integrations/redirects.ts';
import { safeOutput } from './src/integrations/safe-output.ts';
import { securityPolicy } from './src/integrations/security-policy.ts';
import { siteAddress } from './src/integrations/site-address.ts';
import { speculationRules, themeScript } from './src/layouts/inline-scripts.ts';

/** The folder of the editors' files. The tests point it elsewhere. */
const content = process.env['CONTENT_DIR'] || './content';

// The site's address is in SITE_URL and BASE_PATH, or in the flags --site and --base: see `siteAddress`.
export default defineConfig({
	integrations: [
		siteAddress(),
		contentCheck({ dir: content }),
		redirects({ file: `${content}/redirects.yaml` }),
		markdown(),
		mdx(),
		localInbox(),
		securityPolicy({ inlineScripts: (base) => [themeScript, speculationRules(base)] }),
		markdownPages(),
		hostFiles(),
		editor({ file: `${content}/clinic.yaml` }),
		safeOutput(),
	],
	env: { schema: { FORM_ENDPOINT: envField.string({ context: 'server', access: 'public', optional: true }) } },
	// Several pages at once, because previews are drawn beside the main thread.
	build: { inlineStylesheets: 'always', concurrency: 4 },
	image: { service: { entrypoint: './src/image-service.ts' } },
	devToolbar: { enabled: false },
	// Writes the schemas that let VS Code explain the fields of `content/`: for whoever edits, not for a build.
	experimental: { contentIntellisense: !process.argv.includes('build') },
	vite: {
		define: { 'import.meta.env.CONTENT_DIR': JSON.stringify(content) },
		plugins: [tailwindcss()],
		build: {
			// A script in a file of its own is cached, and needs no line in the content security policy.
			assetsInlineLimit: 0,
			// The oldest browsers that get the site's styles: newer CSS is compiled for them.
			cssTarget: ['safari15.4', 'chrome97', 'firefox97'],
			// Astro's own mark in MDX files, which the bundler warns about once a file.
			rolldownOptions: {
				onLog: (level, log, report) => log.code === 'MODULE_LEVEL_DIRECTIVE' || report(level, log),
			},
		},
		resolve: {
			alias: {
				'@stripe/react-stripe-js': fileURLToPath(new URL('src/form/stripe.ts', import.meta.url)),
				'react/jsx-runtime': 'preact/jsx-runtime',
				react: 'preact/compat',
			},
			// Else it would find the real React when its HTML is made.
			noExternal: ['@formspree/react'],
		},
	},
});
