import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fields, hidden, subject } from '../../src/form/fields.ts';
import { describeMessage } from '../../src/tools/inbox-cli.ts';
import { faults, startInbox, type FaultName, type Inbox, type InboxOptions } from '../../src/tools/inbox.ts';

const json = { accept: 'application/json' };
const browser = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' };
const accepted = { next: '/thanks', ok: true };
const ada = { name: 'Ada', email: 'ada@example.com', reference: 'K7Q2-9M' };

// A busy computer takes its time; a test that passes waits for nothing.
vi.setConfig({ testTimeout: 20_000 });
const until = (check: () => void) => vi.waitFor(check, { timeout: 10_000, interval: 10 });

let folder: string;
let store: string;
let inbox: Inbox;
const open: Inbox[] = [];

async function start(options: InboxOptions = {}): Promise<Inbox> {
	const started = await startInbox({ store, ...options });
	open.push(started);
	return started;
}
beforeEach(async () => {
	folder = mkdtempSync(join(tmpdir(), 'inbox-'));
	store = join(folder, 'deep/messages.jsonl');
	inbox = await start();
});
afterEach(async () => {
	vi.restoreAllMocks();
	await Promise.all(open.splice(0).map((each) => each.close()));
	rmSync(folder, { recursive: true });
});

type Values = Record<string, string>;
const parse = (text: string) => JSON.parse(text) as unknown;
/** Any text: where nobody knows the service's words, ours do not matter. */
const words = expect.any(String) as unknown;
const matching = (value: object) => expect.objectContaining(value) as unknown;
/** Sends a message the way a native form does, or with other headers. Redirects are not followed. */
const post = (values: Values, headers: Values = json, to = inbox) =>
	fetch(to.endpoint, { method: 'POST', body: new URLSearchParams(values), headers, redirect: 'manual' });
const request = (init: RequestInit, path = '/f/localinbox') =>
	fetch(inbox.origin + path, { redirect: 'manual', headers: json, ...init });
const kept = () => inbox.messages.map((message) => message.fields);
/** Resolves when the inbox has a request in that state. */
const reached = (outcome: string) => until(() => expect(inbox.requests.at(-1)?.outcome).toBe(outcome));

/** A message over a socket, so that what arrives of a broken answer can be seen. */
function raw(values: Values = ada, method = 'POST') {
	const body = new URLSearchParams(values).toString();
	const type = 'content-type: application/x-www-form-urlencoded\r\naccept: application/json\r\norigin: http://a.test';
	const socket = connect(Number(new URL(inbox.origin).port), '127.0.0.1');
	socket.write(
		`${method} /f/localinbox HTTP/1.1\r\nhost: a\r\n${type}\r\ncontent-length: ${body.length}\r\n\r\n${body}`,
	);
	const state = { text: '', ended: '' };
	socket.on('data', (data) => (state.text += data.toString()));
	socket.on('end', () => (state.ended ||= 'closed'));
	socket.on('error', (error: NodeJS.ErrnoException) => (state.ended = error.code ?? ''));
	return {
		socket,
		state,
		head: () => state.text.includes('\r\n\r\n'),
		body: () => state.text.split('\r\n\r\n')[1] ?? '',
	};
}

