import { once } from 'node:events';
import { appendFileSync, mkdirSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { fields as formFields, hidden, subject } from '../form/fields.ts';
import {
	badEmail,
	coded,
	faults,
	invalid,
	type Answer,
	type Fault,
	type FaultName,
	type Stage,
} from './inbox-faults.ts';

export { faults, type FaultName } from './inbox-faults.ts';

type Fields = Record<string, string>;
export interface Message {
	/** When it arrived, in ISO 8601. */
	at: string;
	fields: Fields;
	/** Why it was not kept, although the sender was told that it was accepted. */
	dropped?: 'honeypot' | 'spam';
}
/** One request, listed as soon as its headers are there. */
export interface Logged {
	method: string;
	path: string;
	headers: IncomingHttpHeaders;
	fields?: Fields;
	/** `open`: not read yet. `refused`: by the contract. `lost`: by a fault. */
	outcome: 'open' | 'preflight' | 'page' | 'refused' | 'lost' | 'stored' | 'honeypot' | 'spam';
}
export interface InboxOptions {
	/** 0 takes any free port. */
	port?: number | undefined;
	fault?: FaultName | undefined;
	/** The file that messages are appended to, one JSON object a line. */
	store?: string;
	/** Hears of every accepted message, also of a dropped one. */
	onMessage?: (message: Message) => void;
	/** The only origin whose messages are not spam, as with the service's “Restrict to domain”. */
	siteOrigin?: string;
	formId?: string;
	/** Replaces the delay of the slow faults, in milliseconds. */
	slowMs?: number;
}
export interface Inbox {
	endpoint: string;
	origin: string;
	messages: Message[];
	dropped: Message[];
	requests: Logged[];
	/** Applies to requests that arrive from now on. */
	setFault(name?: FaultName): void;
	/** Lets everything that waits or hangs go on at once, so that a test of a late answer needs no real time. */
	release(): void;
	/** Forgets messages, requests and the fault; the file stays. */
	reset(): void;
	close(): Promise<void>;
}

/** The headers of the library that a preflight has to allow, and those that the service always allowed. */
const allowedHeaders =
	'accept, content-type, x-requested-with, authorization, formspree-client, formspree-session-data';
const captchaField = 'g-recaptcha-response';
const maxBytes = 1_000_000;
/** The service takes any name. The inbox takes those of our form, so that a form that has drifted from its list fails. */
const knownNames = new Set<string>([...formFields.map(({ name }) => name), ...Object.values(hidden), captchaField]);

const noPost: Answer = {
	status: 405,
	body: { error: 'Please submit POST request.' },
	headers: { allow: 'POST, OPTIONS' },
	page: { html: '<p>Form should POST</p>' },
};

class Refusal extends Error {
	readonly answer: Answer;
	constructor(answer: Answer) {
		super(JSON.stringify(answer.body));
		this.answer = answer;
	}
}
const refuse = (status: number, error: string) => new Refusal({ status, body: { error } });

/** Names JSON before HTML: the service compares positions in the header, not weights (`request_wants_json`, A1). */
function prefers(accept: string, type: string, other: string): boolean {
	const [at, otherAt] = [accept.indexOf(type), accept.indexOf(other)];
	return at >= 0 && (otherAt < 0 || at < otherAt);
}
function wantsJson({ headers }: IncomingMessage): boolean {
	const accept = headers.accept?.toLowerCase() ?? '';
	if (String(headers['x-requested-with']).toLowerCase() === 'xmlhttprequest') return true;
	if (prefers(accept, 'json', 'html')) return true;
	return !!headers['content-type']?.toLowerCase().includes('json') && !prefers(accept, 'html', 'json');
}

/** Reads to the end in any case: an answer to somebody who is still sending would reach them as a broken connection. */
async function readBody(req: IncomingMessage): Promise<Buffer<ArrayBuffer>> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of req as AsyncIterable<Buffer>) if ((size += chunk.length) <= maxBytes) chunks.push(chunk);
	if (size > maxBytes) throw refuse(413, 'Submission too large');
	return Buffer.concat(chunks);
}

