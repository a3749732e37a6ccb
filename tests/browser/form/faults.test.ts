import { describe, expect, test } from 'vitest';
import { hidden } from '../../../src/form/fields.ts';
import { ada as words, asSent } from '../../support/form/words.ts';
import type { FaultName } from '../../support/inbox.ts';
import { visitSite } from '../../support/visit.ts';
import type { Told } from './promises.ts';
import { atTheForm } from './visitor.ts';

const visit = visitSite();
const thanks = /\/thanks\/$/;

/** What a visitor reads, and how many messages are in the inbox in the end. */
const fates: Record<FaultName, readonly [Told, kept: 0 | 1]> = {
	refused: ['broken', 0],
	rejected: ['invalid', 0],
	busy: ['busy', 0],
	captcha: ['broken', 0],
	page: ['unknown', 0],
	empty: ['unknown', 1],
	'no-cors': ['unknown', 1],
	silent: ['unknown', 1],
	stalled: ['unknown', 1],
	reset: ['unknown', 1],
	cut: ['unknown', 1],
};
const isHeld = (fault: FaultName) => fault === 'silent' || fault === 'stalled';
const every = Object.entries(fates) as [FaultName, (typeof fates)[FaultName]][];

describe('a fault of the service', () => {
	test.each(every)('“%s” is told as it is, and every word stays', async (fault, [told, kept]) => {
		const ada = await atTheForm(visit, { clock: true });
		ada.facts.resets = fault === 'reset';
		visit.inbox.setFault(fault);
		await ada.send();
		if (isHeld(fault)) {
			await ada.kept();
			await ada.page.getByRole('status').filter({ hasText: 'Sending.' }).waitFor();
			expect(await ada.button('Send your request').getAttribute('aria-disabled')).toBe('true');
			await ada.pass(11);
			expect((await ada.sees()).status).toBe('Still sending. The connection is slow.');
			await ada.pass(20);
		}
		const { panel } = await ada.reads(told);
		// The service's own words are for its customers, not for ours.
		expect(panel).not.toMatch(/quota|AJAX|Validation|requests\b.*Too/);
		if (fault === 'reset') expect([1, 2]).toContain(visit.inbox.messages.length);
		else expect(visit.inbox.messages).toHaveLength(kept);
		if (isHeld(fault)) {
			// A late success is taken for what it is.
			visit.inbox.release();
			await ada.reads('sent');
		}
	});

	test.each(['page', 'busy', 'refused'] as const)('“%s” can be tried again under the same reference', async (fault) => {
		const ada = await atTheForm(visit);
		visit.inbox.setFault(fault);
		await ada.send();
		const { reference } = await ada.reads(fates[fault][0]);
		expect(reference).toMatch(/^\w{4}-\w{2}$/);
		visit.inbox.setFault();
		await ada.send(() => ada.button('Try again').click());
		expect((await ada.reads('sent')).reference).toBe(reference);
		expect(visit.inbox.messages).toHaveLength(1);
	});

	test('with a field is told at the field until the field is changed', async () => {
		const ada = await atTheForm(visit);
		visit.inbox.setFault('rejected');
		await ada.send();
		await ada.reads('invalid');
		const email = ada.field('email');
		const notes = () =>
			email.evaluate((field) => field.ariaDescribedByElements?.map((note) => note.textContent).join());
		await ada.write({ times: 'evenings' });
		expect(await notes()).toContain('Check “E-mail”');
		await ada.write({ email: 'ada@example.org' });
		await expect.poll(notes).not.toContain('Check “E-mail”');
		expect(await email.getAttribute('aria-invalid')).toBe(null);
		await ada.readsNothing();
	});
});

describe('a success that comes late', () => {
	/** A visitor who has been told that nobody knows, while the service still holds the answer. */
	async function givenUp() {
		const ada = await atTheForm(visit, { clock: true });
		visit.inbox.setFault('silent');
		await ada.send();
		await ada.kept();
		await ada.pass(31);
		return { ada, reference: (await ada.reads('unknown')).reference };
	}

	test('does not take along the words that were typed since', async () => {
		const { ada, reference } = await givenUp();
		await ada.write({ message: 'Second thoughts' });
		visit.inbox.release();
		expect((await ada.reads('early')).reference).toBe(reference);
		visit.inbox.setFault();
		await ada.send(() => ada.button('Send this too').click());
		await ada.reads('sent');
		const arrived = visit.inbox.messages.map(({ fields }) => fields['message']);
		expect(arrived).toEqual([asSent(words.message), 'Second thoughts']);
	});

	test('is told apart from a request that was begun since', async () => {
		const { ada, reference } = await givenUp();
		await ada.button('Clear the form').click();
		ada.facts.words = {};
		await expect.poll(async () => (await ada.sees()).focus).toBe('field-name');
		expect((await ada.readsNothing()).drafts).toBe(0);
		await ada.write({ name: 'Grace' });
		visit.inbox.release();
		expect((await ada.reads('early')).reference).toBe(reference);
	});
});

describe('a connection that never stands', () => {
	test('is told, and can be tried again', async () => {
		const ada = await atTheForm(visit);
		const service = `${visit.inbox.origin}/**`;
		await ada.page.route(service, (route) => route.abort('connectionrefused'));
		await ada.send();
		await ada.reads('unknown');
		expect(visit.inbox.requests).toEqual([]);
		await ada.page.unroute(service);
		await ada.send(() => ada.button('Try again').click());
		await ada.reads('sent');
	});

	test('is told when the visitor is offline, and when that is over; only the visitor sends', async () => {
		const ada = await atTheForm(visit);
		await ada.page.context().setOffline(true);
		await ada.send();
		const { reference } = await ada.reads('offline');
		await ada.page.context().setOffline(false);
		await ada.page.getByRole('status').filter({ hasText: 'You are back online.' }).waitFor();
		expect(visit.inbox.requests).toEqual([]);
		await ada.send(() => ada.button('Try again').click());
		expect((await ada.reads('sent')).reference).toBe(reference);
	});
});

describe('sending another way', () => {
	test('lets a visitor pass the service’s question about robots', async () => {
		const ada = await atTheForm(visit);
		visit.inbox.setFault('captcha');
		await ada.send();
		const { reference } = await ada.reads('broken');
		await ada.button('Send another way').click();
		await ada.button('I am not a robot').click();
		await ada.page.waitForURL(thanks);
		expect(visit.inbox.messages.map(({ fields }) => fields[hidden.reference])).toEqual([reference]);
		expect(ada.facts.heard.asked).toBe(0);
		// Thanked, so the draft is over: the words are not there to be sent twice.
		await ada.page.locator('a[href$="/contact/"]:visible').first().click();
		await ada.ready();
		const { heading, drafts, values } = await ada.sees();
		expect([heading, drafts, values?.['name']]).toEqual(['', 0, '']);
	});

	test('is told when the browser stays', async () => {
		const ada = await atTheForm(visit);
		visit.inbox.setFault('page');
		await ada.send();
		await ada.reads('unknown');
		visit.inbox.setFault('empty');
		await ada.send(() => ada.button('Send another way').click());
		await ada.kept();
		await ada.reads('unknown');
	});
});
