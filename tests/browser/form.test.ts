import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { fields, findErrors, hidden, subject } from '../../src/form/fields.ts';
import { ports } from '../support/sites.ts';
import { appointment } from './pages/form.ts';
import { laidOut, phone, visitSite } from './setup.ts';

const visit = visitSite();
const words = {
	name: 'Ada “Spots” Vann',
	email: 'ada@example.com',
	phone: '(918) 555-0134',
	times: 'weekday mornings',
	message: 'Two lines,\nand <b>ümlauts</b> & 🙂.',
} as const;
const posts = () => visit.inbox.requests.filter(({ method }) => method === 'POST');
const lands = (page: Page) => page.waitForURL(`${visit.url}thanks/`);

describe('with scripts', () => {
	test('sends a request once and repeats, in focus, what was sent', async () => {
		const page = await visit.open('/contact/', { viewport: phone });
		const form = appointment(page);
		await form.ready();
		await form.fill(words);
		await page.getByRole('radio', { name: 'By phone' }).check();
		await form.send().click();
		await form.sent().waitFor();
		await expect.poll(() => form.sent().evaluate((panel) => panel === document.activeElement)).toBe(true);
		expect(posts()).toHaveLength(1);
		expect(visit.inbox.messages).toHaveLength(1);
		const { [hidden.reference]: reference = '', ...sent } = visit.inbox.messages[0]?.fields ?? {};
		expect(sent).toMatchObject({
			...words,
			message: words.message.replace('\n', '\r\n'),
			preferred: 'phone',
			goal: 'unsure',
		});
		expect(sent[hidden.subject]).toBe(subject);
		expect(reference).toMatch(/^[A-Z0-9]{4}-[A-Z0-9]{2}$/);
		const said = (await form.sent().innerText()).replaceAll('\r', '');
		for (const word of [...Object.values(words), reference]) expect(said).toContain(word);
	});

	test('sends once, however often the button is pressed', async () => {
		const page = await visit.open('/contact/');
		const form = appointment(page);
		await form.ready();
		await form.fill(words);
		await form.field('name').focus();
		for (const key of ['Enter', 'Enter', 'Enter']) await page.keyboard.press(key);
		await form.sent().waitFor();
		expect(posts()).toHaveLength(1);
		expect(visit.inbox.messages).toHaveLength(1);
	});

	test.each(['email', 'phone'] as const)('is content with a name and the field “%s”', async (way) => {
		const page = await visit.open('/contact/');
		const form = appointment(page);
		await form.ready();
		await form.fill({ name: words.name, [way]: words[way] });
		await form.send().click();
		await form.sent().waitFor();
		expect(visit.inbox.messages[0]?.fields[way]).toBe(words[way]);
	});

	test('asks for what is missing, at the fields and in a summary that takes the focus and leads to them', async () => {
		const page = await visit.open('/contact/', { viewport: phone });
		const form = appointment(page);
		await form.ready();
		await form.send().click();
		await expect.poll(() => form.summary().evaluate((panel) => panel === document.activeElement)).toBe(true);
		const expected = Object.entries(findErrors({})) as ['name' | 'email', string][];
		expect(expected.length).toBeGreaterThan(1);
		expect(await form.summary().getByRole('link').allTextContents()).toEqual(expected.map(([, error]) => error));
		for (const [name, error] of expected) {
			const field = form.field(name);
			expect(await field.getAttribute('aria-invalid')).toBe('true');
			expect(await field.evaluate((field) => field.ariaDescribedByElements?.map((note) => note.textContent))).toContain(
				error,
			);
			await form.summary().getByRole('link', { name: error }).click();
			expect(await field.evaluate((field) => field === document.activeElement)).toBe(true);
		}
		expect(posts()).toEqual([]);
	});

	test('takes back what it said about a field as soon as the field is right', async () => {
		const page = await visit.open('/contact/');
		const form = appointment(page);
		await form.ready();
		await form.fill({ email: 'ada@' });
		await form.send().click();
		const wrong = page.getByRole('paragraph').filter({ hasText: /^Enter/ });
		await expect.poll(() => wrong.count()).toBe(2);
		await form.fill({ name: 'Ada' });
		await expect.poll(() => wrong.allTextContents()).toEqual(['Enter an e-mail address like name@example.com']);
		expect(await form.field('name').getAttribute('aria-invalid')).toBe(null);
		await form.fill({ email: words.email });
		await expect.poll(() => wrong.count()).toBe(0);
		expect(await form.summary().isVisible()).toBe(false);
		expect(await form.field('email').inputValue()).toBe(words.email);
	});

	test('asks nobody for anything before it is sent', async () => {
		const asked: string[] = [];
		const page = await visit.open('/contact/', {}, (page) =>
			page.on('request', (request) => asked.push(request.url())),
		);
		const form = appointment(page);
		await form.ready();
		await form.fill(words);
		await page.waitForLoadState('networkidle');
		expect(asked.length).toBeGreaterThan(1);
		expect(asked.filter((address) => !address.startsWith(visit.url))).toEqual([]);
		expect(visit.inbox.requests).toEqual([]);
		await form.send().click();
		await form.sent().waitFor();
		const outside = asked.filter((address) => !address.startsWith(visit.url));
		expect(outside).toEqual([`http://localhost:${ports.inbox}/f/localinbox`]);
	});

	test('fetches the form’s script when the form is one screen away, not before', async () => {
		const scripts: string[] = [];
		const page = await visit.open('/', { viewport: phone }, (page) =>
			page.on('request', (request) => request.url().includes('mount') && scripts.push(request.url())),
		);
		await laidOut(page);
		/** Scrolls until the form begins `screens` screens below the window's lower edge; two frames let observers speak. */
		const approach = (screens: number) =>
			page.getByRole('form').evaluate(async (form, screens) => {
				scrollBy(0, form.getBoundingClientRect().top - innerHeight * (1 + screens));
				for (let i = 0; i < 2; i++) await new Promise((resolve) => requestAnimationFrame(resolve));
			}, screens);
		await approach(1.2);
		await page.waitForLoadState('networkidle');
		expect(scripts).toEqual([]);
		await approach(0.8);
		await page.getByRole('button', { name: 'Clear the form' }).waitFor();
		expect(scripts).toHaveLength(1);
	});
});

