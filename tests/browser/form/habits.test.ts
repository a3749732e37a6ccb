import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { hidden } from '../../../src/form/fields.ts';
import { ada as words, asSent } from '../../support/form/words.ts';
import { phone, visitSite } from '../../support/visit.ts';
import { atTheForm, type Visitor } from './visitor.ts';

const visit = visitSite();
const formScript = '**/mount*.js';

/** Ways of asking for the same thing more than once. */
const insistent: Record<string, (ada: Visitor) => Promise<unknown>> = {
	'a double click': ({ button }) => button('Send your request').dblclick(),
	'Enter held down': async ({ field, page }) => {
		await field('name').focus();
		// The browser tells the page that these are repetitions of one press.
		for (let i = 0; i < 12; i++) await page.keyboard.down('Enter');
		await page.keyboard.up('Enter');
	},
	'two clicks in one task': ({ button }) =>
		button('Send your request').evaluate((button: HTMLElement) => {
			button.click();
			button.click();
		}),
};
test.each(Object.keys(insistent))('sends once after %s, and repeats what was sent', async (way) => {
	const ada = await atTheForm(visit, { options: { viewport: phone } });
	await ada.write({ goal: 'fix', preferred: 'phone' });
	await ada.send(() => insistent[way]?.(ada) ?? Promise.reject(new Error(way)));
	const { repeated } = await ada.reads('sent');
	for (const word of [...Object.values(words), 'To get something fixed']) expect(repeated).toContain(word);
	expect(visit.inbox.requests).toHaveLength(1);
});

describe('before it sends', () => {
	test('asks for what is missing, in a summary that leads to the fields, until it is there', async () => {
		const ada = await atTheForm(visit, { words: {} });
		await ada.button('Send your request').click();
		await ada.reads('invalid');
		const errors = { name: 'Enter your name', email: 'Enter an e-mail address or a phone number' };
		const links = ada.page.getByRole('group', { name: 'There is a problem' }).getByRole('link');
		expect(await links.allTextContents()).toEqual(Object.values(errors));
		for (const [name, error] of Object.entries(errors)) {
			await links.filter({ hasText: error }).click();
			const field = ada.page.locator(':focus');
			expect(await field.getAttribute('name')).toBe(name);
			expect(await field.getAttribute('aria-invalid')).toBe('true');
			const notes = await field.evaluate((field) => field.ariaDescribedByElements?.map((note) => note.textContent));
			expect(notes).toContain(error);
		}
		await ada.write({ name: 'Ada', phone: '٩١٨٥٥٥٠١٣٤' });
		await ada.readsNothing();
		expect(await ada.page.locator('[aria-invalid]').count()).toBe(0);
		await ada.send();
		await ada.reads('sent');
	});

	test('takes out of an address what nobody sees', async () => {
		const ada = await atTheForm(visit);
		await ada.write({ email: 'mailto:ada@clinic.test\u200b' });
		ada.facts.words = { ...words, email: 'ada@clinic.test' };
		await ada.send();
		await ada.reads('sent');
		expect(visit.inbox.messages[0]?.fields['email']).toBe('ada@clinic.test');
	});

	test('asks about a mistyped domain, and believes whoever sends again', async () => {
		const ada = await atTheForm(visit, { words: { ...words, email: 'ada@gmial.com' } });
		await ada.button('Send your request').click();
		expect((await ada.reads('invalid')).panel).toContain('Did you mean ada@gmail.com?');
		await ada.send();
		await ada.reads('sent');
		expect(visit.inbox.messages[0]?.fields['email']).toBe('ada@gmial.com');
	});

	test('asks to shorten what was pasted, and cuts nothing', async () => {
		const ada = await atTheForm(visit, { options: { permissions: ['clipboard-read', 'clipboard-write'] } });
		const text = 'y'.repeat(2001);
		await ada.page.evaluate((text) => navigator.clipboard.writeText(text), text);
		await ada.write({ message: '' });
		await ada.field('message').press('ControlOrMeta+v');
		ada.facts.words = { ...words, message: text };
		await ada.button('Send your request').click();
		expect((await ada.reads('invalid')).panel).toContain('to 2000 characters; it has 2001');
		await ada.write({ message: text.slice(1) });
		await ada.readsNothing();
	});

	test('empties the robot trap that a browser has filled, and asks to send once more', async () => {
		const ada = await atTheForm(visit);
		const trap = ada.page.locator(`[name=${hidden.trap}]`);
		expect(await trap.evaluate((trap) => trap.getBoundingClientRect().right < 0)).toBe(true);
		// As autofill does: no key is pressed, the words are there.
		await trap.evaluate((trap: HTMLInputElement) => void (trap.value = 'https://example.com'));
		await ada.button('Send your request').click();
		await ada.reads('trapped');
		expect(visit.inbox.requests).toEqual([]);
		await ada.send(() => ada.button('Try again').click());
		await ada.reads('sent');
	});
});

