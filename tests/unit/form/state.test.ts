import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/form/draft.ts';
import type { Values } from '../../../src/form/fields.ts';
import type { Outcome } from '../../../src/form/send.ts';
import { initial, isAtRisk, reduce, type FormEvent, type State, type Status } from '../../../src/form/state.ts';
import { filled } from '../../support/form/words.ts';

const right = filled({ name: 'Ada', email: 'ada@example.com' });
const changed = filled({ name: 'Ada', phone: '918 555 0134' });
const wrong = filled({ name: 'Ada', email: 'ada@' });
const slip = filled({ name: 'Ada', email: 'ada@gmial.com' });
const request: Draft = { reference: 'K7Q2-9M', values: right, inDoubt: false };
const older: Draft = { ...request, values: changed };

const sent = { newest: request, inDoubt: true };
const bad = { errors: { email: 'Check “E-mail”' } };
/** The form in each of its states, on the way of one request. */
const more: Record<Exclude<Status, 'html'>, Partial<State>> = {
	...{ editing: {}, cleared: {}, invalid: bad, trapped: {}, rejected: { ...sent, ...bad } },
	...{ sending: sent, slow: sent, busy: sent, broken: sent, unknown: sent, offline: sent },
	...{ sent: { ...sent, sent: request }, early: { ...sent, sent: older } },
};
const inState = (status: keyof typeof more): State => ({
	...initial,
	...{ reference: 'K7Q2-9M', news: 1, status },
	...more[status],
});
const statuses = Object.keys(more) as (keyof typeof more)[];

const submit = (values: Values, isTrapFilled = false): FormEvent => ({ type: 'submit', values, isTrapFilled });
const input = (values: Values, field = 'email'): FormEvent => ({ type: 'input', field, values });
const answer = (outcome: Outcome, to = request, values = right): FormEvent => ({
	type: 'answer',
	...{ request: to, outcome, values },
});

/** The status that follows, by the status before; where it is undefined, nothing changes. */
type Next = Partial<Record<Status, Status | undefined>>;
const toAll = (next: Status, but: Next = {}): Next => ({
	...Object.fromEntries(statuses.map((status) => [status, next])),
	...but,
});
/** While a request is on its way, nothing else is sent or cleared. */
const waits: Next = { sending: undefined, slow: undefined };
/** What was confirmed stays so. */
const done: Next = { sent: undefined };
/** No request is out, so nothing is awaited. */
const notOut: Next = { ...done, editing: undefined, cleared: undefined, invalid: undefined, trapped: undefined };
const mended: Next = { cleared: 'editing', invalid: 'editing', rejected: 'editing' };
const givenUp: Next = { sending: 'unknown', slow: 'unknown' };

const table: [event: string, FormEvent, Next][] = [
	['the field is right now', input(right), mended],
	['another field is touched', input(right, 'times'), { ...mended, rejected: undefined }],
	['the field is still wrong', input(wrong), { cleared: 'editing' }],
	['sends what is wrong', submit(wrong), toAll('invalid', waits)],
	['sends an address that looks mistyped', submit(slip), toAll('invalid', waits)],
	['sends with the trap filled', submit(right, true), toAll('trapped', waits)],
	['sends', submit(right), toAll('sending', waits)],
	['lets the browser send', { type: 'native', values: right, isTrapFilled: false }, toAll('unknown', waits)],
	['sent', answer({ kind: 'sent' }), toAll('sent', done)],
	['sent, changed since', answer({ kind: 'sent' }, request, changed), toAll('early', done)],
	['an older one was sent', answer({ kind: 'sent' }, older), toAll('early', { ...waits, ...done })],
	['an older one was sent, the same', answer({ kind: 'sent' }, { ...request }), toAll('sent', done)],
	['an older one was refused', answer({ kind: 'broken' }, older), {}],
	['rejected', answer({ kind: 'rejected', fields: ['email'] }), toAll('rejected', notOut)],
	['busy', answer({ kind: 'busy' }), toAll('busy', notOut)],
	['broken', answer({ kind: 'broken' }), toAll('broken', notOut)],
	['unknown', answer({ kind: 'unknown' }), givenUp],
	['offline', answer({ kind: 'offline' }), { sending: 'offline', slow: 'offline' }],
	['slow', { type: 'slow', request }, { sending: 'slow' }],
	['an older one is slow', { type: 'slow', request: older }, {}],
	['timeout', { type: 'timeout', request }, givenUp],
	['the page comes back', { type: 'return' }, givenUp],
	['the browser stays', { type: 'stay' }, {}],
	['online', { type: 'online' }, {}],
	['offline', { type: 'offline' }, {}],
	['clear', { type: 'clear', reference: 'NEW' }, toAll('cleared', waits)],
];

