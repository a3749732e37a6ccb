import { JSDOM } from 'jsdom';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { send, verdict, type Outcome } from '../../src/form/client.ts';
import { clearDraft, fillForm, loadDraft, newReference, readForm, saveDraft } from '../../src/form/draft.ts';
import { fields, findErrors, labelOf, wordsOf, type FieldName } from '../../src/form/fields.ts';
import { faults, startInbox, type FaultName } from '../../src/tools/inbox.ts';

const parsed = (body: unknown): unknown => (typeof body === 'string' ? undefined : body);

/** What every answer of the service means; the answers themselves are in the inbox, as the contract has them. */
const meanings: Partial<Record<FaultName, Outcome>> = {
	'429': { kind: 'busy' },
	'429-retry-after': { kind: 'busy' },
	'500-html': { kind: 'unknown' },
	'500-next': { kind: 'unknown' },
	'503': { kind: 'unknown' },
	'200-html': { kind: 'unknown' },
	'bad-json': { kind: 'unknown' },
	'204': { kind: 'unknown' },
	'200-error': { kind: 'broken' },
	'ok-only': { kind: 'sent' },
	'next-only': { kind: 'sent' },
	'success-only': { kind: 'unknown' },
	'errors-null': { kind: 'broken' },
	'errors-empty': { kind: 'broken' },
	'field-email': { kind: 'fields', fields: ['email'] },
	'field-unknown': { kind: 'broken' },
	'field-several': { kind: 'broken' },
	'404': { kind: 'broken' },
	'404-project': { kind: 'broken' },
	'403-captcha': { kind: 'broken' },
	'403-inactive': { kind: 'broken' },
	blocked: { kind: 'broken' },
	'too-long': { kind: 'broken' },
};

describe('what an answer of the service means', () => {
	test('is known for every answer that the inbox can give in the place of “accepted”', () => {
		const answered = Object.entries(faults).flatMap(([name, fault]) => ('answer' in fault ? [name] : []));
		expect(answered.length).toBeGreaterThan(15);
		expect(Object.keys(meanings).sort()).toEqual(answered.sort());
	});

	test.each(Object.entries(meanings))('is right for the fault “%s”', (name, meaning) => {
		const { answer } = faults[name as FaultName] as { answer: { status: number; body: unknown } };
		expect(verdict(answer.status, parsed(answer.body))).toEqual(meaning);
	});

	test.each<[string, number, unknown, Outcome['kind']]>([
		['accepted', 200, { next: '/thanks', ok: true }, 'sent'],
		['accepted, in the other order and with a language', 200, { ok: true, next: '/thanks?language=en' }, 'sent'],
		['created', 201, { ok: true }, 'sent'],
		['accepted and refused at once', 200, { next: '/thanks', ok: true, error: 'no' }, 'broken'],
		['accepted with an empty list of errors', 200, { next: '/thanks', ok: true, errors: [] }, 'broken'],
		['not ok', 200, { ok: false }, 'unknown'],
		['ok in words', 200, { ok: 'true' }, 'unknown'],
		['a next that is no address', 200, { next: 7 }, 'unknown'],
		['nothing', 200, {}, 'unknown'],
		['a list', 200, [], 'unknown'],
		['a word', 200, 'ok', 'unknown'],
		['null', 200, null, 'unknown'],
		['empty form', 400, { error: "Can't send an empty form" }, 'broken'],
		['wrong method', 405, { error: 'Please submit POST request.' }, 'broken'],
		['a refusal without a reason', 403, {}, 'unknown'],
		['a refusal that looks like success', 404, { next: '/thanks', ok: true }, 'unknown'],
		['a server’s failure with an error for a field', 500, { errors: [{ field: 'email' }] }, 'unknown'],
		['too many, said with a page', 429, undefined, 'busy'],
		['an error that is text', 422, { errors: 'no' }, 'broken'],
		['an error for a field of a prototype', 422, { errors: [{ field: 'constructor' }] }, 'broken'],
	])('is right for “%s”', (_, status, body, kind) => {
		expect(verdict(status, body).kind).toBe(kind);
	});

	test('names every field that the service complains about', () => {
		const body = { error: 'x', errors: [{ field: 'name' }, { field: 'message' }] };
		expect(verdict(422, body)).toEqual({ kind: 'fields', fields: ['name', 'message'] });
	});
});

