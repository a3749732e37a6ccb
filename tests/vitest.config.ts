import { getViteConfig } from 'astro/config';
import { defineConfig } from 'vitest/config';
import { lanes } from './support/sites.ts';

/** Four kinds of tests, from cheap to dear: functions, components, the built site's files, the built site in a browser. */
export default defineConfig({
	test: {
		reporters: ['default'],
		// As many as there are lanes (`tests/support/sites.ts`): a third worker would share the ports of the first.
		maxWorkers: lanes,
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
					globalSetup: ['tests/support/install.ts', 'tests/support/build-sites.ts'],
					testTimeout: 60_000,
					hookTimeout: 120_000,
					// A machine that does much at once shows a page late; Vitest's own second is too short for that.
					expect: { poll: { timeout: 20_000 } },
				},
			},
		],
	},
});
