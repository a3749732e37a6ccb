import { fields, type FieldName } from './fields.ts';

/**
 * What became of a message. There are three honest outcomes: *sent*, the service says it has it; *refused*, it surely has
 * not taken it (`fields`, `busy`, `broken`); *unknown*, it may have arrived (`unknown`, `offline`).
 */
export type Outcome =
	{ kind: 'sent' } | { kind: 'fields'; fields: FieldName[] } | { kind: 'busy' | 'broken' | 'unknown' | 'offline' };

const isField = (name: unknown): name is FieldName => fields.some((field) => field.name === name);

/**
 * Reads the form service's answer. The status alone proves nothing: the service has answered 200 with an error inside, and
 * proxies answer 500 with anything. `body` is the parsed JSON, or undefined when it was none. To use a service that answers
 * differently, change this function.
 */
export function verdict(status: number, body: unknown): Outcome {
	if (status === 429) return { kind: 'busy' };
	if (typeof body !== 'object' || body === null || status >= 500) return { kind: 'unknown' };
	const { next, ok, error, errors } = body as Record<string, unknown>;
	if (error === undefined && errors === undefined) {
		const accepted = status >= 200 && status < 300 && (ok === true || typeof next === 'string');
		return { kind: accepted ? 'sent' : 'unknown' };
	}
	const named = Array.isArray(errors) ? errors.map((e) => (e as { field?: unknown } | null)?.field) : [];
	return named.length > 0 && named.every(isField) ? { kind: 'fields', fields: named } : { kind: 'broken' };
}

/**
 * Posts `data` once to `endpoint` and says what became of it. Never throws, never tries again, and waits as long as the
 * connection stands: the page decides when to stop hoping. Only `Accept` is set, so that the browser needs no preflight.
 */
export async function send(endpoint: string, data: FormData): Promise<Outcome> {
	try {
		const response = await fetch(endpoint, { method: 'POST', body: data, headers: { Accept: 'application/json' } });
		const body: unknown = await response.json().catch(() => undefined);
		return verdict(response.status, body);
	} catch {
		return { kind: navigator.onLine ? 'unknown' : 'offline' };
	}
}
