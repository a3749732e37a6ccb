import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hidden } from '../../src/form/fields.ts';
import { faults, type FaultName } from '../../src/tools/inbox.ts';
import { launch } from '../support/browser.ts';
import { ports } from '../support/sites.ts';
import { asSent, look, type Verdict } from './invariants.ts';
import { ada as words, atTheForm } from './scene.ts';
import { visitSite } from './setup.ts';

const visit = visitSite();
const endpoint = `http://localhost:${ports.inbox}/**`;

interface Fate {
	/** What the visitor reads; two where a late answer changes it: after 30 seconds, and when the answer comes. */
	reads: Verdict | readonly [Verdict, Verdict];
	/** How many messages are in the inbox in the end. */
	stored: 0 | 1;
	/** Where the browser ends up when the form has no script. */
	lands: RegExp;
}
const thanks = /\/thanks\/$/;
const service = /\/f\/localinbox$/;
const error = /^chrome-error:/;
const sent = { reads: 'sent', stored: 1, lands: thanks } as const;
const lateSuccess = { reads: ['unknown', 'sent'], stored: 1, lands: thanks } as const;
const lost = { reads: 'unknown', stored: 0, lands: service } as const;
const unheard = { reads: 'unknown', stored: 1, lands: thanks } as const;
const broken = { reads: 'broken', stored: 0, lands: service } as const;
const busy = { reads: 'busy', stored: 0, lands: service } as const;

/** What becomes of a message, for every way in which the inbox can misbehave. */
const fates: Record<FaultName, Fate> = {
	nocors: unheard,
	// Our client sends nothing that needs a preflight.
	nopreflight: sent,
	'hang-preflight': sent,
	'reset-preflight': sent,
	'hang-before': lateSuccess,
	'hang-after': lateSuccess,
	'stall-headers': lateSuccess,
	'stall-body': lateSuccess,
	'slow-3s': sent,
	'slow-35s': lateSuccess,
	'reset-before': { ...lost, lands: error },
	'reset-after': { ...unheard, lands: error },
	// A redirection is in the headers: the rest of the answer does not matter to a browser.
	'reset-headers': unheard,
	'reset-body': unheard,
	'cut-body': unheard,
	'429': busy,
	'429-retry-after': busy,
	'500-html': lost,
	'500-next': lost,
	'503': lost,
	'200-html': lost,
	'bad-json': { ...unheard, lands: service },
	// Nothing to show: the browser stays where it is.
	'204': { ...unheard, lands: /\/contact\/$/ },
	'200-error': broken,
	'ok-only': sent,
	'next-only': sent,
	'success-only': lost,
	'errors-null': broken,
	'errors-empty': broken,
	'field-email': { ...broken, reads: 'invalid' },
	'field-unknown': broken,
	'field-several': broken,
	'404': broken,
	'404-project': broken,
	'403-captcha': broken,
	'403-inactive': broken,
	blocked: broken,
	'redirect-json': unheard,
	'free-plan': { ...sent, lands: /\/thanks\?language=en$/ },
	'too-long': broken,
	// It has arrived: in the service's spam folder. No sender can know.
	spam: { ...sent, stored: 0 },
};
const every = Object.entries(fates) as [FaultName, Fate][];
const isReset = (name: string) => name.startsWith('reset');
/** Where the answer comes only when the inbox lets go of it. */
const isHeld = (name: string) => /^(hang|stall|slow)/.test(name) && !name.endsWith('preflight');

/** Holds the inbox to what it should have. A browser may send once more by itself when a connection is reset. */
function expectStored(name: FaultName, stored: number) {
	const { messages, dropped } = visit.inbox;
	expect(isReset(name) ? Math.min(messages.length, stored) : messages.length).toBe(stored);
	expect(messages.length).toBeLessThanOrEqual(2);
	expect(dropped.map(({ dropped }) => dropped)).toEqual(name === 'spam' ? ['spam'] : []);
}

test('has a fate for every fault of the inbox', () => {
	expect(Object.keys(fates).sort()).toEqual(Object.keys(faults).sort());
});

