import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { trySeed } from './seed.ts';

let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(() => browser.close());

test.each([1, 2])('takes any valid edit: seed %i', async (seed) => {
	const { edits, found } = await trySeed(seed, browser);
	expect(edits.length).toBeGreaterThan(0);
	expect(found, `npm run test:edits -- --seed ${seed}\n${edits.join('\n')}`).toEqual([]);
});
