import { createHash } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fields, hidden } from '../../src/form/fields.ts';
import { browserPath, launch } from '../support/browser.ts';
import { parse } from '../support/page.ts';
import { htmlOf } from '../support/site.ts';
import { ports, sites } from '../support/sites.ts';
import { asSent, look, type Words } from './invariants.ts';
import { ada as words, atTheForm } from './scene.ts';
import { visitSite } from './setup.ts';

type Ada = Awaited<ReturnType<typeof atTheForm>>;
const visit = visitSite();
const posts = () => visit.inbox.requests.filter(({ method }) => method === 'POST').length;
const thanks = /\/thanks\/$/;
const longest = fields.find(({ name }) => name === 'message')?.max ?? 0;
/** Holds back what the page asks for until `release` is called. */
async function hold(page: Page, what: string): Promise<() => void> {
	let release = () => {};
	const held = new Promise<void>((resolve) => (release = resolve));
	await page.route(what, async (route) => {
		await held;
		await route.continue();
	});
	return release;
}

/** Ways of asking for the same thing more than once. */
const ways: Record<string, (ada: Ada) => Promise<unknown>> = {
	'a double click': ({ form }) => form.send().dblclick(),
	'Enter held down': async ({ form, page }) => {
		await form.field('name').focus();
		// The browser tells the page that these are repetitions of one press.
		for (let i = 0; i < 12; i++) await page.keyboard.down('Enter');
		await page.keyboard.up('Enter');
	},
	'two submissions in one task': ({ page }) =>
		page.getByRole('form').evaluate((form: HTMLFormElement) => {
			form.requestSubmit();
			form.requestSubmit();
		}),
};
describe.each(Object.keys(ways))('%s', (way) => {
	test.each([
		[undefined, 'sent'],
		['hang-after', 'unknown'],
		['429', 'busy'],
	] as const)('is one request, with the fault “%s”', async (fault, verdict) => {
		const ada = await atTheForm(visit, { clock: true });
		visit.inbox.setFault(fault);
		await ada.send(() => ways[way]?.(ada) ?? Promise.reject(new Error(way)));
		if (verdict === 'unknown') {
			await ada.posted();
			await ada.pass(31);
		}
		await ada.reads(verdict);
		expect(posts()).toBe(1);
	});
});

test('keeps two tabs apart', async () => {
	const ada = await atTheForm(visit);
	const grace = await atTheForm(visit, { beside: ada.page, words: { name: 'Grace', phone: '9185550177' } });
	expect((await ada.sees()).values).toMatchObject(words);
	await ada.send();
	const first = await ada.reads('sent');
	grace.facts.clicks += 1;
	expect(await grace.readsNothing()).toMatchObject({ values: { name: 'Grace', message: '' }, drafts: 1 });
	await grace.send();
	expect((await grace.reads('sent')).reference).not.toBe(first.reference);
	expect(visit.inbox.messages.map(({ fields }) => fields['name'])).toEqual([words.name, 'Grace']);
});

