import { defineConfig } from 'vitest/config';

/** The tour in three engines: one file after the other, because two would share the machine with six browsers. */
export default defineConfig({
	test: {
		include: ['tests/engines/**/*.test.ts'],
		fileParallelism: false,
		testTimeout: 180_000,
		// What is missing is installed, and the site is built.
		hookTimeout: 600_000,
		expect: { poll: { timeout: 15_000 } },
	},
});
