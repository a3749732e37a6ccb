import { afterAll, afterEach, beforeAll, describe, expect } from 'vitest';
import type { Engine, Settings } from './driver.ts';
import { engines } from './engines.ts';
import { startSite } from './site.ts';
import { visitorOf, type Visitor } from './visitor.ts';

/** A phone in the hand, a tablet, and a desk. */
export const phone = { width: 360, height: 740 };
export const desk = { width: 1440, height: 900 };
export const sizes = [phone, { width: 768, height: 1024 }, desk];

/** What engines say in the console about a page without a fault. */
const noise = [
	// WebKit does not know this directive of the policy yet, and applies the others.
	/Unrecognized Content-Security-Policy directive 'manifest-src'/,
	// The answer of a page that is missing, and of a form service that refuses or hangs up, which tests ask for.
	/Failed to load resource/,
];

export interface Stage {
	/** The site that is visited, with the service behind its form. */
	readonly site: Awaited<ReturnType<typeof startSite>>;
	/** Opens a page as a new visitor. After each test an error that the console has heard, from anyone, fails it. */
	visit(path: string, settings: Settings): Promise<Visitor>;
}

/** Runs the same tests in every engine. */
export function inEachEngine(tests: (stage: Stage) => void): void {
	let site: Stage['site'];
	beforeAll(async () => {
		site = await startSite();
		expect(site.pages.size).toBeGreaterThan(5);
	});
	afterAll(() => site.close());

	describe.each(Object.entries(engines))('%s', (_, start) => {
		let engine: Engine;
		const open: Visitor[] = [];
		beforeAll(async () => {
			engine = await start();
			console.log(engine.name);
		});
		afterAll(() => engine.close());
		afterEach(async () => {
			const errors: string[] = [];
			for (const visitor of open.splice(0)) {
				errors.push(...(await visitor.errors()));
				await visitor.close();
			}
			site.inbox.reset();
			expect(errors.filter((error) => !noise.some((known) => known.test(error)))).toEqual([]);
		});
		tests({
			get site() {
				return site;
			},
			async visit(path, settings) {
				const visitor = visitorOf(await engine.open(settings), site.root);
				open.push(visitor);
				await visitor.open(path);
				return visitor;
			},
		});
	});
}