describe('leaving and coming back', () => {
	test('says after a reload while sending that nobody knows, and keeps words and reference', async () => {
		const ada = await atTheForm(visit);
		await ada.write({ goal: 'fix', preferred: 'phone' });
		visit.inbox.setFault('hang-after');
		await ada.send();
		await expect.poll(() => visit.inbox.messages.length).toBe(1);
		await ada.page.reload();
		await expect.poll(() => ada.facts.heard.asked).toBe(1);
		await ada.form.ready();
		ada.facts.loaded = true;
		const { reference, focus } = await ada.reads('unknown');
		// A reader who is elsewhere on the page must not be taken to the form.
		expect(focus).toBe('elsewhere');
		expect(reference).toBe(visit.inbox.messages[0]?.fields[hidden.reference]);
		visit.inbox.setFault();
		ada.facts.loaded = false;
		await ada.send(() => ada.button('Try again').click());
		await ada.reads('sent');
		expect(new Set(visit.inbox.messages.map(({ fields }) => fields[hidden.reference]))).toEqual(new Set([reference]));
	});

	test('keeps a draft through a reload and through another page, and says nothing about it', async () => {
		const ada = await atTheForm(visit);
		await ada.write({ goal: 'unwind', preferred: 'email' });
		for (const leave of [() => ada.page.reload(), () => ada.page.goto(`${visit.url}team/`)]) {
			await leave();
			if (!ada.page.url().includes('contact')) await ada.page.goto(`${visit.url}contact/`);
			await ada.form.ready();
			await ada.readsNothing();
		}
		expect(ada.facts.heard.asked).toBe(0);
	});

	test('forgets a draft 30 minutes after the last word', async () => {
		const ada = await atTheForm(visit, { clock: true });
		await ada.pass(29 * 60);
		expect((await ada.sees()).drafts).toBe(1);
		await ada.pass(60);
		expect((await ada.sees()).drafts).toBe(0);
	});

	test('asks before it lets a message go that is on its way, and only then', async () => {
		const ada = await atTheForm(visit);
		await ada.page.reload();
		expect(ada.facts.heard.asked).toBe(0);
		await ada.form.ready();
		visit.inbox.setFault('hang-before');
		await ada.send();
		await ada.posted();
		await ada.page.reload();
		await expect.poll(() => ada.facts.heard.asked).toBe(1);
		await ada.form.ready();
		visit.inbox.setFault();
		await ada.send();
		await ada.reads('sent');
		await ada.page.reload();
		await expect.poll(() => ada.facts.heard.asked).toBe(1);
		await ada.form.ready();
		ada.facts.words = {};
		expect((await ada.readsNothing()).drafts).toBe(0);
	});

	describe('with a browser that keeps pages alive', () => {
		let browser: Browser;
		beforeAll(async () => {
			browser = await launch({
				executablePath: browserPath(true),
				ignoreDefaultArgs: ['--disable-back-forward-cache'],
			});
		});
		afterAll(() => browser.close());
		/** Goes to another page and back, and makes sure that the page was kept meanwhile. */
		async function leaveAndReturn({ page }: Ada) {
			await page.evaluate(() => {
				addEventListener('pageshow', ({ persisted }) => (document.title = persisted ? 'kept' : 'new'));
			});
			await page.goto(`${visit.url}team/`);
			await page.evaluate(() => history.back());
			// A page that was kept is not loaded again, and says so itself.
			await expect.poll(() => page.title().catch(() => '')).toBe('kept');
		}

		test('does not come back to a form that waits for ever', async () => {
			const ada = await atTheForm(visit, { browser });
			visit.inbox.setFault('hang-after');
			await ada.send();
			await ada.posted();
			await leaveAndReturn(ada);
			await ada.reads('unknown');
			visit.inbox.setFault();
			await ada.send(() => ada.button('Try again').click());
			await ada.reads('sent');
			await ada.page.context().close();
		});

		test('comes back to the confirmation, and can send another', async () => {
			const ada = await atTheForm(visit, { browser });
			await ada.send();
			await ada.reads('sent');
			await leaveAndReturn(ada);
			ada.facts.loaded = true;
			await ada.reads('sent');
			await ada.button('Send another request').click();
			await ada.write({ name: 'Grace', email: 'grace@example.com' });
			ada.facts.words = { name: 'Grace', email: 'grace@example.com' };
			ada.facts.loaded = false;
			await ada.send();
			await ada.reads('sent');
			await ada.page.context().close();
		});
	});
});

