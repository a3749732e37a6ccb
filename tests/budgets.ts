/**
 * What a page may cost, held for every page by `tests/build/budgets.test.ts`. Bytes are those on the wire: text as brotli at its best
 * (quality 11), fonts and pictures as they are. A first visit is the page and all it asks for by itself, with an empty cache.
 */
export const budgets = {
	/** The guide, styled and readable: one round trip, ten packets. `npm run report` shows which part weighs what. */
	guide: 14_336,
	/** Any other page, styled and readable. */
	page: 10_240,
	/** Of a page’s styles, what speaks of nothing on the page in any state; percent. */
	unusedStyles: 10,
	/** Everything that a first visit fetches. */
	visit: 60_000,
	requests: 6,
	/** Requests that the first paint waits for. */
	blocking: 0,
	/** Scripts of a page without its form. */
	script: 1_500,
	/** All scripts that somebody who uses the form fetches. */
	form: 25_000,
	/** Fonts: one round trip, with the words of the host around it. */
	fonts: 14_000,
} as const;