describe('content negotiation', () => {
	test.each([
		['the library asks', { accept: 'application/json' }, true],
		['JSON is named before HTML', { accept: 'application/json, text/html' }, true],
		['HTML is named before JSON', { accept: 'text/html;q=0.1, application/json' }, false],
		['a browser asks', browser, false],
		['anything will do', { accept: '*/*' }, false],
		['XMLHttpRequest asks for HTML', { ...browser, 'x-requested-with': 'XMLHttpRequest' }, true],
	])('answers by the headers when %s', async (_, headers, wantsJson) => {
		const response = await post(ada, headers);
		expect(response.status).toBe(wantsJson ? 200 : 302);
		expect(response.headers.get('content-type')).toBe(wantsJson ? 'application/json' : 'text/html; charset=utf-8');
		if (wantsJson) expect(await response.json()).toEqual(accepted);
		else expect(await response.text()).toContain('The form was submitted successfully.');
	});

	test.each([
		['*/*', 200],
		['text/html, application/json', 302],
	])('answers a JSON body that accepts %s with %i', async (accept, status) => {
		const headers = { accept, 'content-type': 'application/json' };
		expect((await request({ method: 'POST', body: JSON.stringify(ada), headers })).status).toBe(status);
		expect(kept()).toEqual([ada]);
	});

	test('redirects to an absolute _next, else to its own page', async () => {
		const location = async (_next: string) => (await post({ ...ada, _next }, browser)).headers.get('location');
		expect(await location('http://localhost:9/base/thanks/')).toBe('http://localhost:9/base/thanks/');
		const own = `${inbox.origin}/thanks?language=en`;
		for (const next of ['/thanks/', 'javascript:alert(1)', '']) expect(await location(next)).toBe(own);
		const page = await fetch(own);
		expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('local inbox')]);
	});
});

describe('bodies', () => {
	const hard = { ...ada, message: '\uFEFFa\r\nb\nc\u0000d 👩‍👩‍👧 e\u0301 שלום \u202Eabc\u202C <script>&"\' \u200B%0A+' };
	const multipart = () => {
		const data = new FormData();
		for (const [name, value] of Object.entries(hard)) data.append(name, value);
		return data;
	};
	// As a browser does, `FormData` turns every line break into CRLF.
	const crlf = { ...hard, message: hard.message.replace('b\nc', 'b\r\nc') };
	test.each([
		['multipart', () => ({ body: multipart(), headers: json }), crlf],
		['urlencoded', () => ({ body: new URLSearchParams(hard), headers: json }), hard],
		['JSON', () => ({ body: JSON.stringify(hard), headers: { ...json, 'content-type': 'application/json' } }), hard],
	])('keeps every character of a %s body', async (_, init, expected) => {
		expect((await request({ method: 'POST', ...init() })).status).toBe(200);
		expect(kept()).toEqual([expected]);
		expect(parse(readFileSync(store, 'utf8'))).toMatchObject({ fields: expected });
	});

	test('joins fields of one name', async () => {
		await request({ method: 'POST', body: new URLSearchParams('name=Ada&times=mornings&times=Friday') });
		const headers = { 'content-type': 'application/json' };
		await request({ method: 'POST', body: '{"name":"Ada","times":["mornings",7],"goal":null}', headers });
		expect(kept().map(({ times }) => times)).toEqual(['mornings, Friday', 'mornings, 7']);
		const twoAddresses = await request({ method: 'POST', body: new URLSearchParams('email=a@b.cd&email=c@d.ef') });
		expect(twoAddresses.status).toBe(422);
	});

	test('takes every field that the form declares', async () => {
		const all = Object.fromEntries(fields.map(({ name }) => [name, name === 'email' ? 'a@b.cd' : 'x']));
		const full = {
			...all,
			[hidden.subject]: subject,
			[hidden.next]: 'http://a.test/',
			[hidden.reference]: 'R',
			_gotcha: '',
		};
		expect((await post(full)).status).toBe(200);
		expect(kept()).toEqual([full]);
	});
});