describe('the buttons beside “send”', () => {
	test('begin another request in the first field, under another reference', async () => {
		const ada = await atTheForm(visit);
		await ada.send();
		const { reference } = await ada.reads('sent');
		await ada.button('Send another request').click();
		await expect.poll(async () => (await ada.sees()).focus).toBe('field-name');
		ada.facts.words = {};
		expect((await ada.readsNothing()).drafts).toBe(0);
		await ada.write({ name: 'Grace', email: 'grace@example.com' });
		await ada.send();
		expect((await ada.reads('sent')).reference).not.toBe(reference);
	});

	test('do not clear what is on its way', async () => {
		const ada = await atTheForm(visit);
		visit.inbox.setFault('hang-after');
		await ada.send();
		await ada.posted();
		// A person can press what is marked as disabled; only the test's tool would wait.
		await ada.button('Clear the form').click({ force: true });
		await ada.readsNothing();
		visit.inbox.release();
		await ada.reads('sent');
	});

	test('copy what is in the form, in the words of the form', async () => {
		const ada = await atTheForm(visit, { options: { permissions: ['clipboard-read', 'clipboard-write'] } });
		await ada.write({ goal: 'fix' });
		visit.inbox.setFault('503');
		await ada.send();
		const { reference } = await ada.reads('unknown');
		await ada.button('Copy my message').click();
		await ada.page.getByRole('status').filter({ hasText: 'Copied.' }).waitFor();
		const copy = (await ada.page.evaluate(() => navigator.clipboard.readText())).replaceAll('\r', '');
		for (const word of [...Object.values(words), `Reference: ${reference}`, 'from a session? To get something fixed'])
			expect(copy).toContain(word);
	});

	test('say so where a browser has no clipboard', async () => {
		const ada = await atTheForm(visit, {
			before: (page) => page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })),
		});
		visit.inbox.setFault('503');
		await ada.send();
		await ada.reads('unknown');
		await ada.button('Copy my message').click();
		await ada.page.getByRole('status').filter({ hasText: 'does not allow copying' }).waitFor();
		await ada.reads('unknown').catch(() => undefined);
		expect(ada.facts.heard.errors.filter((error) => error.includes('TypeError'))).toEqual([]);
	});
});

describe('before the script is there', () => {
	test('keeps what is typed, and the place of the cursor', async () => {
		let release = () => {};
		const ada = await atTheForm(visit, {
			scripts: 'blocked',
			before: async (page) => {
				await page.unroute('**/*.js');
				release = await hold(page, '**/mount*.js');
			},
		});
		await ada.form.field('times').focus();
		await ada.page.keyboard.press('End');
		release();
		await ada.form.ready();
		await ada.page.keyboard.type(', please');
		ada.facts.words = { ...words, times: `${words.times}, please` };
		await ada.readsNothing();
		await ada.send();
		await ada.reads('sent');
	});

	test('sends by itself', async () => {
		const ada = await atTheForm(visit, {
			scripts: 'blocked',
			before: async (page) => {
				await page.unroute('**/*.js');
				await hold(page, '**/mount*.js');
			},
		});
		await ada.send();
		await ada.page.waitForURL(thanks);
		expect(visit.inbox.messages).toHaveLength(1);
	});

	test.each([
		'throw new Error("broken")',
		'export const mount = () => { throw new Error("broken") }',
		'<!doctype html>',
	])('sends by itself when the script is broken: %s', async (body) => {
		const ada = await atTheForm(visit, {
			scripts: 'blocked',
			before: async (page) => {
				await page.unroute('**/*.js');
				await page.route('**/mount*.js', (route) => route.fulfill({ contentType: 'text/javascript', body }));
			},
		});
		await ada.send();
		await ada.page.waitForURL(thanks);
		expect(visit.inbox.messages[0]?.fields).toMatchObject({ ...words, message: asSent(words.message) });
	});
});