test('sends what keyboards, phones and attackers put into fields as it is', async () => {
	const hard = {
		name: 'שלום عمر',
		email: 'ada@example.com',
		times: 'Zu\u0308rich e\u0301\u0323 \u200B\u200D\u2060\u202Eabc\u202C',
		message: 'a\u0000b \u{1F469}\u200D\u{1F469}\u200D\u{1F467} <script>alert(1)</script> &amp; "\' %0A+\n\nمرحبا\t.',
	};
	const ada = await atTheForm(visit, { words: hard });
	visit.inbox.setFault('page');
	await ada.send();
	await ada.reads('unknown');
	await ada.reload();
	await ada.reads('unknown');
	visit.inbox.setFault();
	await ada.send(() => ada.button('Try again').click());
	await ada.reads('sent');
	expect(visit.inbox.messages[0]?.fields).toMatchObject({ ...hard, message: asSent(hard.message) });
});

describe('leaving', () => {
	test('is asked about from the very press on', async () => {
		const ada = await atTheForm(visit);
		// Whether a request gets out of a page that is left at once is chance: it must not reach another test.
		await ada.page.route(visit.inbox.endpoint, () => undefined);
		await ada.send(() =>
			ada.button('Send your request').evaluate((button: HTMLElement) => {
				button.click();
				location.reload();
			}),
		);
		await expect.poll(() => ada.facts.heard.asked).toBe(1);
	});

	test('while sending leads back to the doubt, the words and the reference, quietly', async () => {
		const ada = await atTheForm(visit);
		await ada.write({ goal: 'fix', preferred: 'phone' });
		visit.inbox.setFault('silent');
		await ada.send();
		await ada.kept();
		await ada.reload();
		expect(ada.facts.heard.asked).toBe(1);
		const { reference, focus } = await ada.reads('unknown');
		expect(reference).toBe(visit.inbox.messages[0]?.fields[hidden.reference]);
		// A reader who is elsewhere on the page must not be taken to the form.
		expect(focus).toBe('elsewhere');
		visit.inbox.setFault();
		await ada.send(() => ada.button('Try again').click());
		expect((await ada.reads('sent')).reference).toBe(reference);
		await ada.page.reload();
		await ada.ready();
		ada.facts.words = {};
		expect((await ada.readsNothing()).drafts).toBe(0);
		expect(ada.facts.heard.asked).toBe(1);
	});

	test('with a draft is not asked about, and the words come back', async () => {
		const ada = await atTheForm(visit);
		const draft = () => ada.page.evaluate(() => sessionStorage.getItem('appointment'));
		const before = await draft();
		await ada.reload();
		await ada.readsNothing();
		// It lives no longer because the page was loaded again.
		expect(await draft()).toBe(before);
		await ada.page.goto(`${visit.url}privacy/`);
		await ada.page.goBack();
		await ada.ready();
		await ada.readsNothing();
		expect(ada.facts.heard.asked).toBe(0);
	});

	test('does not matter to a form whose storage is switched off', async () => {
		const ada = await atTheForm(visit, {
			before: (page) =>
				page.addInitScript(() => {
					Object.defineProperty(Storage.prototype, 'setItem', {
						value: () => {
							throw new Error('Denied.');
						},
					});
				}),
		});
		await ada.send();
		await ada.reads('sent');
	});
});

describe('in a browser that keeps pages for the way back', () => {
	const kept = visitSite({ whole: true });
	async function leaveAndReturn({ page }: Visitor) {
		await page.evaluate(() => {
			addEventListener('pageshow', ({ persisted }) => (document.title = persisted ? 'kept' : 'new'));
		});
		await page.goto(`${kept.url}privacy/`);
		await page.evaluate(() => history.back());
		// A page that was kept is not loaded again, and says so itself.
		await expect.poll(() => page.title().catch(() => '')).toBe('kept');
	}

	test('comes back to a form that does not wait for ever', async () => {
		const ada = await atTheForm(kept);
		kept.inbox.setFault('silent');
		await ada.send();
		await ada.posted();
		await leaveAndReturn(ada);
		await ada.reads('unknown');
		kept.inbox.setFault();
		await ada.send(() => ada.button('Try again').click());
		await ada.reads('sent');
	});

	test('comes back to the confirmation, and can send another', async () => {
		const ada = await atTheForm(kept);
		await ada.send();
		const { reference } = await ada.reads('sent');
		await leaveAndReturn(ada);
		ada.facts.loaded = true;
		await ada.reads('sent');
		await ada.button('Send another request').click();
		await expect.poll(async () => (await ada.sees()).focus).toBe('field-name');
		ada.facts.words = {};
		expect((await ada.readsNothing()).drafts).toBe(0);
		await ada.write({ name: 'Grace', email: 'grace@example.com' });
		await ada.send();
		expect((await ada.reads('sent')).reference).not.toBe(reference);
	});
});