describe('refusals', () => {
	const form = 'application/x-www-form-urlencoded';
	const file = new FormData();
	file.append('message', new File(['x'], 'x.txt'));
	const notFound = {
		error: 'Form not found',
		errors: [{ code: 'FORM_NOT_FOUND', message: 'Form not found' }],
	};
	const badEmail = {
		error: 'Validation errors',
		errors: [{ code: 'TYPE_EMAIL', field: 'email', message: 'should be an email' }],
	};
	const any = { error: words };
	test.each<[string, number, unknown, RequestInit & { path?: string; type?: string }]>([
		['an invalid e-mail', 422, badEmail, { body: 'name=Ada&email=ada%40example' }],
		['an unknown form', 404, notFound, { body: 'name=Ada', path: '/f/xyzabcde' }],
		['a slash too many', 404, notFound, { body: 'name=Ada', path: '//f/localinbox' }],
		['a query', 404, notFound, { body: 'name=Ada', path: '/f/localinbox?a' }],
		['an empty form', 400, { error: "Can't send an empty form" }, { body: 'name=&_subject=' }],
		['GET', 405, { error: 'Please submit POST request.' }, { method: 'GET' }],
		['PUT', 405, { error: 'Please submit POST request.' }, { method: 'PUT', body: 'name=Ada' }],
		['plain text', 415, any, { body: 'name=Ada', type: 'text/plain' }],
		['JSON that is none', 400, any, { body: '{"name":', type: 'application/json' }],
		['multipart without its boundary', 400, any, { body: 'name=Ada', type: 'multipart/form-data; boundary=x' }],
		['a field that the form lacks', 400, any, { body: 'name=Ada&nickname=x' }],
		['a field named like a part of objects', 400, any, { body: '{"__proto__":"x"}', type: 'application/json' }],
		['a subject of one’s own', 400, any, { body: 'name=Ada&_subject=Hi%0D%0ABcc%3A%20x' }],
		['more than a megabyte', 413, any, { body: `message=${'x'.repeat(1_000_000)}` }],
	])('refuses %s with %i, to scripts in JSON and to browsers as a page', async (_, status, body, init) => {
		const { path, type = form, ...rest } = { method: 'POST', ...init };
		const asScript = await request({ ...rest, headers: { ...json, 'content-type': type } }, path);
		expect([asScript.status, await asScript.json()]).toEqual([status, body]);
		const asPage = await request({ ...rest, headers: { ...browser, 'content-type': type } }, path);
		expect([asPage.status, asPage.headers.get('content-type')]).toEqual([status, 'text/html; charset=utf-8']);
		expect(await asPage.text()).toContain('This is the local inbox');
		expect([inbox.messages, inbox.dropped]).toEqual([[], []]);
		expect(inbox.requests.map(({ outcome }) => outcome)).toEqual(['refused', 'refused']);
	});

	test('refuses a file', async () => {
		const response = await request({ method: 'POST', body: file });
		expect(response.status).toBe(400);
		expect(await response.json()).toMatchObject({ errors: [{ code: 'NO_FILE_UPLOADS' }] });
	});

	test('takes a megabyte less the overhead', async () => {
		expect((await post({ message: 'x'.repeat(999_000) })).status).toBe(200);
	});

	test('refuses what breaks the contract under a fault too', async () => {
		inbox.setFault('hang-after');
		expect((await post({ name: 'Ada', nickname: 'x' })).status).toBe(400);
	});

	test('never writes a value into a page as HTML', async () => {
		const html = await (await post({ '<img src=x>': 'x' }, browser)).text();
		expect(html).toContain('&#60;img src=x&#62;');
	});
});

describe('CORS', () => {
	const preflight = (to = inbox) =>
		fetch(to.endpoint, {
			method: 'OPTIONS',
			headers: {
				origin: 'http://site.test',
				'access-control-request-method': 'POST',
				'access-control-request-headers': 'formspree-client,formspree-session-data',
			},
		});

	test('allows the asker and the headers of the library at the preflight', async () => {
		const { headers, ok } = await preflight();
		expect([ok, headers.get('access-control-allow-origin'), headers.get('access-control-allow-headers')]).toEqual([
			true,
			'http://site.test',
			'accept, content-type, x-requested-with, authorization, formspree-client, formspree-session-data',
		]);
		expect(headers.get('access-control-max-age')).toBe('0');
		expect(inbox.requests[0]?.outcome).toBe('preflight');
	});

	test('lets the asker read answers and refusals', async () => {
		const origin = { ...json, origin: 'http://site.test' };
		for (const values of [ada, { email: 'x' }])
			expect((await post(values, origin)).headers.get('access-control-allow-origin')).toBe('http://site.test');
		expect((await post(ada)).headers.has('access-control-allow-origin')).toBe(false);
	});

	test('fails the preflight alone under nopreflight', async () => {
		inbox.setFault('nopreflight');
		expect((await preflight()).headers.has('access-control-allow-origin')).toBe(false);
		const response = await post(ada, { ...json, origin: 'http://site.test' });
		expect(response.headers.get('access-control-allow-origin')).toBe('http://site.test');
		expect(kept()).toEqual([ada]);
	});

	test('fails the answer alone under nocors', async () => {
		inbox.setFault('nocors');
		expect((await preflight()).headers.get('access-control-allow-origin')).toBe('http://site.test');
		const response = await post(ada, { ...json, origin: 'http://site.test' });
		expect(response.headers.has('access-control-allow-origin')).toBe(false);
		expect(kept()).toEqual([ada]);
	});
});

