import type { Page } from 'playwright-core';
import type { FieldName } from '../../src/form/fields.ts';
import { hidden } from '../../src/form/fields.ts';
import { faults, type FaultName, type Inbox } from '../../src/tools/inbox.ts';
import { brokenPromises, look, verdictOf, type Facts, type Words } from '../browser/invariants.ts';
import type { Chance } from './random.ts';

const allFaults = Object.keys(faults) as [FaultName, ...FaultName[]];
const actions = [
	'send',
	'send',
	'again',
	'twice',
	'enter',
	'offline',
	'autofill',
	'write',
	'wait',
	'reload',
	'leave',
	'clear',
] as const;
const texts = ['', 'weekday mornings', 'שלום', 'e\u0301\u200b', '👩‍👩‍👧 & <b>', 'y'.repeat(119)] as const;
/** Where the answer comes only when the inbox lets go of it. */
const isHeld = (name?: string) => /^(hang|stall|slow)/.test(name ?? '');

export interface Step {
	action: (typeof actions)[number];
	fault: FaultName | undefined;
	field: FieldName;
	text: string;
	/** How long the visitor waits, in milliseconds of the page's own clock, and whether the service answers meanwhile. */
	wait: number;
	answers: boolean;
}
/** What a visitor will do, and what weather there will be. Made beforehand, so that it depends on the seed alone. */
export const plan = (by: Chance): Step[] =>
	Array.from({ length: 2 + by.below(5) }, () => ({
		action: by.pick(actions),
		fault: by.sometimes(0.25) ? undefined : by.pick(allFaults),
		field: by.pick(['name', 'times', 'message'] as const),
		text: by.pick(texts),
		wait: by.pick([5_000, 11_000, 31_000] as const),
		answers: by.sometimes(0.5),
	}));
export const describe = (steps: readonly Step[]): string =>
	steps.map(({ action, fault }) => (fault ? `${action} (${fault})` : action)).join(', ');

/**
 * Lets one visitor do all that at a fresh form, look at it after each step, and at last send in good weather. Returns every
 * promise that was broken on the way, with the step after which it was.
 */
export async function visit(page: Page, inbox: Inbox, facts: Facts, steps: readonly Step[], number: number) {
	const broken: string[] = [];
	const verdicts: string[] = [];
	const send = page.getByRole('button', { name: /^Send(ing)? your request$/ });
	const ready = async () => {
		await page.getByRole('form').scrollIntoViewIfNeeded();
		await page.getByRole('button', { name: 'Clear the form' }).waitFor();
	};
	const write = async (words: Words) => {
		for (const [name, value] of Object.entries(words)) await page.locator(`[name=${name}]`).fill(value);
		facts.words = { ...facts.words, ...words };
		facts.loaded = true;
	};
	/** Until the page has said something, or surely waits for an answer that is held back. */
	const settle = (fault: FaultName | undefined) =>
		page
			.waitForFunction(
				() =>
					document.querySelector('[data-form] [role=group]') ??
					!document.querySelector('[data-form] [type=submit][aria-disabled=true]'),
				undefined,
				{ timeout: isHeld(fault) ? 200 : 10_000, polling: 20 },
			)
			.catch(() => undefined);
	const press = async (fault: FaultName | undefined, how: () => Promise<unknown>) => {
		facts.clicks += 1;
		facts.before = inbox.messages.length;
		facts.loaded = false;
		await how();
		await settle(fault);
	};
	const release = async (fault: FaultName | undefined) => {
		inbox.release();
		// What an earlier try delivers now says nothing about the last one.
		facts.before = Infinity;
		await settle(fault);
	};
	const verdict = async (after: string) => {
		const sight = await look(page);
		broken.push(...brokenPromises(sight, facts).map((promise) => `after “${after}”: ${promise}`));
		verdicts.push(verdictOf(sight) ?? (sight.status ? 'sending' : 'quiet'));
		return verdicts.at(-1);
	};
	const trap = (value: string) =>
		page.locator(`[name=${hidden.trap}]`).evaluate((trap: HTMLInputElement, value) => void (trap.value = value), value);
	const act: Record<Step['action'], (step: Step) => Promise<unknown>> = {
		// A person can press what is marked as disabled; only the test's tool would wait.
		send: ({ fault }) => press(fault, () => send.click({ force: true })),
		again: async ({ fault }) => {
			const again = page.getByRole('button', { name: /^(Try again|Send this too)$/ });
			if ((await again.count()) > 0) await press(fault, () => again.click());
		},
		twice: ({ fault }) =>
			press(fault, () =>
				send.evaluate((button: HTMLElement) => {
					button.click();
					button.click();
				}),
			),
		enter: ({ fault }) =>
			press(fault, async () => {
				await page.locator('[name=name]').focus();
				for (let i = 0; i < 4; i++) await page.keyboard.down('Enter');
				await page.keyboard.up('Enter');
			}),
		async offline({ fault }) {
			await page.context().setOffline(true);
			await press(fault, () => send.click({ force: true }));
			await page.context().setOffline(false);
		},
		async autofill({ fault }) {
			await trap('https://example.com');
			await press(fault, () => send.click({ force: true }));
			await verdict('autofill');
			await trap('');
		},
		write: ({ field, text }) => write({ [field]: text }),
		async wait({ wait, answers, fault }) {
			await page.clock.fastForward(wait);
			if (answers) await release(fault);
		},
		async reload() {
			await page.reload();
			facts.loaded = true;
			await ready();
		},
		async leave() {
			await page.goto(`${facts.url}privacy/`);
			await page.goBack();
			facts.loaded = true;
			await ready();
		},
		async clear() {
			if ((await send.getAttribute('aria-disabled')) === 'true') return;
			await page.getByRole('button', { name: 'Clear the form' }).click();
			facts.words = {};
			facts.loaded = true;
		},
	};

	const person = { name: `Visitor ${number}`, email: `v${number}@example.com` };
	await page.goto(`${facts.url}contact/`);
	await ready();
	await write({ ...person, message: `Message ${number},\nin two lines.` });
	let now = '';
	for (const step of steps) {
		inbox.setFault(step.fault);
		facts.resets ||= step.fault?.startsWith('reset') ?? false;
		// A slow answer may come in the middle of a step: then the form has gone, and what is left is the confirmation.
		await act[step.action](step).catch(async (error: unknown) => {
			if (verdictOf(await look(page)) !== 'sent') throw error;
		});
		now = (await verdict(describe([step]))) ?? '';
		if (now === 'sent') return { broken, verdicts };
	}
	// At last everything that was held back is let go, and whoever is not answered gives up and sends in good weather.
	inbox.setFault();
	await release(undefined);
	await page.clock.fastForward(31_000);
	if ((await verdict('the end of the storm')) === 'sent') return { broken, verdicts };
	await write(person);
	await press(undefined, () => send.click());
	now = (await verdict('good weather')) ?? '';
	if (now !== 'sent') broken.push(`ended with “${now}” in good weather`);
	return { broken, verdicts };
}
