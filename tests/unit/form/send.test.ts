import { afterEach, describe, expect, test, vi } from 'vitest';
import { parseResponse, send, type Outcome } from '../../../src/form/send.ts';

const error = 'Form not found';
const accepted = { next: '/thanks', ok: true };
const complaint = (...fields: unknown[]) => ({
	error: 'Validation errors',
	errors: fields.map((field) => ({ field })),
});

/** Answers that the service gives, that proxies give, and that nobody should give. */
const answers: [about: string, status: number, body: unknown, Outcome['kind']][] = [
	['accepted', 200, accepted, 'sent'],
	['created', 201, { ok: true }, 'sent'],
	['accepted without “ok”', 200, { next: '/thanks' }, 'sent'],
	['accepted, with no error', 200, { ok: true, error: null, errors: null }, 'sent'],
	['accepted, with an empty error', 200, { ok: true, error: '' }, 'sent'],
	['not ok, with an address', 200, { ok: false, next: '/x' }, 'unknown'],
	['not ok, with an error', 200, { ok: false, next: '/x', error }, 'broken'],
	...['true', 1, null, {}].map((ok): [string, number, unknown, Outcome['kind']] => [
		`“ok” is ${JSON.stringify(ok)}`,
		...([200, { ok, next: '/x' }, 'unknown'] as const),
	]),
	['accepted and refused at once', 200, { ...accepted, error }, 'unknown'],
	['accepted with an error of an unknown kind', 200, { ...accepted, errors: {} }, 'unknown'],
	['an error of an unknown kind', 422, { errors: { email: 'x' } }, 'unknown'],
	['an empty address', 200, { next: '' }, 'unknown'],
	['nothing', 200, {}, 'unknown'],
	['a list', 200, [], 'unknown'],
	['null', 200, null, 'unknown'],
	['a page, or broken JSON', 200, undefined, 'unknown'],
	['over quota', 200, { error: 'form over quota' }, 'broken'],
	['no such form', 404, { error, errors: [{ code: 'FORM_NOT_FOUND', message: error }] }, 'broken'],
	['an error without a list', 422, { error: 'Validation errors', errors: [] }, 'broken'],
	['an error that is text', 422, { errors: 'no' }, 'broken'],
	['a list that holds null', 422, { errors: [null] }, 'broken'],
	['a field that the form has', 422, complaint('email'), 'rejected'],
	['a field that the form lacks', 422, complaint('fax'), 'broken'],
	['fields that it has and one that it lacks', 422, complaint('name', 'message', 'fax'), 'broken'],
	['a refusal without a reason', 403, {}, 'unknown'],
	['a refusal that looks like success', 404, accepted, 'unknown'],
	['too many', 429, { error: 'Too many requests' }, 'busy'],
	['too many, as a page', 429, undefined, 'busy'],
	['a failure that looks like success', 500, { next: 'x' }, 'unknown'],
	['a failure with an error for a field', 500, complaint('email'), 'unknown'],
];

test.each(answers)('understands “%s”', (_, status, body, kind) => {
	expect(parseResponse(status, body).kind).toBe(kind);
});

test('names every field that the service rejects', () => {
	expect(parseResponse(422, complaint('name', 'message'))).toEqual({ kind: 'rejected', fields: ['name', 'message'] });
});

describe('sending', () => {
	afterEach(() => void vi.unstubAllGlobals());

	test('posts once, with one plain header, and reads the answer', async () => {
		const fetch = vi.fn(() => Promise.resolve(Response.json(accepted)));
		vi.stubGlobal('fetch', fetch);
		const body = new FormData();
		expect(await send('https://service.test/f/x', body)).toEqual({ kind: 'sent' });
		const init = { method: 'POST', body, headers: { Accept: 'application/json' } };
		expect(fetch.mock.calls).toEqual([['https://service.test/f/x', init]]);
	});

	test.each([
		[true, 'unknown'],
		[false, 'offline'],
	])('never says “refused” when nobody answers; online: %s', async (onLine, kind) => {
		vi.stubGlobal('navigator', { onLine });
		vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
		expect(await send('https://service.test/f/x', new FormData())).toEqual({ kind });
	});
});