describe('the other buttons', () => {
	test('do not clear what is on its way', async () => {
		const ada = await atTheForm(visit);
		visit.inbox.setFault('silent');
		await ada.send();
		await ada.kept();
		// A person can press what is marked as disabled; only the test's tool would wait.
		await ada.button('Clear the form').click({ force: true });
		await ada.readsNothing();
		visit.inbox.release();
		await ada.reads('sent');
	});

	test('copy what is in the form, in the words of the form', async () => {
		const ada = await atTheForm(visit, { options: { permissions: ['clipboard-read', 'clipboard-write'] } });
		visit.inbox.setFault('page');
		await ada.send();
		const { reference } = await ada.reads('unknown');
		await ada.button('Copy my message').click();
		await ada.page.getByRole('status').filter({ hasText: 'Copied.' }).waitFor();
		const copy = (await ada.page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r', '');
		for (const word of [...Object.values(words), `Reference: ${reference}`]) expect(copy).toContain(word);
	});

	test('say so where a browser has no clipboard', async () => {
		const ada = await atTheForm(visit, {
			before: (page) => page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })),
		});
		visit.inbox.setFault('page');
		await ada.send();
		await ada.reads('unknown');
		await ada.button('Copy my message').click();
		await ada.page.getByRole('status').filter({ hasText: 'does not allow copying' }).waitFor();
	});
});

describe('the form’s script', () => {
	/** Holds it back until `release` is called. */
	async function holdScript(page: Page): Promise<() => void> {
		let release = () => {};
		const held = new Promise<void>((resolve) => (release = resolve));
		await page.route(formScript, async (route) => {
			await held;
			await route.continue();
		});
		return release;
	}

	test('is fetched when the form is one screen away, not before, and keeps what was typed and where', async () => {
		let release = () => {};
		let fetched = 0;
		const page = await visit.open('/', { viewport: phone }, async (page) => {
			release = await holdScript(page);
			page.on('request', (request) => (fetched += Number(request.url().includes('mount'))));
		});
		/** Scrolls until the form begins that many screens below the window. Two frames let observers speak. */
		const approach = (screens: number) =>
			page.getByRole('form').evaluate(async (form, screens) => {
				scrollBy(0, form.getBoundingClientRect().top - innerHeight * (1 + screens));
				for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
			}, screens);
		await page.waitForLoadState('networkidle');
		await approach(1.5);
		await page.waitForLoadState('networkidle');
		expect(fetched).toBe(0);
		await approach(0.5);
		await expect.poll(() => fetched).toBe(1);
		const times = page.getByRole('textbox', { name: 'Good times' });
		await times.fill('mornings');
		await times.press('End');
		release();
		await page.getByRole('button', { name: 'Clear the form' }).waitFor();
		await page.keyboard.type(', please');
		expect(await times.inputValue()).toBe('mornings, please');
	});

	const broken = { contentType: 'text/javascript', body: 'throw new Error("broken")' };
	test.each<[string, boolean | 'late', ((page: Page) => unknown)?]>([
		['switched off', false],
		['held back', 'late', holdScript],
		['denied', 'late', (page) => page.route(formScript, (route) => route.abort())],
		['broken', 'late', (page) => page.route(formScript, (route) => route.fulfill(broken))],
	])('is not needed: when it is %s, the browser asks for what is missing and sends', async (_, scripts, before) => {
		const ada = await atTheForm(visit, { scripts, words: {}, ...(before && { before }) });
		await ada.button('Send your request').click();
		const isInvalid = (name: 'name' | 'email') => ada.field(name).evaluate((field) => field.matches(':invalid'));
		expect([await isInvalid('name'), await isInvalid('email'), visit.inbox.requests.length]).toEqual([true, true, 0]);
		await ada.write(words);
		await ada.button('Send your request').click();
		await ada.page.waitForURL(/\/thanks\/$/);
		expect(visit.inbox.messages).toHaveLength(1);
		expect(visit.inbox.messages[0]).not.toHaveProperty('dropped');
		expect(visit.inbox.messages[0]?.fields).toMatchObject({ ...words, message: asSent(words.message) });
		// Also of an import that fails because the visitor has left.
		expect(ada.facts.heard.errors.filter((error) => !error.startsWith('Failed to load resource'))).toEqual([]);
	});
});

test('keeps out a robot that fills in every field it finds', async () => {
	const ada = await atTheForm(visit, { scripts: false });
	await ada.page.locator(`[name=${hidden.trap}]`).evaluate((trap: HTMLInputElement) => void (trap.value = 'buy'));
	await ada.button('Send your request').click();
	await ada.page.waitForURL(/\/thanks\/$/);
	expect(visit.inbox.messages.map(({ dropped }) => dropped)).toEqual(['robot']);
});