describe('with scripts', () => {
	test.each(every)('says the truth about the fault “%s”', async (name, { reads, stored }) => {
		const ada = await atTheForm(visit, { clock: true });
		ada.facts.resets = isReset(name);
		visit.inbox.setFault(name);
		await ada.send();
		const [verdict, later] = typeof reads === 'string' ? [reads] : reads;
		if (isHeld(name)) {
			await ada.posted();
			await ada.page.getByRole('status').filter({ hasText: 'Sending.' }).waitFor();
			expect(await ada.button('Sending your request').getAttribute('aria-disabled')).toBe('true');
		}
		if (later) {
			await ada.pass(11);
			expect((await ada.sees()).status).toBe('Still sending. The connection is slow.');
			await ada.pass(20);
		} else if (isHeld(name)) {
			await expect.poll(() => visit.inbox.messages.length).toBe(1);
			visit.inbox.release();
		}
		const sight = await ada.reads(verdict);
		if (verdict === 'unknown' || verdict === 'broken' || verdict === 'busy') {
			expect(sight.panel).toContain('Your words are still here.');
			expect(sight.reference).toMatch(/^\w{4}-\w{2}$/);
			expect(await ada.button('Try again').isVisible()).toBe(true);
		}
		// The service's own words are for its customers, not for ours.
		const { answer } = faults[name] as { answer?: { body: unknown } };
		const { error } = (answer?.body ?? {}) as { error?: string };
		if (error) expect(await ada.page.getByText(error, { exact: true }).count()).toBe(0);
		if (later) {
			visit.inbox.release();
			await ada.reads(later);
		}
		expectStored(name, stored);
	});

	test('says which field the service did not like, at the field, until that field is changed', async () => {
		const ada = await atTheForm(visit);
		visit.inbox.setFault('field-email');
		await ada.send();
		await ada.reads('invalid');
		const email = ada.form.field('email');
		const said = () => email.evaluate((field) => field.ariaDescribedByElements?.map((note) => note.textContent).join());
		expect(await said()).toContain('Check “E-mail”');
		await ada.write({ times: 'evenings' });
		expect([await said(), await email.getAttribute('aria-invalid')]).toEqual([
			expect.stringContaining('Check “E-mail”'),
			'true',
		]);
		await ada.write({ email: 'ada@example.org' });
		await expect.poll(() => email.getAttribute('aria-invalid')).toBe(null);
		visit.inbox.setFault();
		await ada.send();
		await ada.reads('sent');
	});

	test.each(['503', 'reset-before', '429', '200-error'] as const)(
		'sends again, under the same reference, when asked to after “%s”',
		async (name) => {
			const ada = await atTheForm(visit);
			ada.facts.resets = isReset(name);
			visit.inbox.setFault(name);
			await ada.send();
			const { reference } = await ada.reads(fates[name].reads as Verdict);
			visit.inbox.setFault();
			await ada.send(() => ada.button('Try again').click());
			expect((await ada.reads('sent')).reference).toBe(reference);
			expect(visit.inbox.messages).toHaveLength(1);
		},
	);

	test('does not say that nothing was sent at all when an earlier try may have arrived', async () => {
		const ada = await atTheForm(visit);
		visit.inbox.setFault('204');
		await ada.send();
		await ada.reads('unknown');
		visit.inbox.setFault('429');
		await ada.send();
		expect((await ada.reads('busy')).panel).toContain('Nothing was sent this time.');
		expect(visit.inbox.messages).toHaveLength(1);
	});
});