describe('sending', () => {
	const data = () =>
		Object.entries({ name: 'Ada', email: 'ada@example.com' }).reduce(
			(form, [name, value]) => (form.set(name, value), form),
			new FormData(),
		);

	test('asks for JSON with one plain header, once', async () => {
		const inbox = await startInbox({ store: '.reports/unit-inbox.jsonl' });
		try {
			expect(await send(inbox.endpoint, data())).toEqual({ kind: 'sent' });
			expect(inbox.requests.map(({ method, headers }) => [method, headers.accept])).toEqual([
				['POST', 'application/json'],
			]);
			expect(Object.keys(inbox.requests[0]?.headers ?? {}).filter((name) => /formspree|x-/.test(name))).toEqual([]);
			inbox.setFault('cut-body');
			expect(await send(inbox.endpoint, data())).toEqual({ kind: 'unknown' });
			inbox.setFault('reset-after');
			expect(['unknown', 'offline']).toContain((await send(inbox.endpoint, data())).kind);
		} finally {
			await inbox.close();
		}
	});

	test.each([
		[true, 'unknown'],
		[false, 'offline'],
	])('never says “refused” when nobody answers; online: %s', async (onLine, kind) => {
		vi.stubGlobal('navigator', { onLine });
		vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
		expect(await send('https://example.com', data())).toEqual({ kind });
		vi.unstubAllGlobals();
	});
});

describe('what is wrong with the fields', () => {
	const right = { name: 'Ada', email: 'ada@example.com' };
	const long = (name: FieldName) => 'x'.repeat(fields.find((field) => field.name === name)?.max ?? 0);

	test.each([
		['nothing, with an e-mail address', right, {}],
		['nothing, with a phone number', { name: 'Ada', phone: '918 555 0134' }, {}],
		['nothing, with spaces around', { name: ' Ada ', email: ' ada@example.com ' }, {}],
		['nothing, with a message of exactly the most characters', { ...right, message: long('message') }, {}],
		[
			'everything that has to be there',
			{},
			{ name: 'Enter your name', email: 'Enter an e-mail address or a phone number' },
		],
		['a name of spaces', { ...right, name: '\t \u00a0' }, { name: 'Enter your name' }],
		[
			'an address without a domain',
			{ ...right, email: 'ada@' },
			{ email: 'Enter an e-mail address like name@example.com' },
		],
		['two addresses', { ...right, email: 'a@b.c, d@e.f' }, { email: 'Enter an e-mail address like name@example.com' }],
		[
			'a phone number without an area code',
			{ ...right, phone: '555-013' },
			{ phone: 'Enter a phone number with its area code' },
		],
		[
			'one character too many',
			{ ...right, message: `${long('message')}x` },
			{ message: 'Shorten “Anything else” to 2000 characters; it has 2001' },
		],
		[
			'a name that is too long',
			{ ...right, name: `${long('name')}x` },
			{ name: 'Shorten “Your name” to 80 characters; it has 81' },
		],
	])('is found: %s', (_, values, errors) => {
		expect(findErrors(values)).toEqual(errors);
	});
});

test('gives values back in the words that stand beside them in the form, and typed words as they are', () => {
	expect([labelOf('goal'), wordsOf('goal', 'fix')]).toEqual([
		'What do you want from a session?',
		'To get something fixed',
	]);
	expect([wordsOf('name', 'fix'), wordsOf('goal', 'other'), wordsOf('reference', 'K7Q2-9M')]).toEqual([
		'fix',
		'other',
		'K7Q2-9M',
	]);
});

test('makes references of six letters and digits that look and sound different, in groups of four and two', () => {
	const many = Array.from({ length: 2_000 }, newReference);
	for (const reference of many) expect(reference).toMatch(/^[A-Z2-9]{4}-[A-Z2-9]{2}$/);
	expect(many.join('')).not.toMatch(/[BGILOSUZ0156 8]/);
	expect(new Set(many).size).toBeGreaterThan(1_990);
});

