import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { arrayBuffer } from 'node:stream/consumers';
import { listen } from './server.ts';
import { fields as formFields, hidden, subject } from '../../src/form/fields.ts';

export type Fields = Record<string, string>;
export interface Request {
	method: string;
	path: string;
	headers: IncomingHttpHeaders;
}
/** A request that was accepted. `dropped` says why the service would not hand it on all the same. */
export interface Message {
	fields: Fields;
	dropped?: 'robot' | 'spam';
}
interface Fault {
	/** What is answered in the place of “accepted”: text as HTML, all else as JSON. */
	answer?: readonly [status: number, body: unknown];
	/** The message is kept all the same. */
	isKept?: boolean;
	/** Where the exchange stops until it is released, or for good. */
	stops?: readonly [where: 'answer' | 'body', how: 'wait' | 'reset' | 'close'];
	/** The answer lacks what lets the browser show it to the page. */
	noCors?: boolean;
}

const captcha = 'In order to submit via AJAX, you need to set a custom key or reCAPTCHA must be disabled.';
const validation = {
	error: 'Validation errors',
	errors: [{ code: 'TYPE_EMAIL', field: 'email', message: 'is wrong' }],
};

/** Ways in which the service can fail that differ in what a browser sees. The rest are tests of `parseResponse`. */
export const faults = {
	refused: { answer: [200, { error: 'form over quota' }] },
	rejected: { answer: [422, validation] },
	busy: { answer: [429, { error: 'Too many requests' }] },
	captcha: { answer: [403, { error: captcha }] },
	page: { answer: [503, '<!doctype html><title>Bad gateway</title><h1>The server is not available</h1>'] },
	empty: { answer: [204, ''], isKept: true },
	'no-cors': { isKept: true, noCors: true },
	silent: { isKept: true, stops: ['answer', 'wait'] },
	stalled: { isKept: true, stops: ['body', 'wait'] },
	reset: { isKept: true, stops: ['answer', 'reset'] },
	cut: { isKept: true, stops: ['body', 'close'] },
} as const satisfies Record<string, Fault>;
export type FaultName = keyof typeof faults;

/** The field in which a passed captcha comes back. */
const proof = 'g-recaptcha-response';
/** The service takes any name. The inbox takes those of the form, so that a form that drifts from its list fails. */
const known = new Set<string>([...formFields.map(({ name }) => name), ...Object.values(hidden), proof]);
const escape = (text: string) => text.replace(/[&<>"\r\n]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** Why the service, or a form that has drifted from its list, refuses a request. */
function findRefusal({ method, path }: Request, fields: Fields): readonly [number, unknown] | undefined {
	if (method !== 'POST') return [405, { error: 'Please submit POST request.' }];
	if (path !== '/f/localinbox') return [404, { error: 'Form not found' }];
	const stranger = Object.keys(fields).find((name) => !known.has(name));
	if (stranger !== undefined) return [400, { error: `The form has no field “${stranger}”` }];
	if (fields[hidden.trap]) return undefined;
	if (fields[hidden.subject] !== subject) return [400, { error: 'The subject is not the constant one' }];
	if (!/^([^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]+)?$/.test(fields['email'] ?? '')) return [422, validation];
	return undefined;
}

/** The page by which the service asks for a captcha: it sends the message again, with the proof. */
function challenge(fields: Fields): readonly [number, string] {
	const inputs = Object.entries({ ...fields, [proof]: 'passed' }).map(
		([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
	);
	return [401, `<!doctype html><form method="post">${inputs.join('')}<button>I am not a robot</button></form>`];
}

async function readFields(request: IncomingMessage): Promise<Fields> {
	const headers = { 'content-type': request.headers['content-type'] ?? '' };
	const data = await new Response(await arrayBuffer(request), { headers }).formData().catch(() => new FormData());
	return Object.fromEntries([...data].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
}

export type Inbox = Awaited<ReturnType<typeof startInbox>>;

/**
 * Stands in for the form service and its faults, on an origin of its own, so that the browser's rules between origins
 * are the real ones. Messages that do not come from `siteOrigin` are dropped as spam. Listens on a free port.
 */
export async function startInbox({ siteOrigin }: { siteOrigin?: string } = {}) {
	const requests: Request[] = [];
	const messages: Message[] = [];
	const waiting = new Set<() => void>();
	let fault: Fault | undefined;

	async function stop(response: ServerResponse, how: 'wait' | 'reset' | 'close'): Promise<void> {
		if (how === 'wait') return new Promise((resolve) => waiting.add(resolve));
		// What was written so far leaves first.
		await new Promise(setImmediate);
		if (how === 'reset') response.socket?.resetAndDestroy();
		else response.socket?.destroySoon();
		return new Promise(() => undefined);
	}

	function keep(fields: Fields, headers: IncomingHttpHeaders): void {
		// The captcha is a page of the inbox's own origin.
		const isStranger = siteOrigin && !headers.referer?.startsWith(`${siteOrigin}/`) && !fields[proof];
		const dropped = fields[hidden.trap] ? 'robot' : isStranger ? 'spam' : undefined;
		messages.push({ fields, ...(dropped && { dropped }) });
	}

	async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const { method = '', url: path = '', headers } = request;
		const { answer, isKept = false, stops, noCors = false }: Fault = fault ?? {};
		requests.push({ method, path, headers });
		const fields = await readFields(request);
		const isScript = headers.accept?.startsWith('application/json');
		const refusal = findRefusal({ method, path, headers }, fields);
		const isAccepted = !refusal && (!answer || isKept || (fault === faults.captcha && fields[proof] !== undefined));
		if (isAccepted) keep(fields, headers);
		const wrong = fault === faults.captcha && !isScript ? challenge(fields) : answer;
		const [status, body] = refusal ??
			(isAccepted && !isKept ? undefined : wrong) ?? [200, { ok: true, next: '/thanks' }];
		const bytes = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
		const half = bytes.length >> 1;
		if (!noCors && headers.origin) response.setHeader('access-control-allow-origin', headers.origin);
		response.setHeader('content-type', typeof body === 'string' ? 'text/html' : 'application/json');
		if (stops?.[0] === 'answer') await stop(response, stops[1]);
		const next = fields[hidden.next];
		if (status === 200 && !isScript && isAccepted && next) response.writeHead(303, { location: next }).flushHeaders();
		else response.writeHead(status, status === 204 ? {} : { 'content-length': bytes.length }).flushHeaders();
		response.write(bytes.subarray(0, half));
		if (stops?.[0] === 'body') await stop(response, stops[1]);
		response.end(bytes.subarray(half));
	}

	// A visitor may hang up at any time. All else that goes wrong must be seen.
	const server = createServer({ requestTimeout: 0 }, (request, response) => {
		handle(request, response).catch((error: unknown) => {
			if (request.complete) console.error('The inbox failed:', error);
			response.destroy();
		});
	});
	const origin = `http://localhost:${await listen(server)}`;
	return {
		origin,
		endpoint: `${origin}/f/localinbox`,
		/** Every request, from its first byte on, and every message that was accepted. */
		requests,
		messages,
		/** Applies to requests that arrive from now on. */
		setFault: (name?: FaultName) => void (fault = name && faults[name]),
		/** Lets all that waits go on. */
		release() {
			waiting.forEach((go) => go());
			waiting.clear();
		},
		/** Forgets requests, messages and the fault. */
		reset() {
			fault = undefined;
			requests.length = 0;
			messages.length = 0;
		},
		async close() {
			server.closeAllConnections();
			await once(server.close(), 'close');
		},
	};
}
