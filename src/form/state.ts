import { findErrors, suggestAddress } from './check.ts';
import type { Draft } from './draft.ts';
import { fields, type Errors, type FieldName, type Values } from './fields.ts';
import type { Outcome } from './send.ts';

/**
 * Beside what became of a request: `html` until the script has taken over, `trapped` when something had filled in the
 * robot trap, `early` when the form's words have changed since it was sent.
 */
export type Status =
	('html' | 'editing' | 'cleared' | 'invalid' | 'trapped' | 'sending' | 'slow' | 'early') | Outcome['kind'];

export interface State {
	readonly status: Status;
	/** Grows with everything that the visitor has to hear of. */
	readonly news: number;
	/** Of the request in the form: kept until it is sent or cleared, so that two tries are seen to be one. */
	readonly reference: string;
	/** Whether a request with this reference may have arrived. */
	readonly inDoubt: boolean;
	readonly errors: Errors;
	/** The newest request that went out. An answer to an older one matters only when it says sent. */
	readonly newest?: Draft | undefined;
	/** What was sent, when the status is `sent` or `early`. */
	readonly sent?: Draft;
	/** An address that looked mistyped; the visitor has been asked about it. */
	readonly asked?: string;
	/** Whether the browser is about to leave with the form, which it sends itself. */
	readonly isLeaving?: boolean;
	readonly isBackOnline?: boolean;
}

/** `native`: the browser sends the form. `return`: the page comes back from its cache. `stay`: it has not left. */
export type FormEvent =
	| { type: 'open' | 'clear'; reference: string; inDoubt?: boolean | undefined }
	| { type: 'input'; field: string; values: Values }
	| { type: 'submit' | 'native'; values: Values; isTrapFilled: boolean }
	| { type: 'answer'; request: Draft; outcome: Outcome; values: Values }
	| { type: 'slow' | 'timeout'; request: Draft }
	| { type: 'return' | 'stay' | 'online' | 'offline' };
type EventOf<Type> = FormEvent & { type: Type };

export const initial: State = { status: 'html', news: 0, reference: '', inDoubt: false, errors: {} };

export const isSending = ({ status }: State): boolean => status === 'sending' || status === 'slow';

/** Whether to ask before the page goes: it would take along words that may not have arrived. */
export const isAtRisk = (state: State): boolean =>
	isSending(state) || (state.status === 'unknown' && state.news > 0 && !state.isLeaving);

const announce = (state: State, status: Status): State => ({ ...state, status, news: state.news + 1 });

/** What the form knows after an event. Pure: the hook does what follows from it. */
export function reduce(state: State, event: FormEvent): State {
	switch (event.type) {
		case 'open': {
			const { reference, inDoubt = false } = event;
			return { ...initial, reference, inDoubt, status: inDoubt ? 'unknown' : 'editing' };
		}
		case 'clear':
			if (isSending(state)) return state;
			return { ...initial, status: 'cleared', news: state.news, reference: event.reference };
		case 'input':
			return edit(state, event);
		case 'submit':
		case 'native':
			return isSending(state) || state.isLeaving ? state : submit(state, event);
		case 'slow':
		case 'timeout':
		case 'return':
			// Of an older request nothing is awaited. A page that comes back has lost the connection and the answer.
			if (!isSending(state) || ('request' in event && event.request !== state.newest)) return state;
			return event.type === 'slow' ? { ...state, status: 'slow' } : announce(state, 'unknown');
		case 'answer':
			return settle(state, event);
		case 'stay':
			return { ...state, isLeaving: false };
		case 'online':
		case 'offline':
			return { ...state, isBackOnline: event.type === 'online' };
	}
}

/** Takes back each error as soon as it is dealt with. */
function edit(state: State, { field, values }: EventOf<'input'>): State {
	const found = findErrors(values);
	// What the service finds wrong nobody here can judge: any change of the field is taken for an answer.
	const isOpen = (name: FieldName) => found[name] ?? (state.status === 'rejected' && name !== field);
	const names = fields.map(({ name }) => name).filter((name) => state.errors[name] && isOpen(name));
	const errors = Object.fromEntries(names.map((name) => [name, found[name] ?? state.errors[name]]));
	const isMended = /invalid|rejected|cleared/.test(state.status) && names.length === 0;
	return { ...state, errors, ...(isMended && { status: 'editing' }) };
}

/** Sends, unless something has to change or be answered first. */
function submit(state: State, { type, values, isTrapFilled }: EventOf<'submit' | 'native'>): State {
	const errors = findErrors(values);
	const { reference, inDoubt, asked } = state;
	const { email } = values;
	const suggestion = suggestAddress(email);
	// A question, asked once: whoever sends again has answered it.
	if (suggestion && email !== asked) errors.email ??= `Did you mean ${suggestion}? If not, send again`;
	if (Object.keys(errors).length > 0) return announce({ ...state, errors, asked: email }, 'invalid');
	// The service would drop the request and say that all is well.
	if (isTrapFilled) return announce({ ...state, errors }, 'trapped');
	const sending = { ...state, errors, inDoubt: true };
	if (type === 'native') return announce({ ...sending, newest: undefined, isLeaving: true }, 'unknown');
	return { ...sending, status: 'sending', newest: { reference, inDoubt, values } };
}

/** Takes in what became of a request, however late. */
function settle(state: State, { request, outcome, values }: EventOf<'answer'>): State {
	if (state.status === 'sent') return state;
	const isNewest = request === state.newest;
	if (outcome.kind === 'sent') {
		const isWhole = JSON.stringify(values) === JSON.stringify(request.values);
		// Words changed since then are on their way already: their answer is the one that matters.
		if (!isWhole && !isNewest && isSending(state)) return state;
		return announce({ ...state, errors: {}, inDoubt: false, sent: request }, isWhole ? 'sent' : 'early');
	}
	const isLost = outcome.kind === 'unknown' || outcome.kind === 'offline';
	// Of a request that was given up already, only an answer is news.
	if (!isNewest || (isLost && !isSending(state))) return state;
	const names: FieldName[] = outcome.kind === 'rejected' ? outcome.fields : [];
	const rejected = fields.filter(({ name }) => names.includes(name));
	const errors = Object.fromEntries(rejected.map(({ name, label }) => [name, `Check “${label}”`]));
	return announce({ ...state, errors, inDoubt: isLost || request.inDoubt }, outcome.kind);
}
