import type { FieldName } from '../form/fields.ts';

/** The points at which an exchange can break off, in their order. `request`: the message has come in and nobody reads it. */
export type Stage = 'preflight' | 'request' | 'answer' | 'headers' | 'body';

export interface Answer {
	status: number;
	/** Text goes out as HTML as it stands. Anything else goes out as JSON, or as an error page to a form without scripts. */
	body: unknown;
	headers?: Record<string, string>;
	/** How that error page differs from the JSON. */
	page?: { status?: number; html?: string };
}

export interface Fault {
	about: string;
	/** Breaks off at a stage: goes silent, resets the connection, or closes it as if all had been said. */
	stops?: readonly [at: Stage, by: 'stall' | 'reset' | 'close'];
	/** Milliseconds between storing the message and answering. */
	waits?: number;
	/** Which kind of request gets no CORS headers. */
	noCors?: 'preflight' | 'message';
	/** Takes the place of “accepted”. The message is lost, unless `kept`. */
	answer?: Answer;
	kept?: true;
	/** The service asks for a captcha: `answer` goes to scripts, everyone else gets a challenge to pass. */
	captcha?: true;
	/** Answers scripts as if they were a form without scripts. */
	asPage?: true;
	/** `_next` is ignored, as on the free plan. */
	freePlan?: true;
	/** Files every message as spam. */
	spam?: true;
}

/** A refusal as the service words it: one sentence, and the code that its library knows. */
export const coded = (status: number, code: string, message: string): Answer => ({
	status,
	body: { error: message, errors: [{ code, message }] },
});

/** A refusal because of fields. Only the body for TYPE_EMAIL was recorded from the service; the others follow its form. */
export const invalid = (...errors: { code: string; field: string; message: string }[]): Answer => ({
	status: 422,
	body: { error: 'Validation errors', errors },
});
const wrong = (field: FieldName, code: string, message: string) => ({ field, code, message });
export const badEmail = { code: 'TYPE_EMAIL', field: 'email', message: 'should be an email' };

const html = '<!doctype html><title>Bad gateway</title><h1>The server is not available</h1>';
const tooMany: Answer = { status: 429, body: { error: 'Too many requests' } };
const captcha =
	"In order to submit via AJAX, you need to set a custom key or reCAPTCHA must be disabled in this form's settings page.";

/**
 * How the inbox can misbehave: every fault of `form-service.md` (C3) that a server can cause, and every answer of A2 that
 * is not a rule of the inbox itself. Where nobody knows what today's service says, the wording is ours.
 */
export const faults = {
	nocors: { about: 'stored, but the answer has no CORS headers', noCors: 'message' },
	nopreflight: { about: 'the preflight gets no CORS headers', noCors: 'preflight' },
	'hang-preflight': { about: 'the preflight is never answered', stops: ['preflight', 'stall'] },
	'hang-before': { about: 'never read, never answered', stops: ['request', 'stall'] },
	'hang-after': { about: 'stored, never answered', stops: ['answer', 'stall'] },
	'stall-headers': { about: 'stored, silent after the headers', stops: ['headers', 'stall'] },
	'stall-body': { about: 'stored, silent after half of the body', stops: ['body', 'stall'] },
	'slow-3s': { about: 'stored, answered after 3 seconds', waits: 3_000 },
	'slow-35s': { about: 'stored, answered after 35 seconds', waits: 35_000 },
	'reset-preflight': { about: 'connection reset at the preflight', stops: ['preflight', 'reset'] },
	'reset-before': { about: 'connection reset before the message is read', stops: ['request', 'reset'] },
	'reset-after': { about: 'stored, connection reset before the answer', stops: ['answer', 'reset'] },
	'reset-headers': { about: 'stored, connection reset after the headers', stops: ['headers', 'reset'] },
	'reset-body': { about: 'stored, connection reset after half of the body', stops: ['body', 'reset'] },
	'cut-body': { about: 'stored, connection closed after half of the body', stops: ['body', 'close'] },
	'429': { about: 'too many messages', answer: tooMany },
	'429-retry-after': { about: 'too many, come back in 60 s', answer: { ...tooMany, headers: { 'retry-after': '60' } } },
	'500-html': { about: 'lost, 500 with a page', answer: { status: 500, body: html } },
	'500-next': { about: 'lost, 500 that looks like success', answer: { status: 500, body: { next: 'x' } } },
	'503': { about: 'lost, 503 with a page', answer: { status: 503, body: html } },
	'200-html': { about: 'lost, 200 with a page', answer: { status: 200, body: html } },
	'bad-json': {
		about: 'stored, the JSON is broken',
		answer: { status: 200, body: '{"next":"/thanks","ok":tr', headers: { 'content-type': 'application/json' } },
		kept: true,
	},
	'204': { about: 'stored, answered with nothing', answer: { status: 204, body: '' }, kept: true },
	'200-error': {
		about: 'monthly quota used up: refused with status 200',
		answer: { status: 200, body: { error: 'form over quota' }, page: { status: 402 } },
	},
	'ok-only': { about: 'stored, answered without “next”', answer: { status: 200, body: { ok: true } }, kept: true },
	'next-only': {
		about: 'stored, answered without “ok”',
		answer: { status: 200, body: { next: '/thanks' } },
		kept: true,
	},
	'success-only': {
		about: 'not stored: the owner has to confirm the address first',
		answer: { status: 200, body: { success: 'confirmation email sent' } },
	},
	'errors-null': { about: 'refused, the list of errors holds null', answer: { status: 422, body: { errors: [null] } } },
	'errors-empty': { about: 'refused, the list of errors is empty', answer: invalid() },
	'field-email': { about: 'refused because of the e-mail address', answer: invalid(badEmail) },
	'field-unknown': {
		about: 'refused because of a field that the form does not have',
		answer: invalid({ code: 'REQUIRED_FIELD_MISSING', field: 'fax', message: 'is required' }),
	},
	'field-several': {
		about: 'refused because of three fields',
		answer: invalid(
			wrong('name', 'REQUIRED_FIELD_EMPTY', 'is required'),
			badEmail,
			wrong('message', 'TYPE_TEXT', 'should be a text'),
		),
	},
	'404': { about: 'refused: no such form', answer: coded(404, 'FORM_NOT_FOUND', 'Form not found') },
	'404-project': { about: 'refused: no such project', answer: coded(404, 'PROJECT_NOT_FOUND', 'Project not found') },
	'403-captcha': {
		about: 'scripts refused; a form without scripts gets a challenge',
		answer: { status: 403, body: { error: captcha } },
		captcha: true,
	},
	'403-inactive': { about: 'refused: the form is switched off', answer: coded(403, 'INACTIVE', 'Form not active') },
	blocked: { about: 'refused: the sender is blocked', answer: coded(403, 'BLOCKED', 'Submission blocked') },
	'redirect-json': { about: 'stored, scripts are redirected instead of answered', asPage: true },
	'free-plan': { about: 'stored, “_next” is ignored', freePlan: true },
	'too-long': { about: 'refused: too long', answer: { status: 413, body: { error: 'Submission too large' } } },
	spam: { about: 'accepted, but filed as spam as for a domain that is not allowed', spam: true },
} as const satisfies Record<string, Fault>;

export type FaultName = keyof typeof faults;
