import type { FieldName } from '../form/fields.ts';

/** Where an exchange can break off, in order. `request`: the headers have come in and nobody reads the message. */
export type Stage = 'preflight' | 'request' | 'answer' | 'headers' | 'body';
export type Fields = Record<string, string>;
export interface Answer {
	status: number;
	/** Text goes out as HTML as it stands; all else as JSON, or as an error page to a form without scripts. */
	body: unknown;
	headers?: Record<string, string>;
}
export interface Fault {
	about: string;
	stops?: readonly [at: Stage, by: 'stall' | 'reset' | 'close'];
	/** Milliseconds between storing the message and answering. */
	waits?: number;
	/** Which request gets no CORS headers. */
	noCors?: 'preflight' | 'message';
	/** Takes the place of “accepted”; the message is lost unless `kept`. */
	answer?: Answer;
	/** `captcha`: who sends without a script gets a challenge. `asPage`: scripts are answered as if there were none. */
	special?: 'kept' | 'captcha' | 'asPage' | 'freePlan' | 'spam';
}

export const refusal = (status: number, error: string, code?: string): Answer => ({
	status,
	body: code ? { error, errors: [{ code, message: error }] } : { error },
});
/** TYPE_EMAIL was recorded from the service; the words for the other codes are ours. */
const invalid = (...fields: [code: string, field: FieldName | 'fax', message: string][]): Answer => ({
	status: 422,
	body: { error: 'Validation errors', errors: fields.map(([code, field, message]) => ({ code, field, message })) },
});
export const badEmail = invalid(['TYPE_EMAIL', 'email', 'should be an email']);
export const notFound = refusal(404, 'Form not found', 'FORM_NOT_FOUND');

/** Ends the handling of a request with a refusal. */
export class Refusal extends Error {
	readonly answer: Answer;
	constructor(answer: Answer) {
		super();
		this.answer = answer;
	}
}
export const refuse = (...words: Parameters<typeof refusal>) => new Refusal(refusal(...words));

