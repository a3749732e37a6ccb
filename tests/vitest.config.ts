import { getViteConfig } from 'astro/config';
import { defineConfig } from 'vitest/config';

/** Four kinds of tests, from cheap to dear: functions, components, the built site's files, the built site in a browser. */
export default defineConfig({
	test: {
		reporters: ['default'],
		projects: [
			{ test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout: 20_000 } },
			getViteConfig({ test: { name: 'component', include: ['tests/component/**/*.test.ts'] } }),
			{
				test: {
					name: 'build',
					include: ['tests/build/**/*.test.ts'],
					globalSetup: 'tests/support/build-sites.ts',
					testTimeout: 120_000,
				},
			},
			{
				test: {
					name: 'browser',
					include: ['tests/browser/**/*.test.ts'],
					globalSetup: 'tests/support/build-sites.ts',
					// One file at a time: each starts the inbox on the port that is built into the pages.
					fileParallelism: false,
					testTimeout: 60_000,
					hookTimeout: 120_000,
				},
			},
		],
	},
});