describe('messages', () => {
	test('appends what it stores to the file and tells the listener', async () => {
		const heard: unknown[] = [];
		const other = await start({ onMessage: (message) => heard.push(message), formId: 'another' });
		await post(ada, json, other);
		await post({ ...ada, name: 'Bea\r\nC' }, json, other);
		const lines = readFileSync(store, 'utf8').split('\n');
		expect(lines.pop()).toBe('');
		expect(lines.map(parse)).toEqual(other.messages);
		expect(other.messages.map((message) => message.fields['name'])).toEqual(['Ada', 'Bea\r\nC']);
		expect(heard).toEqual(other.messages);
		expect(other.endpoint).toMatch(/^http:\/\/localhost:\d+\/f\/another$/);
	});

	test('answers a filled honeypot as a success and stores nothing', async () => {
		const trapped = { ...ada, email: 'no address', [hidden.trap]: 'x' };
		expect(await (await post(trapped)).json()).toEqual(accepted);
		expect((await post(trapped, browser)).status).toBe(302);
		expect(inbox.messages).toEqual([]);
		expect(inbox.dropped.map(({ fields, dropped }) => [fields, dropped])).toEqual([
			[trapped, 'honeypot'],
			[trapped, 'honeypot'],
		]);
		expect(() => readFileSync(store)).toThrow('ENOENT');
	});

	test.each([
		['no referrer', {}, 'spam'],
		['another site', { referer: 'http://site.test.evil/' }, 'spam'],
		['no address', { referer: 'site.test' }, 'spam'],
		['the site', { referer: 'http://site.test/contact/' }, 'stored'],
	])('files by the referrer: %s', async (_, headers, outcome) => {
		const strict = await start({ siteOrigin: 'http://site.test' });
		// fetch() forbids the header, a socket does not.
		const port = Number(new URL(strict.origin).port);
		const lines = Object.entries({
			...json,
			...headers,
			host: 'a',
			connection: 'close',
			'content-type': 'application/json',
		});
		const socket = connect(port, '127.0.0.1');
		const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
		socket.write(`POST /f/localinbox HTTP/1.1\r\n${head}content-length: 14\r\n\r\n{"name":"Ada"}`);
		expect(String(await once(socket, 'data'))).toContain('HTTP/1.1 200 OK');
		expect(strict.requests[0]?.outcome).toBe(outcome);
		expect([strict.messages.length, strict.dropped.length]).toEqual(outcome === 'spam' ? [0, 1] : [1, 0]);
	});

	test('logs each request and forgets on reset', async () => {
		await post(ada, { ...json, 'formspree-client': 'x' });
		expect(inbox.requests).toMatchObject([
			{ method: 'POST', path: '/f/localinbox', headers: { 'formspree-client': 'x' }, fields: ada, outcome: 'stored' },
		]);
		inbox.setFault('404');
		inbox.reset();
		expect([inbox.requests, inbox.messages, inbox.dropped]).toEqual([[], [], []]);
		expect((await post(ada)).status).toBe(200);
	});

	test('closes while requests hang', async () => {
		inbox.setFault('hang-after');
		const answer = post(ada).catch(() => 'gone');
		await reached('stored');
		await inbox.close();
		expect(await answer).toBe('gone');
		open.length = 0;
	});

	test('rejects when the port is taken', async () => {
		await expect(startInbox({ store, port: Number(new URL(inbox.origin).port) })).rejects.toThrow('EADDRINUSE');
	});
});

