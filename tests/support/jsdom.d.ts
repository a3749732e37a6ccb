/** jsdom carries no types of its own; this is the part that the tests use. */
declare module 'jsdom' {
	export class JSDOM {
		constructor(html: string, options?: { url?: string });
		readonly window: Window & typeof globalThis;
	}
}
