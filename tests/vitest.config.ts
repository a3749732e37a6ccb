import { getViteConfig } from 'astro/config';
import { defineConfig } from 'vitest/config';

const builtSites = 'tests/support/build-sites.ts';
/** One browser serves all files of a worker (`support/visit.ts`), so their modules are shared. */
const inBrowser = { isolate: false, testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 20_000 } } };

/**
 * From cheap to dear: functions, components, files of the built fixture site, that site in a browser, the check of the real
 * site, and the same check of edits that are made at random. Only the check of the site reads `content/`.
 */
export default defineConfig({
	test: {
		maxWorkers: 2,
		projects: [
			{
				// Some packages name source files that they do not have.
				logLevel: 'error',
				test: {
					name: 'unit',
					include: ['tests/unit/**/*.test.ts'],
					testTimeout: 20_000,
					// They import JSON in a way that Node refuses.
					server: { deps: { inline: [/@actions/] } },
				},
			},
			getViteConfig({ test: { name: 'component', include: ['tests/component/**/*.test.ts'] } }),
			{
				test: { name: 'build', include: ['tests/build/**/*.test.ts'], globalSetup: builtSites, testTimeout: 120_000 },
			},
			{ test: { name: 'browser', include: ['tests/browser/**/*.test.ts'], globalSetup: builtSites, ...inBrowser } },
			{ test: { name: 'editor', include: ['tests/editor/**/*.test.ts'], globalSetup: builtSites, ...inBrowser } },
			{
				test: {
					name: 'site',
					include: ['tests/site/**/*.test.ts'],
					globalSetup: 'tests/support/build-content.ts',
					...inBrowser,
				},
			},
			{ test: { name: 'edits', include: ['tests/edits/**/*.test.ts'], ...inBrowser, testTimeout: 240_000 } },
		],
	},
});