describe('the draft', () => {
	const draft = { reference: 'K7Q2-9M', values: { name: 'Ada', message: 'a\u0000שלום e\u0301\u200b👩‍👩‍👧' }, doubt: false };
	const form = (html: string) => new JSDOM(`<form>${html}</form>`).window.document.forms[0] as HTMLFormElement;
	beforeEach(() => {
		vi.useFakeTimers({ now: 1_700_000_000_000 });
		const { window } = new JSDOM('', { url: 'http://localhost/' });
		vi.stubGlobal('sessionStorage', window.sessionStorage);
	});
	afterEach(() => {
		clearDraft();
		vi.useRealTimers();
		vi.unstubAllGlobals();
	});

	test('comes back as it was', () => {
		saveDraft(draft);
		expect(loadDraft()).toMatchObject(draft);
	});

	test('is gone when cleared', () => {
		saveDraft(draft);
		clearDraft();
		expect([loadDraft(), sessionStorage.length]).toEqual([undefined, 0]);
	});

	test('is gone from the storage 30 minutes after the last change, with the page open', () => {
		saveDraft(draft);
		vi.advanceTimersByTime(29 * 60_000);
		saveDraft(draft);
		vi.advanceTimersByTime(30 * 60_000 - 1);
		expect(sessionStorage.length).toBe(1);
		vi.advanceTimersByTime(1);
		expect(sessionStorage.length).toBe(0);
	});

	test('does not live longer because the page was loaded again', () => {
		sessionStorage.setItem('appointment', JSON.stringify({ at: Date.now() - 20 * 60_000, ...draft }));
		expect(loadDraft()).toMatchObject(draft);
		vi.advanceTimersByTime(10 * 60_000 - 1);
		expect(sessionStorage.length).toBe(1);
		vi.advanceTimersByTime(1);
		expect(sessionStorage.length).toBe(0);
	});

	test('is not given out after its time, and then it is gone', () => {
		saveDraft(draft);
		vi.setSystemTime(Date.now() + 30 * 60_000);
		expect([loadDraft(), sessionStorage.length]).toEqual([undefined, 0]);
	});

	test.each(['{', 'null', '7', '{}', '{"at":"x"}'])('is not read from what is no draft: %s', (text) => {
		sessionStorage.setItem('appointment', text);
		expect([loadDraft(), sessionStorage.length]).toEqual([undefined, 0]);
	});

	test('does without a storage that refuses', () => {
		const refuse = () => {
			throw new Error('Access is denied for this document.');
		};
		vi.stubGlobal('sessionStorage', { getItem: refuse, setItem: refuse, removeItem: refuse });
		saveDraft(draft);
		expect(loadDraft()).toBe(undefined);
	});

	test('reads every declared field of a form, and no other', () => {
		const element = form('<input name="name" value="Ada"><input name="_gotcha" value="x">');
		vi.stubGlobal('FormData', element.ownerDocument.defaultView?.FormData);
		expect(readForm(element)).toEqual({ ...Object.fromEntries(fields.map(({ name }) => [name, ''])), name: 'Ada' });
	});

	test('fills what is untouched, and never what was typed or chosen', () => {
		const element = form(
			`<input name="name"><input name="times" value="typed"><input type="radio" name="goal" value="unsure" checked>
			<input type="radio" name="goal" value="fix"><input type="radio" name="preferred" value="either">
			<input type="radio" name="preferred" value="phone" checked><input type="radio" name="preferred" value="email">`,
		);
		vi.stubGlobal('FormData', element.ownerDocument.defaultView?.FormData);
		fillForm(element, {
			name: 'Ada',
			times: 'drafted',
			goal: 'fix',
			preferred: 'email',
			message: 'no such field here',
		});
		expect(readForm(element)).toMatchObject({ name: 'Ada', times: 'typed', goal: 'fix', preferred: 'phone' });
	});
});