const page = 'text/html; charset=utf-8';
const lib = 'application/json';
const coded = (code: string) => ({ error: words, errors: [{ code, message: words }] });
const captcha =
	"In order to submit via AJAX, you need to set a custom key or reCAPTCHA must be disabled in this form's settings page.";
/** Fault, status and body for scripts, status for browsers, whether the message is stored. */
const answers: [FaultName, number, string, unknown, number, boolean][] = [
	['429', 429, lib, { error: words }, 429, false],
	['429-retry-after', 429, lib, { error: words }, 429, false],
	['500-html', 500, page, expect.stringMatching('^<!doctype html>'), 500, false],
	['500-next', 500, lib, { next: 'x' }, 500, false],
	['503', 503, page, expect.stringMatching('^<!doctype html>'), 503, false],
	['200-html', 200, page, expect.stringMatching('^<!doctype html>'), 200, false],
	['bad-json', 200, lib, '{"next":"/thanks","ok":tr', 200, true],
	['204', 204, page, '', 204, true],
	['200-error', 200, lib, { error: 'form over quota' }, 402, false],
	['ok-only', 200, lib, { ok: true }, 302, true],
	['next-only', 200, lib, { next: '/thanks' }, 302, true],
	['success-only', 200, lib, { success: 'confirmation email sent' }, 200, false],
	['errors-null', 422, lib, { errors: [null] }, 422, false],
	['errors-empty', 422, lib, { error: 'Validation errors', errors: [] }, 422, false],
	['field-email', 422, lib, matching({ errors: [matching({ field: 'email' })] }), 422, false],
	['field-unknown', 422, lib, matching({ errors: [matching({ field: 'fax' })] }), 422, false],
	[
		'field-several',
		422,
		lib,
		matching({ errors: ['name', 'message', 'fax'].map((field) => matching({ field })) }),
		422,
		false,
	],
	['404', 404, lib, coded('FORM_NOT_FOUND'), 404, false],
	['404-project', 404, lib, coded('PROJECT_NOT_FOUND'), 404, false],
	['403-captcha', 403, lib, { error: captcha }, 401, false],
	['403-inactive', 403, lib, coded('INACTIVE'), 403, false],
	['blocked', 403, lib, coded('BLOCKED'), 403, false],
	['redirect-json', 302, page, expect.stringContaining('Thanks!'), 302, true],
	['free-plan', 200, lib, accepted, 302, true],
	['too-long', 413, lib, { error: words }, 413, false],
];
const half = JSON.stringify(accepted).slice(0, 14);
/** Fault, whether the headers and how much of the body come before it, whether the message is stored. */
const breaks: [FaultName, boolean, string, boolean][] = [
	['hang-before', false, '', false],
	['hang-after', false, '', true],
	['stall-headers', true, '', true],
	['stall-body', true, half, true],
	['reset-before', false, '', false],
	['reset-after', false, '', true],
	['reset-headers', true, '', true],
	['reset-body', true, half, true],
	['cut-body', true, half, true],
];
const elsewhere: FaultName[] = [
	'nocors',
	'nopreflight',
	'hang-preflight',
	'reset-preflight',
	'slow-3s',
	'slow-35s',
	'spam',
];