describe('the robot trap', () => {
	/** As autofill does: no key is pressed, the words are there. */
	const fill = (page: Page) =>
		page.locator(`[name=${hidden.trap}]`).evaluate((trap: HTMLInputElement) => {
			trap.value = 'https://example.com';
		});

	test('keeps out a robot that fills in every field it finds', async () => {
		const form = parse(await htmlOf(sites.connected.folder, '/contact/')).forms[0];
		const names = [...(form?.elements ?? [])].flatMap((field) => field.getAttribute('name') ?? []);
		expect(names).toContain(hidden.trap);
		const body = new URLSearchParams(names.map((name) => [name, name === 'email' ? 'r@example.com' : 'buy']));
		body.set(hidden.subject, 'Appointment request from the website');
		const answer = await fetch(form?.action ?? '', { method: 'POST', body, headers: { referer: visit.url } });
		expect(answer.ok).toBe(true);
		expect([visit.inbox.messages.length, visit.inbox.dropped[0]?.dropped]).toEqual([0, 'honeypot']);
	});

	test('shows itself to a visitor whose browser has filled it in, and lets the message through once empty', async () => {
		const ada = await atTheForm(visit);
		const trap = ada.page.getByLabel('Leave this field empty');
		const inSight = () => trap.evaluate((trap) => trap.getBoundingClientRect().left >= 0);
		expect(await inSight()).toBe(false);
		await fill(ada.page);
		ada.facts.before = 0;
		await ada.form.send().click();
		await ada.reads('trap');
		expect(posts()).toBe(0);
		expect(await inSight()).toBe(true);
		await ada.page.getByRole('link', { name: 'empty that field' }).click();
		expect((await ada.sees()).focus).toBe('field-trap');
		await ada.page.keyboard.press('ControlOrMeta+a');
		await ada.page.keyboard.press('Delete');
		visit.inbox.setFault('slow-3s');
		await ada.send(() => ada.page.keyboard.press('Enter'));
		await ada.posted();
		// Hiding it now would leave the focus nowhere.
		expect((await ada.sees()).focus).toBe('field-trap');
		await expect.poll(() => visit.inbox.messages.length).toBe(1);
		visit.inbox.release();
		await ada.reads('sent');
	});

	test.each([true, false])('says what it is where no style sheet hides it, scripts: %s', async (scripts) => {
		const ada = await atTheForm(visit, {
			scripts,
			options: near,
			before: (page) => underPolicy(page, 'header', () => "style-src 'none'"),
		});
		ada.facts.heard.errors.length = 0;
		expect(await ada.page.getByText('Leave this field empty').isVisible()).toBe(true);
		expect(await ada.page.getByLabel('Leave this field empty').inputValue()).toBe('');
		if (scripts) {
			await fill(ada.page);
			await ada.form.send().click();
			await ada.page.getByRole('group', { name: 'One field has to be empty' }).waitFor();
			expect(posts()).toBe(0);
			await ada.page.getByLabel('Leave this field empty').fill('');
		}
		await ada.send();
		await (scripts ? ada.form.sent().waitFor() : ada.page.waitForURL(thanks));
		expect(visit.inbox.messages).toHaveLength(1);
	});
});

/** A page that comes out of a test's hands has no address, and Chromium would ask before it lets it reach this computer. */
const near = { permissions: ['local-network-access'] };
/** Opens every page under a policy, as a host sends it or as a page says it itself. */
async function underPolicy(page: Page, by: 'header' | 'meta', policy: (html: string) => string): Promise<void> {
	await page.route(
		({ pathname }) => pathname.endsWith('/'),
		async (route) => {
			if (route.request().method() !== 'GET') return route.fallback();
			const response = await route.fetch();
			const body = await response.text();
			const rules = policy(body);
			const headers = { ...response.headers(), ...(by === 'header' && { 'content-security-policy': rules }) };
			const tag = `<meta charset="utf-8"><meta http-equiv="content-security-policy" content="${rules}">`;
			// The browser has asked only for what the policy allows if it meets the policy first.
			const said = body.replace(/<meta charset="?utf-8"?>/, tag);
			if (by === 'meta') expect(said).not.toBe(body);
			await route.fulfill({ response, headers, body: by === 'meta' ? said : body });
		},
	);
}
/** Nothing but the site's own files, its own inline code by fingerprint, and `connect` for the form. */
const strict = (connect: string) => (html: string) => {
	const prints = (tag: string) =>
		[...html.matchAll(new RegExp(`<${tag}(?![^>]*src=)[^>]*>([^]*?)</${tag}>`, 'g'))]
			.map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`)
			.join(' ');
	const service = `http://localhost:${ports.inbox}`;
	return [
		"default-src 'none'; base-uri 'none'; img-src 'self' data:; font-src 'self'; manifest-src 'self'",
		`script-src 'self' ${prints('script')}`,
		`style-src 'self' ${prints('style')}`,
		`connect-src 'self' ${connect}`,
		`form-action 'self' ${service}`,
		"require-trusted-types-for 'script'; trusted-types 'none'",
	].join('; ');
};

