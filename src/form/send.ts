import { fields, type FieldName } from './fields.ts';

/**
 * What became of a request. There are three honest outcomes: *sent*, the service says it has it; *refused*, it surely
 * has not taken it (`rejected`, `busy`, `broken`); *unknown*, it may have arrived (`unknown`, `offline`).
 */
export type Outcome =
	{ kind: 'sent' } | { kind: 'rejected'; fields: FieldName[] } | { kind: 'busy' | 'broken' | 'unknown' | 'offline' };

const isField = (name: unknown): name is FieldName => fields.some((field) => field.name === name);
const isText = (value: unknown) => typeof value === 'string' && value !== '';
const isNothing = (value: unknown) => (value ?? '') === '' || (Array.isArray(value) && value.length === 0);

/**
 * Reads the form service's answer. The status alone proves nothing: the service has answered 200 with an error inside,
 * and proxies answer 500 with anything. What contradicts itself, or says nothing that is known here, is `unknown`.
 * `body` is the parsed JSON, or undefined. To use a service that answers differently, change this function.
 */
export function parseResponse(status: number, body: unknown): Outcome {
	if (status === 429) return { kind: 'busy' };
	if (typeof body !== 'object' || body === null || status >= 500) return { kind: 'unknown' };
	const { next, ok, error, errors } = body as Record<string, unknown>;
	const accepted = ok === true || (ok === undefined && isText(next));
	if (isNothing(error) && isNothing(errors))
		return { kind: accepted && status >= 200 && status < 300 ? 'sent' : 'unknown' };
	const list: unknown[] = Array.isArray(errors) ? errors : [];
	if (accepted || !(list.length > 0 || isText(error) || isText(errors))) return { kind: 'unknown' };
	const names = list.map((each) => (each as { field?: unknown } | null)?.field);
	return names.length > 0 && names.every(isField) ? { kind: 'rejected', fields: names } : { kind: 'broken' };
}

/**
 * Posts `data` once to `endpoint` and tells what became of it. Never throws, never tries again, and waits as long as
 * the connection stands: the form decides when to stop hoping. Only `Accept` is set, so that no preflight is needed.
 */
export async function send(endpoint: string, data: FormData): Promise<Outcome> {
	try {
		const response = await fetch(endpoint, { method: 'POST', body: data, headers: { Accept: 'application/json' } });
		return parseResponse(response.status, await response.json().catch(() => undefined));
	} catch {
		return { kind: navigator.onLine ? 'unknown' : 'offline' };
	}
}