/** Ways in which the form's script can be missing: never run, never arrived, broken. */
const without = [
	{ way: 'scripts switched off', options: { javaScriptEnabled: false } },
	{ way: 'the form’s script blocked', blocked: '**/mount*.js' },
	{ way: 'every script blocked', blocked: '**/*.js' },
];

describe.each(without)('with $way', ({ options = {}, blocked }) => {
	test.each(['/', '/contact/'])(
		'posts the form on %s by itself and lands on the page that says thanks',
		async (path) => {
			let stopped = 0;
			const page = await visit.open(
				path,
				options,
				(page) => blocked && page.route(blocked, (route) => ((stopped += 1), route.abort())),
			);
			const form = appointment(page);
			await page.getByRole('form').scrollIntoViewIfNeeded();
			await expect.poll(() => stopped > 0).toBe(blocked !== undefined);
			await form.fill(words);
			await page.getByRole('radio', { name: 'To unwind' }).check();
			await Promise.all([lands(page), form.send().click()]);
			expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/thank|sent|on its way/i);
			expect(visit.inbox.dropped).toEqual([]);
			expect(visit.inbox.messages).toHaveLength(1);
			expect(visit.inbox.messages[0]?.fields).toMatchObject({
				...words,
				message: words.message.replace('\n', '\r\n'),
				goal: 'unwind',
			});
		},
	);

	test('asks for the name and the e-mail address before it posts', async () => {
		const page = await visit.open(
			'/contact/',
			options,
			(page) => blocked && page.route(blocked, (route) => route.abort()),
		);
		const form = appointment(page);
		await form.send().click();
		for (const name of ['name', 'email'] as const)
			expect(await form.field(name).evaluate((field) => field.matches(':invalid'))).toBe(true);
		expect(page.url()).toBe(`${visit.url}contact/`);
		expect(posts()).toEqual([]);
	});
});

test('has every declared field, with its label and its limit', async () => {
	const page = await visit.open('/contact/', { javaScriptEnabled: false });
	expect(fields.length).toBeGreaterThan(4);
	for (const field of fields) {
		const named =
			field.kind === 'radio' ? page.getByRole('group', { name: field.label }) : appointment(page).field(field.name);
		expect(await named.isVisible(), field.name).toBe(true);
		if (field.kind !== 'radio') expect(await named.getAttribute('maxlength')).toBe(String(field.max));
	}
});
