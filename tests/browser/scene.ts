import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import {
	axeFindings,
	brokenPromises,
	headingOf,
	look,
	verdictOf,
	witness,
	type Facts,
	type Sight,
	type Verdict,
	type Witness,
	type Words,
} from './invariants.ts';
import { appointment } from './pages/form.ts';
import type { Visit } from './setup.ts';

/** What Ada writes, unless a test needs other words. */
export const ada = {
	name: 'Ada Vann',
	email: 'ada@example.com',
	phone: '(918) 555-0134',
	times: 'weekday mornings',
	message: 'First line,\nsecond line.',
} as const satisfies Words;

export interface Stage {
	/** A browser with other habits than the usual one. */
	browser?: Browser;
	/** Another page of the same visitor. */
	beside?: Page;
	options?: BrowserContextOptions;
	/** Sees the blank page, to listen or to interfere. */
	before?: (page: Page) => unknown;
	/** False: scripts are switched off. `blocked`: none arrives. Else the form's script takes over first. */
	scripts?: boolean | 'blocked';
	/** Whether the page's clock obeys the test. */
	clock?: boolean;
	words?: Words;
	path?: string;
}

/** A visitor at the form with everything filled in, and what the visitor can do and see. */
export async function atTheForm(visit: Visit, stage: Stage = {}) {
	const { before, scripts = true, clock = false, words = ada, path = '/contact/', beside, browser } = stage;
	const options = scripts === false ? { javaScriptEnabled: false, ...stage.options } : stage.options;
	let heard: Witness | undefined;
	const prepare = async (page: Page) => {
		if (clock) await page.clock.install();
		heard = await witness(page);
		if (scripts === 'blocked') await page.route('**/*.js', (route) => route.abort());
		await before?.(page);
	};
	let page: Page;
	const context = beside?.context() ?? (await browser?.newContext({ reducedMotion: 'reduce', ...options }));
	if (context) {
		page = await context.newPage();
		await prepare(page);
		await page.goto(visit.url + path.slice(1));
	} else page = await visit.open(path, options, prepare);
	if (!heard) throw new Error('Nobody listened.');

	const form = appointment(page);
	if (scripts === true) await form.ready();
	const facts: Facts = { inbox: visit.inbox, heard, url: visit.url, words: {}, clicks: 0 };
	const self = {
		page,
		form,
		facts,
		async write(words: Words) {
			for (const [name, value] of Object.entries(words))
				if (name === 'goal' || name === 'preferred') await page.locator(`[name=${name}][value=${value}]`).check();
				else await page.locator(`[name=${name}]`).fill(value);
			facts.words = { ...facts.words, ...words };
		},
		async send(how: () => Promise<unknown> = () => form.send().click()) {
			facts.clicks += 1;
			facts.before = visit.inbox.messages.length;
			await how();
		},
		/** Waits until that many messages have been posted. */
		async posted(count = 1) {
			const posts = () => visit.inbox.requests.filter(({ method }) => method === 'POST').length;
			await expect.poll(posts).toBeGreaterThanOrEqual(count);
		},
		/** Lets the page's time pass without anybody waiting. */
		pass: (seconds: number) => page.clock.runFor(seconds * 1000),
		sees: () => look(page),
		button: (name: string) => page.getByRole('button', { name }),
		/** Waits for the verdict, then holds everything to it: the promises I1 to I8, and axe. */
		async reads(verdict: Verdict): Promise<Sight> {
			await page.getByRole('group', { name: headingOf(verdict) }).waitFor({ timeout: 20_000 });
			const sight = await look(page);
			expect(verdictOf(sight)).toBe(verdict);
			expect(brokenPromises(sight, facts)).toEqual([]);
			expect(await axeFindings(page)).toEqual([]);
			return sight;
		},
		/** The same for a form that says nothing, after what the browser had to put back is back. */
		async readsNothing(): Promise<Sight> {
			await expect.poll(async () => brokenPromises(await look(page), facts)).toEqual([]);
			const sight = await look(page);
			expect(sight.heading).toBe('');
			return sight;
		},
	};
	await self.write(words);
	return self;
}