/** The field in which a passed captcha comes back. */
export const proof = 'g-recaptcha-response';
const escape = (text: string) => text.replace(/[&<>"\r\n]/g, (mark) => `&#${mark.charCodeAt(0)};`);
const page = (title: string, html: string) =>
	`<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><h1>${title}</h1>${html}
<p>This is the local inbox, which stands in for the form service. Nothing has left this computer.</p></html>`;
export const thanks = page('Thanks!', '<p>The form was submitted successfully.</p>');

/** The page for a form without scripts. The service says there with 402 what it says to scripts with 200 and an error. */
export function errorPage({ status, body, headers = {} }: Answer): Answer {
	const { error } = body as { error?: string };
	const html = page('Not accepted', `<p>${escape(error ?? JSON.stringify(body))}</p>`);
	return { status: error && status < 400 ? 402 : status, headers, body: html };
}
/** Sends the whole message again, with the proof that a person sent it. Its status today is unknown; 401 was seen last. */
export function challenge(fields: Fields): Answer {
	const inputs = Object.entries({ ...fields, [proof]: 'passed' }).map(
		([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
	);
	const form = `<form method="post">${inputs.join('')}<button>I am not a robot</button></form>`;
	return { status: 401, body: page('Almost there', form) };
}

const html = '<!doctype html><title>Bad gateway</title><h1>The server is not available</h1>';
const tooMany = refusal(429, 'Too many requests');
const noScripts =
	"In order to submit via AJAX, you need to set a custom key or reCAPTCHA must be disabled in this form's settings page.";

const stop = (about: string, ...stops: NonNullable<Fault['stops']>): Fault => ({ about, stops });
const lost = (about: string, answer: Answer): Fault => ({ about: `not stored, ${about}`, answer });
const kept = (about: string, answer: Answer): Fault => ({ about: `stored, ${about}`, answer, special: 'kept' });
const brokenJson = { status: 200, body: '{"next":"/thanks","ok":tr', headers: { 'content-type': 'application/json' } };

/** How the inbox can misbehave: what a server can cause of `form-service.md` C3, and what of A2 is not a rule here. */
export const faults = {
	nocors: { about: 'stored, the answer has no CORS headers', noCors: 'message' },
	nopreflight: { about: 'the preflight gets no CORS headers', noCors: 'preflight' },
	'hang-preflight': stop('the preflight is never answered', 'preflight', 'stall'),
	'hang-before': stop('not stored, never read, never answered', 'request', 'stall'),
	'hang-after': stop('stored, never answered', 'answer', 'stall'),
	'stall-headers': stop('stored, silent after the headers', 'headers', 'stall'),
	'stall-body': stop('stored, silent after half of the body', 'body', 'stall'),
	'slow-3s': { about: 'stored, answered after 3 seconds', waits: 3_000 },
	'slow-35s': { about: 'stored, answered after 35 seconds', waits: 35_000 },
	'reset-preflight': stop('the preflight is reset', 'preflight', 'reset'),
	'reset-before': stop('not stored, reset before it is read', 'request', 'reset'),
	'reset-after': stop('stored, reset before the answer', 'answer', 'reset'),
	'reset-headers': stop('stored, reset after the headers', 'headers', 'reset'),
	'reset-body': stop('stored, reset after half of the body', 'body', 'reset'),
	'cut-body': stop('stored, closed after half of the body', 'body', 'close'),
	'429': lost('too many messages', tooMany),
	'429-retry-after': lost('too many, come back in 60 s', { ...tooMany, headers: { 'retry-after': '60' } }),
	'500-html': lost('500 with a page', { status: 500, body: html }),
	'500-next': lost('500 that looks like success', { status: 500, body: { next: 'x' } }),
	'503': lost('503 with a page', { status: 503, body: html }),
	'200-html': lost('200 with a page', { status: 200, body: html }),
	'bad-json': kept('the JSON is broken', brokenJson),
	'204': kept('the answer is empty', { status: 204, body: '' }),
	'200-error': lost('the monthly quota is used up, said with 200', refusal(200, 'form over quota')),
	'ok-only': kept('the answer lacks “next”', { status: 200, body: { ok: true } }),
	'next-only': kept('the answer lacks “ok”', { status: 200, body: { next: '/thanks' } }),
	'success-only': lost('the owner must confirm', { status: 200, body: { success: 'confirmation email sent' } }),
	'errors-null': lost('the list of errors holds null', { status: 422, body: { errors: [null] } }),
	'errors-empty': lost('the list of errors is empty', invalid()),
	'field-email': lost('an error for the e-mail address', badEmail),
	'field-unknown': lost('an error for a field we lack', invalid(['REQUIRED_FIELD_MISSING', 'fax', 'is required'])),
	'field-several': lost(
		'errors for two fields we have and one we lack',
		invalid(['REQUIRED_FIELD_EMPTY', 'name', 'is required'], ['TYPE_TEXT', 'message', 'is wrong'], ['X', 'fax', '']),
	),
	'404': lost('no such form', notFound),
	'404-project': lost('no such project', refusal(404, 'Project not found', 'PROJECT_NOT_FOUND')),
	'403-captcha': { about: 'scripts refused, others challenged', answer: refusal(403, noScripts), special: 'captcha' },
	'403-inactive': lost('the form is switched off', refusal(403, 'Form not active', 'INACTIVE')),
	blocked: lost('the sender is blocked', refusal(403, 'Submission blocked', 'BLOCKED')),
	'redirect-json': { about: 'stored, scripts are redirected', special: 'asPage' },
	'free-plan': { about: 'stored, “_next” is ignored', special: 'freePlan' },
	'too-long': lost('too long', refusal(413, 'Submission too large')),
	spam: { about: 'accepted, but filed as spam as from a wrong domain', special: 'spam' },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;