async function parse(type: string, body: Buffer<ArrayBuffer>): Promise<Fields> {
	const kind = /^(?:application\/(json|x-www-form-urlencoded)|multipart\/form-data)\s*(?:;|$)/i.exec(type);
	if (!kind) throw refuse(415, `The local inbox reads no “${type}”`);
	const source = new Response(body, { headers: { 'content-type': type } });
	const read = async () =>
		kind[1] === 'json' ? Object.entries<unknown>(await source.json()) : await source.formData();
	const pairs = await read().catch(() => {
		throw refuse(400, `The body is not ${type}`);
	});
	const joined = new Map<string, string>();
	for (const [name, value] of pairs)
		for (const part of [value ?? ''].flat()) {
			if (part instanceof File) throw new Refusal(coded(400, 'NO_FILE_UPLOADS', 'File uploads are not permitted'));
			const [text, before] = [typeof part === 'string' ? part : JSON.stringify(part), joined.get(name)];
			joined.set(name, before === undefined ? text : `${before}, ${text}`);
		}
	return Object.fromEntries(joined);
}

/** In the service's order: a message for the robot trap is not looked at further. */
function check(fields: Fields): void {
	if (!Object.values(fields).some(Boolean)) throw refuse(400, "Can't send an empty form");
	const stranger = Object.keys(fields).find((name) => !knownNames.has(name));
	if (stranger !== undefined) throw refuse(400, `The form has no field “${stranger}”`);
	if (fields[hidden.trap]) return;
	if ((fields[hidden.subject] ?? subject) !== subject) throw refuse(400, 'The subject is not the constant one');
	if (fields['email'] && !/^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+$/.test(fields['email']))
		throw new Refusal(invalid(badEmail));
}

