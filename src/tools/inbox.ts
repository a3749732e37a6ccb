import { once } from 'node:events';
import { appendFileSync, mkdirSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname } from 'node:path';
import { arrayBuffer } from 'node:stream/consumers';
import { fields as formFields, hidden, subject } from '../form/fields.ts';
import { badEmail, challenge, errorPage, faults, notFound, proof, Refusal, refuse, thanks } from './inbox-faults.ts';
import type { Answer, Fault, FaultName, Fields, Stage } from './inbox-faults.ts';

export { faults, type FaultName } from './inbox-faults.ts';

/** `dropped` says why it was not kept, although the sender was told that it was accepted. */
export interface Message {
	at: string;
	fields: Fields;
	dropped?: 'honeypot' | 'spam';
}
/** One request, listed from the moment its headers are there. It is `refused` by the contract, `lost` by a fault. */
export interface Logged {
	method: string;
	path: string;
	headers: IncomingHttpHeaders;
	fields?: Fields;
	outcome: 'open' | 'preflight' | 'page' | 'refused' | 'lost' | 'stored' | 'honeypot' | 'spam';
}
export interface InboxOptions {
	/** 0 takes any free port. */
	port?: number;
	fault?: FaultName | undefined;
	/** The file that messages are appended to, one JSON object a line. */
	store?: string;
	/** Hears of every accepted message, also of a dropped one. */
	onMessage?: (message: Message) => void;
	/** The only origin whose messages are not spam, as with the service's “Restrict to Domain”. */
	siteOrigin?: string;
	formId?: string;
	/** Replaces the delay of the slow faults, in milliseconds. */
	slowMs?: number;
}
export type Inbox = Awaited<ReturnType<typeof startInbox>>;

/** What the service always allowed, and what its library adds. */
const allowedHeaders =
	'accept, content-type, x-requested-with, authorization, formspree-client, formspree-session-data';
const maxBytes = 1_000_000;
/** The service takes any name. The inbox takes those of our form, so that a form that drifts from its list fails. */
const knownNames = new Set<string>([...formFields.map(({ name }) => name), ...Object.values(hidden), proof]);

/** By the place of the words in `Accept`, not by weight: that is how the service decides (A1). */
function wantsJson({ headers: { accept = '', ...headers } }: IncomingMessage): boolean {
	const [first] = /json|html/i.exec(accept) ?? [];
	if (/^xmlhttprequest$/i.test(String(headers['x-requested-with'])) || first?.toLowerCase() === 'json') return true;
	return !first && /json/i.test(headers['content-type'] ?? '');
}

/** The fields of a message, those of one name joined as the service joins them. */
async function readFields(req: IncomingMessage): Promise<Fields> {
	// To the end in any case: an answer to somebody who is still sending would reach them as a broken connection.
	const bytes = await arrayBuffer(req);
	if (bytes.byteLength > maxBytes) throw refuse(413, 'Submission too large');
	const type = req.headers['content-type'] ?? '';
	if (!/^(application\/(json|x-www-form-urlencoded)|multipart\/form-data)\s*(;|$)/i.test(type))
		throw refuse(415, `The local inbox reads no “${type}”`);
	const body = new Response(bytes, { headers: { 'content-type': type } });
	const pairs = /json/i.test(type)
		? body.json().then((value) => Object.entries<unknown>(value as Fields))
		: body.formData();
	const values = new Map<string, string[]>();
	for (const [name, value] of await pairs.catch(() => Promise.reject(refuse(400, `The body is not ${type}`)))) {
		if (value instanceof File) throw refuse(400, 'File uploads are not permitted', 'NO_FILE_UPLOADS');
		const texts = [value ?? ''].flat().map((part) => (typeof part === 'string' ? part : JSON.stringify(part)));
		values.set(name, [...(values.get(name) ?? []), ...texts]);
	}
	return Object.fromEntries([...values].map(([name, texts]) => [name, texts.join(', ')]));
}