describe.each(['header', 'meta'] as const)('under a strict policy in the %s', (by) => {
	test.each([true, false])('sends, and breaks no rule, scripts: %s', async (scripts) => {
		const service = `http://localhost:${ports.inbox}`;
		const ada = await atTheForm(visit, {
			scripts,
			options: near,
			before: (page) => underPolicy(page, by, strict(service)),
		});
		await ada.send();
		if (scripts) await ada.reads('sent');
		else await ada.page.waitForURL(thanks);
		expect(ada.facts.heard.errors).toEqual([]);
		expect(visit.inbox.messages).toHaveLength(1);
	});

	test('leaves a way out when the policy blocks the script’s connection', async () => {
		const ada = await atTheForm(visit, { options: near, before: (page) => underPolicy(page, by, strict('')) });
		await ada.send();
		const { reference } = await ada.reads('unknown');
		expect(posts()).toBe(0);
		await ada.button('Send another way').click();
		await ada.page.waitForURL(thanks);
		expect(visit.inbox.messages.map(({ fields }) => fields[hidden.reference])).toEqual([reference]);
		expect(ada.facts.heard.asked).toBe(0);
	});
});

/** What keyboards, phones and attackers put into fields. */
const hard: Words = {
	name: 'שלום عمر',
	email: 'ada@example.com',
	times: 'Zu\u0308rich e\u0301\u0323 \u200B\u200D\u2060\u202Eabc\u202C',
	message: 'a\u0000b \u{1F469}\u200D\u{1F469}\u200D\u{1F467} <script>alert(1)</script> &amp; "\' %0A+\n\nمرحبا\t.',
};
describe('hard words', () => {
	test.each([true, false])('arrive as they are, scripts: %s', async (scripts) => {
		const ada = await atTheForm(visit, { scripts, words: hard });
		await ada.send();
		if (scripts) {
			const { repeated } = await ada.reads('sent');
			for (const word of Object.values(hard)) expect(repeated).toContain(word);
		} else await ada.page.waitForURL(thanks);
		const { message = '', ...others } = hard;
		expect(visit.inbox.messages[0]?.fields).toMatchObject({ ...others, message: asSent(message) });
	});

	test('stay as they are through a failure and a reload', async () => {
		const ada = await atTheForm(visit, { words: hard });
		visit.inbox.setFault('503');
		await ada.send();
		await ada.reads('unknown');
		await ada.page.reload();
		await ada.form.ready();
		ada.facts.loaded = true;
		await ada.reads('unknown');
	});
});

describe('a message', () => {
	const typed = async ({ page, form }: Ada, length: number) => {
		await form.field('message').fill('x'.repeat(length - 3));
		await form.field('message').press('End');
		await page.keyboard.type('yyy');
	};
	const pasted = async ({ page, form }: Ada, length: number) => {
		await page.evaluate((text) => navigator.clipboard.writeText(text), 'y'.repeat(length));
		await form.field('message').fill('');
		await form.field('message').press('ControlOrMeta+v');
	};
	const hands = { typed, pasted };
	const options = { permissions: ['clipboard-read', 'clipboard-write'] };

	test.each(['typed', 'pasted'] as const)(
		'%s at the limit is sent, one longer is asked to be shorter, uncut',
		async (by) => {
			const ada = await atTheForm(visit, { options });
			await hands[by](ada, longest + 1);
			const text = await ada.form.field('message').inputValue();
			expect(text).toHaveLength(longest + 1);
			ada.facts.words = { ...words, message: text };
			await ada.form.send().click();
			expect((await ada.reads('invalid')).panel).toContain(`to ${longest} characters; it has ${longest + 1}`);
			expect(posts()).toBe(0);
			await ada.form.field('message').press('End');
			await ada.form.field('message').press('Backspace');
			ada.facts.words = { ...words, message: text.slice(0, -1) };
			await ada.readsNothing();
			await ada.send();
			await ada.reads('sent');
		},
	);

	test.each(['typed', 'pasted'] as const)('%s without scripts holds to the limit', async (by) => {
		const ada = await atTheForm(visit, { scripts: 'blocked', options });
		await hands[by](ada, longest + 1);
		expect((await look(ada.page)).values?.['message']).toHaveLength(longest);
		await ada.send();
		await ada.page.waitForURL(thanks);
		expect(visit.inbox.messages[0]?.fields['message']).toHaveLength(longest);
	});
});