describe.each(table)('%s', (_, event, next) => {
	test.each(statuses)('while %s', (status) => {
		const before = inState(status);
		const now = reduce(before, event);
		expect(now.status).toBe(next[status] ?? status);
		// What a visitor has to hear of is told anew, and nothing else takes the focus.
		const isTold = next[status] && !/editing|cleared|sending|slow/.test(next[status]);
		expect(now.news - before.news).toBe(isTold ? 1 : 0);
	});
});

test('opens a draft in doubt with the doubt, and without taking the focus', () => {
	const open = reduce(initial, { type: 'open', reference: 'OLD', inDoubt: true });
	expect(open).toMatchObject({ status: 'unknown', reference: 'OLD', inDoubt: true, news: 0 });
	expect(reduce(initial, { type: 'open', reference: 'NEW' }).status).toBe('editing');
});

test('sends what the form holds under its reference, and remembers that it may have arrived', () => {
	const { newest, inDoubt, reference } = reduce(inState('editing'), submit(right));
	expect({ newest, inDoubt }).toEqual({ newest: { reference, values: right, inDoubt: false }, inDoubt: true });
});

test.each<[Outcome['kind'], boolean, boolean]>([
	['sent', true, false],
	['busy', true, true],
	['busy', false, false],
	['unknown', false, true],
	['offline', false, true],
])('knows after “%s” whether a request may have arrived; earlier doubt: %s', (kind, earlier, later) => {
	const before = reduce({ ...inState('editing'), inDoubt: earlier }, submit(right));
	expect(reduce(before, answer({ kind } as Outcome, before.newest)).inDoubt).toBe(later);
});

test('names what is wrong, and takes it back as it is mended', () => {
	const before = reduce(inState('editing'), submit(filled({ email: 'ada@' })));
	expect(Object.keys(before.errors)).toEqual(['name', 'email']);
	expect(Object.keys(reduce(before, input(filled({ email: 'ada@', name: 'Ada' }), 'name')).errors)).toEqual(['email']);
	expect(reduce(inState('sending'), answer({ kind: 'rejected', fields: ['times'] })).errors).toEqual({
		times: 'Check “Good times for you”',
	});
});

test('asks once about an address that looks mistyped', () => {
	const asked = reduce(inState('editing'), submit(slip));
	expect(asked.errors).toEqual({ email: 'Did you mean ada@gmail.com? If not, send again' });
	expect(reduce(asked, submit(slip)).status).toBe('sending');
	expect(reduce(asked, submit(filled({ name: 'Ada', email: 'ada@yaho.com' }))).status).toBe('invalid');
});

test('begins anew under another reference when cleared', () => {
	const cleared = reduce(inState('unknown'), { type: 'clear', reference: 'NEW' });
	expect(cleared).toEqual({ ...initial, status: 'cleared', reference: 'NEW', news: 1 });
});

describe('leaving', () => {
	test.each(statuses)('is asked about where words may be lost: %s', (status) => {
		expect(isAtRisk(inState(status))).toBe(/sending|slow|unknown/.test(status));
	});

	test('is not asked about by a page that was opened in doubt, or that the browser leaves with the form', () => {
		expect(isAtRisk({ ...inState('unknown'), news: 0 })).toBe(false);
		const leaving = reduce(inState('broken'), { type: 'native', values: right, isTrapFilled: false });
		expect(isAtRisk(leaving)).toBe(false);
		expect(reduce(leaving, submit(right))).toBe(leaving);
		expect(isAtRisk(reduce(leaving, { type: 'stay' }))).toBe(true);
	});
});

test('knows that it is online again', () => {
	expect(reduce(inState('offline'), { type: 'online' }).isBackOnline).toBe(true);
});