describe('faults', () => {
	test('have a test and one line of description each', () => {
		const tested = [...answers.map(([name]) => name), ...breaks.map(([name]) => name), ...elsewhere];
		expect(tested.toSorted()).toEqual(Object.keys(faults).toSorted());
		for (const { about } of Object.values(faults)) expect(about).toMatch(/^[^\n]{5,80}$/);
	});

	test.each(answers)('answers under %s', async (fault, status, type, body, pageStatus, stored) => {
		inbox.setFault(fault);
		const response = await post(ada);
		const text = await response.text();
		expect([response.status, response.headers.get('content-type')]).toEqual([status, type]);
		expect(typeof body === 'object' && type === lib ? parse(text) : text).toEqual(body);
		const asPage = await post(ada, browser);
		expect([asPage.status, asPage.headers.get('location')]).toEqual([
			pageStatus,
			pageStatus === 302 ? `${inbox.origin}/thanks?language=en` : null,
		]);
		expect(kept()).toEqual(stored ? [ada, ada] : []);
		expect(inbox.requests.map(({ outcome }) => outcome)).toEqual(stored ? ['stored', 'stored'] : ['lost', 'lost']);
	});

	test.each(breaks)('breaks off under %s', async (fault, head, body, stored) => {
		inbox.setFault(fault);
		const stalls = !/reset|cut/.test(fault);
		const broken = raw();
		await reached(stored ? 'stored' : 'open');
		if (head) await until(() => expect([broken.head(), broken.body()]).toEqual([true, body]));
		inbox.setFault();
		if (stalls) {
			// Others are answered meanwhile.
			await (await post({ name: 'Bea' })).text();
			expect([broken.head(), broken.body(), broken.state.ended]).toEqual([head, body, '']);
			expect(kept()).toEqual(stored ? [ada, { name: 'Bea' }] : [{ name: 'Bea' }]);
			inbox.release();
			await until(() => expect(broken.body()).toBe(JSON.stringify(accepted)));
			broken.socket.destroy();
		} else {
			await until(() => expect(broken.state.ended).toBe(fault === 'cut-body' ? 'closed' : 'ECONNRESET'));
			expect([broken.head(), broken.body()]).toEqual([head, body]);
			expect(kept()).toEqual(stored ? [ada] : []);
		}
	});

	test('breaks off the preflight alone', async () => {
		inbox.setFault('reset-preflight');
		const reset = raw({}, 'OPTIONS');
		await until(() => expect(reset.state.ended).toBe('ECONNRESET'));
		inbox.setFault('hang-preflight');
		const hanging = raw({}, 'OPTIONS');
		await reached('preflight');
		expect((await post(ada)).status).toBe(200);
		expect(hanging.state.text).toBe('');
		inbox.release();
		await until(() => expect(hanging.state.text).toContain('access-control-allow-origin: http://a.test'));
		hanging.socket.destroy();
	});

	test.each<[FaultName, number]>([
		['slow-3s', 3_000],
		['slow-35s', 35_000],
	])('stores at once and answers late under %s', async (fault, ms) => {
		inbox.setFault(fault);
		const timers = vi.spyOn(globalThis, 'setTimeout');
		let answered = false;
		const answer = post(ada).finally(() => (answered = true));
		await reached('stored');
		inbox.setFault();
		await (await post({ name: 'Bea' })).text();
		expect([answered, kept()]).toEqual([false, [ada, { name: 'Bea' }]]);
		expect(timers.mock.calls.map(([, time]) => time)).toContain(ms);
		inbox.release();
		expect(await (await answer).json()).toEqual(accepted);
	});

	test('waits as long as slowMs says', async () => {
		const quick = await start({ slowMs: 5, fault: 'slow-35s' });
		const timers = vi.spyOn(globalThis, 'setTimeout');
		expect(await (await post(ada, json, quick)).json()).toEqual(accepted);
		expect(timers.mock.calls.map(([, time]) => time)).toContain(5);
	});

	test('drops everything as spam under spam', async () => {
		inbox.setFault('spam');
		expect(await (await post(ada)).json()).toEqual(accepted);
		expect([inbox.messages.length, inbox.dropped[0]?.dropped]).toEqual([0, 'spam']);
	});

	test('says when to come back under 429-retry-after alone', async () => {
		for (const [fault, value] of [
			['429', null],
			['429-retry-after', '60'],
		] as const) {
			inbox.setFault(fault);
			for (const headers of [json, browser]) expect((await post(ada, headers)).headers.get('retry-after')).toBe(value);
		}
	});

	test('ignores _next under free-plan', async () => {
		inbox.setFault('free-plan');
		const response = await post({ ...ada, _next: 'http://a.test/thanks/' }, browser);
		expect(response.headers.get('location')).toBe(`${inbox.origin}/thanks?language=en`);
	});

	test('lets a browser pass the captcha with every character of its message', async () => {
		const strict = await start({ siteOrigin: 'http://a.test', fault: '403-captcha' });
		const message = 'a\r\nb "c" <d> &amp; שלום 👩‍👧';
		const html = await (await post({ ...ada, message }, browser, strict)).text();
		const decode = (text = '') => text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
		const inputs = [...html.matchAll(/name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [
			decode(name),
			decode(value),
		]);
		const answer = Object.fromEntries(inputs) as Values;
		expect(answer).toEqual({ ...ada, message, 'g-recaptcha-response': 'passed' });
		strict.setFault('403-captcha');
		expect((await post(answer, browser, strict)).status).toBe(302);
		expect(strict.dropped[0]?.fields).toEqual({ ...ada, message });
	});
});

describe('command line', () => {
	const cli = fileURLToPath(new URL('../../src/tools/inbox-cli.ts', import.meta.url));
	function run(...args: string[]) {
		const child = spawn(process.execPath, [cli, ...args], { cwd: folder });
		const output = { out: '', err: '' };
		child.stdout.on('data', (data) => (output.out += String(data)));
		child.stderr.on('data', (data) => (output.err += String(data)));
		return { child, output, done: once(child, 'close').then(([code]) => code as number | null) };
	}

	test('lists every fault', async () => {
		const { output, done } = run('--list');
		expect(await done).toBe(0);
		const lines = output.out.trimEnd().split('\n');
		expect(lines).toEqual(
			Object.entries(faults).map(([name, { about }]) => expect.stringMatching(`^${name} +${about}$`) as unknown),
		);
	});

	test.each([
		[
			['--fault', 'hagn'],
			'There is no fault “hagn”. Near it: hang-preflight, hang-before, hang-after. All are named by --list.',
		],
		[['--fault', 'zzz'], 'There is no fault “zzz”. All are named by --list.'],
		[['--port', 'x'], '--port is “x”. Write a number from 0 to 65535.'],
	])('stops at %j', async (args, words) => {
		const { output, done } = run(...args);
		expect([await done, output.err.trim()]).toEqual([1, words]);
	});

	test.each(['SIGINT', 'SIGTERM'] as const)('prints what arrives and ends cleanly on %s', async (signal) => {
		const { child, output, done } = run('--port', '0', '--fault', 'ok-only');
		await until(() => expect(output.out).toContain('Fault ok-only'));
		const endpoint = /http:\S+/.exec(output.out)?.[0] ?? '';
		expect(output.out).toContain(join(folder, '.inbox/messages.jsonl'));
		await fetch(endpoint, { method: 'POST', body: new URLSearchParams(ada), headers: json });
		await until(() => expect(output.out).toContain('· K7Q2-9M\n  Your name: Ada\n  E-mail: ada@example.com\n'));
		child.kill(signal);
		expect([await done, output.err]).toEqual([0, '']);
		expect(readFileSync(join(folder, '.inbox/messages.jsonl'), 'utf8')).toContain('K7Q2-9M');
	});

	test('keeps a message from steering the terminal', () => {
		const fields = { message: 'a\u001b[2Jb\u0007\r\nc\rd\u202Ee\u009b1m 👩‍👧', reference: 'R\u001b]0;x\u0007' };
		const text = describeMessage({ at: '2026-11-24T12:00:00Z', fields, dropped: 'spam' });
		expect(text).toMatch(/^── .* · R \(spam: accepted, but not kept\)\n {2}Anything else: ab\n {4}c\n {4}de 👩‍👧\n$/);
	});
});
