import type { FieldName } from './fields.ts';

/**
 * What became of a message. *sent*: the service says it has it. *refused*: the service surely has not taken it. *unknown*:
 * it may have arrived. There is no fourth.
 */
export type Outcome =
	| { kind: 'sent' }
	| { kind: 'refused'; reason: 'fields'; fields: FieldName[] }
	| { kind: 'refused'; reason: 'busy' | 'broken' }
	| { kind: 'unknown'; offline: boolean };

const unknown: Outcome = { kind: 'unknown', offline: false };

interface Answer {
	next?: unknown;
	ok?: unknown;
	error?: unknown;
	errors?: unknown;
}

/**
 * Reads the form service's answer. The status alone proves nothing: the service has answered 200 with an error inside, and
 * proxies answer 500 with anything. `body` is the parsed JSON, or undefined when it was no JSON. To use a service that
 * answers differently, change this function.
 */
export function verdict(status: number, body: unknown, isField: (name: unknown) => name is FieldName): Outcome {
	if (status === 429) return { kind: 'refused', reason: 'busy' };
	if (typeof body !== 'object' || body === null) return unknown;
	const { next, ok, error, errors } = body as Answer;
	const complains = error !== undefined || errors !== undefined;
	if (status >= 200 && status < 300 && !complains) {
		return ok === true || typeof next === 'string' ? { kind: 'sent' } : unknown;
	}
	if (!complains || status >= 500) return unknown;
	const named = Array.isArray(errors) ? errors.map((e: unknown) => (e as { field?: unknown } | null)?.field) : [];
	return named.length > 0 && named.every(isField)
		? { kind: 'refused', reason: 'fields', fields: named }
		: { kind: 'refused', reason: 'broken' };
}

/**
 * Posts `data` once to `endpoint` and says what became of it. Never throws, never tries again, and waits as long as the
 * connection stands: the page decides when to stop hoping. Only `Accept` is set, so that the browser needs no preflight.
 */
export async function send(endpoint: string, data: FormData, isField: (name: unknown) => name is FieldName): Promise<Outcome> {
	try {
		const response = await fetch(endpoint, { method: 'POST', body: data, headers: { Accept: 'application/json' } });
		const body: unknown = await response.json().catch(() => undefined);
		return verdict(response.status, body, isField);
	} catch {
		return { kind: 'unknown', offline: !navigator.onLine };
	}
}
