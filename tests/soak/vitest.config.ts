import { defineConfig } from 'vitest/config';

/** `npm run test:soak`: by chance, so it is not part of `npm test`. */
export default defineConfig({
	test: {
		include: ['tests/soak/**/*.test.ts'],
		globalSetup: 'tests/support/build-sites.ts',
		maxWorkers: 2,
		testTimeout: 120_000,
		hookTimeout: 120_000,
		expect: { poll: { timeout: 20_000 } },
	},
});