const escape = (text: string) => text.replace(/[&<>"\r\n]/g, (mark) => `&#${mark.charCodeAt(0)};`);
const page = (title: string, html: string) =>
	`<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${html}
<p>This is the local inbox, which stands in for the form service. Nothing has left this computer.</p></html>`;
const thanks = page('Thanks!', '<p>The form was submitted successfully.</p>');

function errorPage({ status, body, headers = {}, page: own = {} }: Answer): Answer {
	const { error = JSON.stringify(body) } = body as { error?: string };
	return { status: own.status ?? status, headers, body: page('Not accepted', own.html ?? `<p>${escape(error)}</p>`) };
}
/** Brings the whole message back together with the answer to the challenge, as the service's page does. */
function challenge(fields: Fields): string {
	const inputs = Object.entries({ ...fields, [captchaField]: 'passed' }).map(
		([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
	);
	return `<form method="post">${inputs.join('')}<button>I am not a robot</button></form>`;
}

/**
 * The local inbox: answers like the hosted form service and keeps what it gets on this computer. The contract is
 * `form-service.md`, sections A, C3 and C4. It has an origin of its own, so that the browser's CORS rules are the real ones.
 */
export async function startInbox(options: InboxOptions = {}): Promise<Inbox> {
	const { store = '.inbox/messages.jsonl', siteOrigin, formId = 'localinbox', slowMs, onMessage } = options;
	const [messages, dropped, requests]: [Message[], Message[], Logged[]] = [[], [], []];
	const waiting = new Set<() => void>();
	let fault: Fault | undefined = options.fault && faults[options.fault];
	let origin = '';

	/** Resolves after the time, or on `release`, or never when the other side hangs up. */
	function wait(res: ServerResponse, ms?: number): Promise<void> {
		return new Promise((resolve) => {
			const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
			waiting.add(resolve);
			res.once('close', () => (clearTimeout(timer), waiting.delete(resolve)));
		});
	}
	/** Passes a stage, unless the fault stops the exchange there. */
	async function pass(stage: Stage, res: ServerResponse, { stops: [at, by] = [] }: Partial<Fault>): Promise<void> {
		if (at !== stage) return;
		if (by === 'stall') return wait(res);
		// What was written so far leaves first.
		await new Promise(setImmediate);
		if (by === 'reset') res.socket?.resetAndDestroy();
		else res.socket?.destroySoon();
		await new Promise<never>(() => {});
	}

	async function send(res: ServerResponse, { status, body, headers }: Answer, now: Partial<Fault>): Promise<void> {
		const [text, type] =
			typeof body === 'string' ? [body, 'text/html; charset=utf-8'] : [JSON.stringify(body), 'application/json'];
		const bytes = Buffer.from(text);
		const half = bytes.length >> 1;
		await pass('answer', res, now);
		if (status !== 204)
			res.setHeaders(
				new Map([
					['content-type', type],
					['content-length', `${bytes.length}`],
				]),
			);
		res.writeHead(status, headers);
		res.flushHeaders();
		await pass('headers', res, now);
		res.write(bytes.subarray(0, half));
		await pass('body', res, now);
		res.end(bytes.subarray(half));
	}

	function keep(fields: Fields, { referer = '' }: IncomingHttpHeaders, now: Partial<Fault>): Logged['outcome'] {
		const from = URL.canParse(referer) && new URL(referer).origin;
		// The challenge is a page of the inbox's own origin.
		const spam = now.spam || (siteOrigin && from !== siteOrigin && from !== origin);
		const reason = fields[hidden.trap] ? 'honeypot' : spam ? 'spam' : undefined;
		const message: Message = { at: new Date().toISOString(), fields, ...(reason && { dropped: reason }) };
		if (!reason) appendFileSync(store, `${JSON.stringify(message)}\n`);
		(reason ? dropped : messages).push(message);
		onMessage?.(message);
		return reason ?? 'stored';
	}

	/** One request up to its answer. Throws a refusal for what breaks the contract, whatever the fault. */
	async function answer(req: IncomingMessage, res: ServerResponse, entry: Logged, json: boolean, now: Partial<Fault>) {
		if (entry.method === 'GET' && entry.path.split('?')[0] === '/thanks') {
			entry.outcome = 'page';
			return { status: 200, body: thanks };
		}
		if (entry.method !== 'POST' && entry.path.startsWith('/f/')) throw new Refusal(noPost);
		if (entry.path !== `/f/${formId}`) throw new Refusal(faults[404].answer);
		await pass('request', res, now);
		entry.fields = await parse(req.headers['content-type'] ?? '', await readBody(req));
		check(entry.fields);
		const { [captchaField]: passed, ...fields } = entry.fields;
		if (now.answer && !now.kept && !(now.captcha && passed)) {
			entry.outcome = 'lost';
			return now.captcha ? { ...now.answer, page: { status: 401, html: challenge(fields) } } : now.answer;
		}
		entry.outcome = keep(fields, req.headers, now);
		if (now.waits) await wait(res, slowMs ?? now.waits);
		if (now.kept && now.answer && (json || typeof now.answer.body === 'string')) return now.answer;
		if (json) return { status: 200, body: { next: '/thanks', ok: true } };
		const next = fields[hidden.next] ?? '';
		const location =
			!now.freePlan && /^https?:/.test(next) && URL.canParse(next)
				? new URL(next).href
				: `${origin}/thanks?language=en`;
		return { status: 302, body: thanks, headers: { location } };
	}

	async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
		const { method = '', url: path = '', headers } = req;
		const now: Partial<Fault> = fault ?? {};
		const entry: Logged = { method, path, headers, outcome: method === 'OPTIONS' ? 'preflight' : 'open' };
		requests.push(entry);
		if (headers.origin && now.noCors !== (method === 'OPTIONS' ? 'preflight' : 'message'))
			res.setHeaders(
				new Map([
					['access-control-allow-origin', headers.origin],
					['vary', 'origin'],
				]),
			);
		if (method === 'OPTIONS') {
			await pass('preflight', res, now);
			return send(res, { status: 204, body: '', headers: { 'access-control-allow-headers': allowedHeaders } }, {});
		}
		const json = wantsJson(req) && !now.asPage;
		const result: Answer = await answer(req, res, entry, json, now).catch((error: unknown) => {
			if (!(error instanceof Refusal)) throw error;
			entry.outcome = 'refused';
			return error.answer;
		});
		const broken = entry.outcome === 'refused' || entry.outcome === 'page' ? {} : now;
		await send(res, json || typeof result.body === 'string' ? result : errorPage(result), broken);
	}

	mkdirSync(dirname(store), { recursive: true });
	// A hanging answer must hang as long as a test wants.
	const server = createServer({ requestTimeout: 0, keepAliveTimeout: 60_000 }, (req, res) => {
		handle(req, res).catch((error: unknown) => {
			// An incomplete request is a sender who left. All else, such as a full disk, must be seen.
			if (req.complete) console.error('The local inbox failed:', error);
			res.destroy();
		});
	});
	await once(server.listen(options.port ?? 0, '127.0.0.1'), 'listening');
	origin = `http://localhost:${(server.address() as AddressInfo).port}`;

	return {
		endpoint: `${origin}/f/${formId}`,
		origin,
		messages,
		dropped,
		requests,
		setFault: (name) => void (fault = name && faults[name]),
		release: () => waiting.forEach((go) => go()),
		reset() {
			fault = undefined;
			for (const list of [messages, dropped, requests]) list.length = 0;
		},
		async close() {
			const closed = once(server.close(), 'close');
			server.closeAllConnections();
			await closed;
		},
	};
}