describe('a success that comes late', () => {
	/** A visitor who has been told that nobody knows, while the service still holds the answer. */
	async function givenUp() {
		const ada = await atTheForm(visit, { clock: true });
		visit.inbox.setFault('hang-after');
		await ada.send();
		await ada.posted();
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

	test('does not confirm the words of a newer try that is still on its way', async () => {
		const { ada } = await givenUp();
		await ada.write({ message: 'Second thoughts' });
		visit.inbox.setFault('hang-before');
		await ada.send();
		await ada.posted(2);
		visit.inbox.release();
		expect((await ada.reads('sent')).repeated).toContain('Second thoughts');
		expect(visit.inbox.messages).toHaveLength(2);
	});

	test('is told apart from a new message that was begun since', async () => {
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

/** Chromium now and then comes back without the words, to a page that runs no script of ours: only then, and twice at most, once more. */
const backWithout = 'The browser came back without the words.';
const retry = { count: 2, condition: new RegExp(backWithout) };
async function goBackToTheWords(page: Page): Promise<void> {
	await page.goBack();
	await expect.poll(async () => (await look(page)).values, { message: backWithout }).toMatchObject(words);
}

/** What a browser can say of a connection that never stood. */
const refusals = ['namenotresolved', 'connectionrefused', 'blockedbyclient', 'timedout', 'accessdenied'] as const;

describe('with a connection that never stands', () => {
	test.each(refusals)('keeps every word when the browser says “%s”, and sends when it stands again', async (reason) => {
		const ada = await atTheForm(visit);
		await ada.page.route(endpoint, (route) => route.abort(reason));
		await ada.send();
		await ada.reads('unknown');
		expect(visit.inbox.requests).toEqual([]);
		await ada.page.unroute(endpoint);
		await ada.send(() => ada.button('Try again').click());
		await ada.reads('sent');
	});

	describe('because the service has no address', () => {
		let browser: Browser;
		beforeAll(async () => {
			browser = await launch({ args: [`--host-resolver-rules=MAP localhost:${ports.inbox} ~NOTFOUND`] });
		});
		afterAll(() => browser.close());

		test.each([true, false])('keeps every word, scripts: %s', { retry }, async (scripts) => {
			const ada = await atTheForm(visit, { browser, scripts });
			await ada.send();
			if (scripts) await ada.reads('unknown');
			else {
				await expect.poll(() => ada.page.url()).toMatch(error);
				await ada.page.waitForLoadState();
				await goBackToTheWords(ada.page);
				await ada.readsNothing();
			}
			expect(visit.inbox.requests).toEqual([]);
			await ada.page.context().close();
		});
	});

	test('says so when offline, says when that is over, and sends only when asked to', async () => {
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

/** Presses the button of a plain form and waits until that has led somewhere. Returns where. */
async function post(page: Page, name: FaultName): Promise<string> {
	await page.getByRole('button', { name: 'Send your request' }).click({ noWaitAfter: true });
	await expect.poll(() => visit.inbox.requests.length).toBeGreaterThan(0);
	if (isHeld(name)) {
		if (name !== 'hang-before') await expect.poll(() => visit.inbox.messages.length).toBe(1);
		visit.inbox.release();
	}
	await expect.poll(() => page.url()).toMatch(fates[name].lands);
	await page.waitForLoadState();
	return page.url();
}

/** `blocked` is what a visitor with a bad line has: scripts are on, and the form's never comes. */
describe.each([false, 'blocked'] as const)('without the form’s script (scripts: %s)', { retry }, (scripts) => {
	const some = scripts ? every.filter(([name]) => /^(403-captcha|429|reset-after|204|free-plan)$/.test(name)) : every;
	test.each(some)('loses no word and says no untruth for the fault “%s”', async (name, { stored, lands }) => {
		const ada = await atTheForm(visit, { scripts });
		visit.inbox.setFault(name);
		const address = await post(ada.page, name);
		expectStored(name, stored);
		// Whoever reads thanks is stored, or filed as spam.
		if (/thanks/.test(address)) expect(visit.inbox.messages.length + visit.inbox.dropped.length).toBe(1);
		for (const { fields } of visit.inbox.messages)
			expect(fields).toMatchObject({ [hidden.trap]: '', name: words.name });
		if (lands.test(`${visit.url}contact/`)) return;
		await goBackToTheWords(ada.page);
	});
});

describe('sending another way', () => {
	test('lets a person pass the service’s question about robots', async () => {
		const ada = await atTheForm(visit);
		visit.inbox.setFault('403-captcha');
		await ada.send();
		const { reference } = await ada.reads('broken');
		await ada.button('Send another way').click();
		await ada.button('I am not a robot').click();
		await ada.page.waitForURL(thanks);
		expect(visit.inbox.messages.map(({ fields }) => fields[hidden.reference])).toEqual([reference]);
		expect(ada.facts.heard.asked).toBe(0);
		// Thanked, so the draft is over: the words are not there to be sent twice.
		await ada.page.getByRole('link', { name: 'send your request again' }).click();
		await ada.form.ready();
		const sight = await ada.sees();
		expect([sight.heading, sight.drafts, sight.values?.['name']]).toEqual(['', 0, '']);
	});

	test('is the same press when pressed twice', async () => {
		const ada = await atTheForm(visit);
		visit.inbox.setFault('503');
		await ada.send();
		await ada.reads('unknown');
		visit.inbox.setFault('hang-after');
		// The page stays while its answer hangs, and can be pressed again: from inside, because Playwright waits for the answer.
		await ada.button('Send another way').evaluate(async (button) => {
			(button as HTMLElement).click();
			await new Promise(requestAnimationFrame);
			(button as HTMLElement).click();
		});
		await ada.posted(2);
		await expect.poll(() => visit.inbox.messages.length).toBe(1);
		visit.inbox.release();
		await ada.page.waitForURL(thanks);
		expect(visit.inbox.requests.filter(({ method }) => method === 'POST')).toHaveLength(2);
	});

	test('asks for what is missing first, as the button does', async () => {
		const ada = await atTheForm(visit);
		visit.inbox.setFault('503');
		await ada.send();
		await ada.reads('unknown');
		await ada.write({ name: '' });
		await ada.button('Send another way').click();
		await ada.reads('invalid');
		expect(visit.inbox.messages).toEqual([]);
	});

	test('does not end in silence when the browser stays where it is', async () => {
		const ada = await atTheForm(visit);
		visit.inbox.setFault('200-error');
		await ada.send();
		await ada.reads('broken');
		visit.inbox.setFault('204');
		await ada.send(() => ada.button('Send another way').click());
		await ada.posted(2);
		await ada.reads('unknown');
		expect(visit.inbox.messages).toHaveLength(1);
	});

	test('leaves the truth behind for whoever comes back', async () => {
		const ada = await atTheForm(visit);
		visit.inbox.setFault('200-error');
		await ada.send();
		await ada.reads('broken');
		visit.inbox.setFault('503');
		await ada.send(() => ada.button('Send another way').click());
		await ada.page.getByRole('heading', { name: 'The server is not available' }).waitFor();
		await ada.page.goBack();
		await ada.form.ready();
		ada.facts.loaded = true;
		await ada.reads('unknown');
	});
});