/** In the service's order: what fell into the robot trap is not looked at further. */
function check(fields: Fields): void {
	if (!Object.values(fields).some(Boolean)) throw refuse(400, "Can't send an empty form");
	const stranger = Object.keys(fields).find((name) => !knownNames.has(name));
	if (stranger !== undefined) throw refuse(400, `The form has no field “${stranger}”`);
	if (fields[hidden.trap]) return;
	if ((fields[hidden.subject] ?? subject) !== subject) throw refuse(400, 'The subject is not the constant one');
	if (!/^([^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+)?$/.test(fields['email'] ?? '')) throw new Refusal(badEmail);
}

/**
 * The local inbox: answers like the hosted form service and keeps what it gets on this computer. The contract is
 * `form-service.md`, sections A, C3 and C4. It has an origin of its own, so that the browser's CORS rules are the real ones.
 */
export async function startInbox(options: InboxOptions = {}) {
	const { store = '.inbox/messages.jsonl', siteOrigin, formId = 'localinbox', slowMs, onMessage } = options;
	const lists = { messages: [] as Message[], dropped: [] as Message[], requests: [] as Logged[] };
	const { messages, dropped, requests } = lists;
	const waiting = new Set<() => void>();
	let fault: Fault | undefined = options.fault && faults[options.fault];
	let origin = '';

	/** Resolves after the time, or on `release`, or never when the other side hangs up. */
	function wait(res: ServerResponse, ms?: number): Promise<void> {
		return new Promise((resolve) => {
			if (res.closed) return;
			const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
			waiting.add(resolve);
			res.once('close', () => (clearTimeout(timer), waiting.delete(resolve)));
		});
	}
	/** Passes a stage, unless the fault stops the exchange there. */
	async function pass(stage: Stage, res: ServerResponse, { stops }: Partial<Fault>): Promise<void> {
		if (stops?.[0] !== stage) return;
		if (stops[1] === 'stall') return wait(res);
		// What was written so far leaves first.
		await new Promise(setImmediate);
		if (stops[1] === 'reset') res.socket?.resetAndDestroy();
		else res.socket?.destroySoon();
		await new Promise<never>(() => {});
	}

	async function send(res: ServerResponse, { status, body, headers }: Answer, now: Partial<Fault>): Promise<void> {
		const isText = typeof body === 'string';
		const bytes = Buffer.from(isText ? body : JSON.stringify(body));
		const half = bytes.length >> 1;
		await pass('answer', res, now);
		res.setHeader('content-type', isText ? 'text/html; charset=utf-8' : 'application/json');
		if (status !== 204) res.setHeader('content-length', bytes.length);
		res.writeHead(status, headers).flushHeaders();
		await pass('headers', res, now);
		res.write(bytes.subarray(0, half));
		await pass('body', res, now);
		res.end(bytes.subarray(half));
	}

	function keep(fields: Fields, { referer = '' }: IncomingHttpHeaders, now: Partial<Fault>): Logged['outcome'] {
		const from = URL.canParse(referer) && new URL(referer).origin;
		// The challenge is a page of the inbox's own origin.
		const spam = now.special === 'spam' || (siteOrigin && from !== siteOrigin && from !== origin);
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
		if (entry.method !== 'POST' && entry.path.startsWith('/f/'))
			throw refuse(405, json ? 'Please submit POST request.' : 'Form should POST');
		if (entry.path !== `/f/${formId}`) throw new Refusal(notFound);
		await pass('request', res, now);
		entry.fields = await readFields(req);
		check(entry.fields);
		const { [proof]: passed, ...fields } = entry.fields;
		const { answer: wrong, special, waits } = now;
		if (wrong && special !== 'kept' && !(special === 'captcha' && passed)) {
			entry.outcome = 'lost';
			return special === 'captcha' && !json ? challenge(fields) : wrong;
		}
		entry.outcome = keep(fields, req.headers, now);
		if (waits) await wait(res, slowMs ?? waits);
		if (wrong && special === 'kept' && (json || typeof wrong.body === 'string')) return wrong;
		if (json) return { status: 200, body: { next: '/thanks', ok: true } };
		const next = special !== 'freePlan' && URL.parse(fields[hidden.next] ?? '');
		const location = next && next.protocol.startsWith('http') ? next.href : `${origin}/thanks?language=en`;
		return { status: 302, body: thanks, headers: { location } };
	}

	async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
		const { method = '', url: path = '', headers } = req;
		const now: Partial<Fault> = fault ?? {};
		const kind = method === 'OPTIONS' ? 'preflight' : 'message';
		const entry: Logged = { method, path, headers, outcome: kind === 'preflight' ? kind : 'open' };
		requests.push(entry);
		if (headers.origin && now.noCors !== kind)
			res.setHeader('access-control-allow-origin', headers.origin).setHeader('vary', 'origin');
		if (kind === 'preflight') {
			await pass('preflight', res, now);
			// A browser that remembers a preflight would skip the faults of the next one.
			res.setHeader('access-control-allow-headers', allowedHeaders).setHeader('access-control-max-age', '0');
			return send(res, { status: 204, body: '' }, {});
		}
		const json = wantsJson(req) && now.special !== 'asPage';
		const result: Answer = await answer(req, res, entry, json, now).catch((error: unknown) => {
			if (!(error instanceof Refusal)) throw error;
			entry.outcome = 'refused';
			return error.answer;
		});
		const final = json || typeof result.body === 'string' ? result : errorPage(result);
		await send(res, final, /refused|page/.test(entry.outcome) ? {} : now);
	}

	mkdirSync(dirname(store), { recursive: true });
	// No limit on the time of a request: what hangs must hang as long as a test wants.
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
		...lists,
		/** Applies to requests that arrive from now on. */
		setFault: (name?: FaultName) => void (fault = name && faults[name]),
		/** Lets all that is slow or hangs go on at once, so that a test of a late answer needs no real time. */
		release: () => waiting.forEach((go) => go()),
		/** Forgets messages, requests and the fault; the file stays. */
		reset() {
			fault = undefined;
			for (const list of Object.values(lists)) list.length = 0;
		},
		async close() {
			server.closeAllConnections();
			await once(server.close(), 'close');
		},
	};
}
