import type { FieldName } from './fields.ts';

/**
 * What became of a message. There are three honest outcomes: *sent*, the service says it has it; *refused*, it surely has
 * not taken it (`fields`, `busy`, `broken`); *unknown*, it may have arrived (`unknown`, `offline`).
 */
export type Outcome =
	{ kind: 'sent' } | { kind: 'fields'; fields: FieldName[] } | { kind: 'busy' | 'broken' | 'unknown' | 'offline' };

interface Answer {
	next?: unknown;
	ok?: unknown;
	error?: unknown;
	errors?: unknown;
}
type IsField = (name: unknown) => name is FieldName;

/**
 * Reads the form service's answer. The status alone proves nothing: the service has answered 200 with an error inside, and
 * proxies answer 500 with anything. `body` is the parsed JSON, or undefined when it was none. To use a service that answers
 * differently, change this function.
 */
export function verdict(status: number, body: unknown, isField: IsField): Outcome {
	if (status === 429) return { kind: 'busy' };
	if (typeof body !== 'object' || body === null || status >= 500) return { kind: 'unknown' };
	const { next, ok, error, errors } = body as Answer;
	if (error === undefined && errors === undefined) {
		const accepted = status >= 200 && status < 300 && (ok === true || typeof next === 'string');
		return { kind: accepted ? 'sent' : 'unknown' };
	}
	const fields = Array.isArray(errors) ? errors.map((e) => (e as { field?: unknown } | null)?.field) : [];
	return fields.length > 0 && fields.every(isField) ? { kind: 'fields', fields } : { kind: 'broken' };
}

/**
 * Posts `data` once to `endpoint` and says what became of it. Never throws, never tries again, and waits as long as the
 * connection stands: the page decides when to stop hoping. Only `Accept` is set, so that the browser needs no preflight.
 */
export async function send(endpoint: string, data: FormData, isField: IsField): Promise<Outcome> {
	try {
		const response = await fetch(endpoint, { method: 'POST', body: data, headers: { Accept: 'application/json' } });
		const body: unknown = await response.json().catch(() => undefined);
		return verdict(response.status, body, isField);
	} catch {
		return { kind: navigator.onLine ? 'unknown' : 'offline' };
	}
}
