import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { fields, type FieldName, type Values } from '../../../src/form/fields.ts';
import { axeFindings } from '../../support/checks/browser.ts';
import { ada as usual } from '../../support/form/words.ts';
import type { Visit } from '../../support/visit.ts';
import { brokenPromises, headings, look, toldBy, witness, type Facts, type Sight, type Told } from './promises.ts';

export interface Stage {
	options?: BrowserContextOptions;
	/** Sees the blank page, to listen or to interfere. */
	before?: (page: Page) => unknown;
	/** False: scripts are switched off. `late`: nobody waits for the form's. Else it takes over first. */
	scripts?: boolean | 'late';
	/** Whether the page's clock obeys the test. */
	clock?: boolean;
	words?: Partial<Values>;
}

/** What was told in this worker already, without a finding of axe. */
const accessible = new Set<Told>();

/** A visitor at the form with everything filled in, and what the visitor can do and see. */
export async function atTheForm(visit: Visit, stage: Stage = {}) {
	const { before, scripts = true, clock = false, words = usual } = stage;
	const options = { ...stage.options, ...(scripts === false && { javaScriptEnabled: false }) };
	const facts: Facts = {
		...{ inbox: visit.inbox, url: visit.url, words: {}, sends: 0, before: 0 },
		heard: { origins: new Set(), errors: [], asked: 0 },
	};
	const prepare = async (page: Page) => {
		if (clock) await page.clock.install();
		facts.heard = witness(page);
		await before?.(page);
	};
	const page = await visit.open('/contact/', options, prepare);
	const field = (name: FieldName) => page.locator(`[name=${name}]`);
	const button = (name: string) => page.getByRole('button', { name });

	const self = {
		page,
		facts,
		field,
		button,
		/** Waits until the script has taken over, which it does once the form is near. */
		async ready() {
			await page.getByRole('form').scrollIntoViewIfNeeded();
			await button('Clear the form').waitFor();
		},
		async write(words: Partial<Values>) {
			for (const { name, kind } of fields) {
				const value = words[name];
				if (value === undefined) continue;
				if (kind === 'radio') await page.locator(`[name=${name}][value=${value}]`).check();
				else await field(name).fill(value);
			}
			facts.words = { ...facts.words, ...words };
		},
		async send(how: () => Promise<unknown> = () => button('Send your request').click()) {
			facts.sends += 1;
			facts.before = visit.inbox.messages.length;
			facts.loaded = false;
			await how();
		},
		/** Waits until that many messages have been posted. */
		posted: (count = 1) => expect.poll(() => visit.inbox.requests.length).toBeGreaterThanOrEqual(count),
		/** Waits until that many messages have been kept. */
		kept: (count = 1) => expect.poll(() => visit.inbox.messages.length).toBeGreaterThanOrEqual(count),
		async reload() {
			await page.reload();
			facts.loaded = true;
			await self.ready();
		},
		/** Lets the page's time pass without anybody waiting. */
		pass: (seconds: number) => page.clock.runFor(seconds * 1000),
		sees: () => look(page),
		/** Waits until that is told, then holds everything to the form's promises and to axe. */
		async reads(told: Told): Promise<Sight> {
			await page.getByRole('group', { name: headings[told] }).waitFor({ timeout: 20_000 });
			const sight = await look(page);
			expect(toldBy(sight)).toBe(told);
			expect(brokenPromises(sight, facts)).toEqual([]);
			// The same panel has the same to say to axe.
			if (!accessible.has(told)) expect(await axeFindings(page, undefined, '[data-form]')).toEqual([]);
			accessible.add(told);
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
	if (scripts === true) await self.ready();
	await self.write(words);
	return self;
}
export type Visitor = Awaited<ReturnType<typeof atTheForm>>;
