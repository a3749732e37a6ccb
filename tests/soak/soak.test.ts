import { expect, test } from 'vitest';
import { brokenPromises } from '../browser/form/promises.ts';
import { atTheForm, type Visitor } from '../browser/form/visitor.ts';
import { random, type Random } from '../edits/random.ts';
import { hidden, type Values } from '../../src/form/fields.ts';
import { faults, type FaultName } from '../support/inbox.ts';
import { visitSite } from '../support/visit.ts';

/**
 * Sends visitors through faults by chance, and holds the form to its promises after every step: nothing lost, nothing
 * falsely confirmed. SOAK_SEED and SOAK_COUNT choose the visitors; the seed of each is in the name of its test.
 */
const first = Number(process.env['SOAK_SEED'] ?? Date.now() % 1_000_000);
const seeds = Array.from({ length: Number(process.env['SOAK_COUNT'] ?? 100) }, (_, i) => first + i);

const visit = visitSite();
const allFaults = [undefined, ...(Object.keys(faults) as FaultName[])];
const texts = ['', 'weekday mornings', 'שלום', 'e\u0301\u200b', '👩‍👩‍👧 & <b>', 'y'.repeat(119)];
const isHeld = (fault?: FaultName) => fault === 'silent' || fault === 'stalled';

/** What a visitor does next, with what weather. */
const actions: Record<string, (ada: Visitor, by: Random, fault?: FaultName) => Promise<unknown>> = {
	send: (ada, _, fault) => press(ada, fault, () => ada.button('Send your request').click({ force: true })),
	twice: (ada, _, fault) =>
		press(ada, fault, () =>
			ada.button('Send your request').evaluate((button: HTMLElement) => {
				button.click();
				button.click();
			}),
		),
	async again(ada, _, fault) {
		const again = ada.page.getByRole('button', { name: /^(Try again|Send this too)$/ });
		if ((await again.count()) > 0) await press(ada, fault, () => again.click());
	},
	async offline(ada, _, fault) {
		await ada.page.context().setOffline(true);
		await press(ada, fault, () => ada.button('Send your request').click({ force: true }));
		await ada.page.context().setOffline(false);
	},
	async autofill(ada, _, fault) {
		const trap = ada.page.locator(`[name=${hidden.trap}]`);
		await trap.evaluate((trap: HTMLInputElement) => void (trap.value = 'https://example.com'));
		await press(ada, fault, () => ada.button('Send your request').click({ force: true }));
		await trap.evaluate((trap: HTMLInputElement) => void (trap.value = ''));
	},
	async write(ada, by) {
		await ada.write({ [by.pick(['name', 'times', 'message'])]: by.pick(texts) });
		ada.facts.loaded = true;
	},
	async wait(ada, by) {
		await ada.pass(by.pick([5, 11, 31]));
		if (by.chance(0.5)) await release(ada);
	},
	reload: (ada) => ada.reload(),
	async clear(ada) {
		if ((await ada.button('Send your request').getAttribute('aria-disabled')) === 'true') return;
		await ada.button('Clear the form').click();
		ada.facts.words = {};
		ada.facts.loaded = true;
	},
};

/** Until the form has told something, or surely waits for an answer that is held back. */
const settles = ({ page }: Visitor) =>
	page.waitForFunction(
		() => document.querySelector('.panel') ?? document.querySelector('[data-form] [type=submit][aria-disabled=true]'),
	);
/** Until nothing is on its way any more. */
const ends = ({ page }: Visitor) =>
	page.waitForFunction(() => !document.querySelector('[data-form] [type=submit][aria-disabled=true]'));

async function press(ada: Visitor, fault: FaultName | undefined, how: () => Promise<unknown>): Promise<void> {
	const wasWaiting = (await ada.button('Send your request').getAttribute('aria-disabled')) === 'true';
	await ada.send(how);
	await (wasWaiting || isHeld(fault) ? settles(ada) : ends(ada));
}
async function release(ada: Visitor): Promise<void> {
	visit.inbox.release();
	// What an earlier try delivers now says nothing about the last one.
	ada.facts.before = Infinity;
	await ends(ada);
}

test.each(seeds)('keeps its promises to visitor %i', async (seed) => {
	const by = random(seed);
	const person: Partial<Values> = { name: `Visitor ${seed}`, email: `v${seed}@example.com` };
	const ada = await atTheForm(visit, { clock: true, words: { ...person, message: `Message ${seed},\nin two lines.` } });
	const steps: string[] = [];
	const holds = async (step: string) => {
		steps.push(step);
		const sight = await ada.sees();
		expect(brokenPromises(sight, ada.facts), steps.join(', ')).toEqual([]);
		return sight.heading === 'Your request has been sent';
	};
	for (let count = by.int(2, 6); count > 0; count--) {
		const [action, fault] = [by.pick(Object.keys(actions)), by.pick(allFaults)];
		visit.inbox.setFault(fault);
		ada.facts.resets ||= fault === 'reset';
		await actions[action]?.(ada, by, fault);
		if (await holds(`${action} (${fault ?? 'no fault'})`)) return;
	}
	// At last everything that was held back is let go, and whoever is not answered sends in good weather.
	visit.inbox.setFault();
	await ada.pass(31);
	await release(ada);
	if (await holds('the storm is over')) return;
	await ada.write(person);
	await press(ada, undefined, () => ada.button('Send your request').click());
	expect(await holds('good weather'), steps.join(', ')).toBe(true);
});
