import { useSubmit, type FormspreeContextType } from '@formspree/react';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { cleanAddress } from './check.ts';
import { clearDraft, controlOf, fillForm, loadDraft, newReference, readForm, saveDraft, type Draft } from './draft.ts';
import { hidden } from './fields.ts';
import { prefillGoal } from './prefill.ts';
import { send, type Outcome } from './send.ts';
import { initial, isAtRisk, reduce, type FormEvent } from './state.ts';

/** Milliseconds until the visitor reads that it takes long, and until the form stops hoping. */
const patience = { slow: 10_000, timeout: 30_000 } as const;

/**
 * Wires the state of the form in the page to the page's events, to the storage and to the service's library. `endpoint`
 * is where the form posts to, `next` the page of thanks. Returns the state and what a visitor can do.
 */
export function useAppointment(endpoint: string, next: string, form: { current: HTMLFormElement | null }) {
	const [state, render] = useState(initial);
	/** The state as of the last event, not of the last rendering: two clicks in one task are one. */
	const current = useRef(initial);
	// The library posts through this client, so that our rules decide what counts as sent.
	const client = { submitForm: (_key: string, data: FormData) => send(endpoint, data) };
	const submitByLibrary = useSubmit('appointment', { client: client as unknown as FormspreeContextType['client'] });

	const read = () => form.current && readForm(form.current);

	function dispatch(event: FormEvent): void {
		const before = current.current;
		const after = reduce(before, event);
		if (after === before) return;
		current.current = after;
		render(after);
		// Asked from the very press on: an effect would leave a gap. A handler that returns is what every browser asks by.
		window.onbeforeunload = isAtRisk(after) ? () => true : null;
		if (after.status === 'sent' || after.status === 'cleared') clearDraft();
		else if ('values' in event) saveDraft({ reference: after.reference, values: event.values, inDoubt: after.inDoubt });
		if (after.newest && after.newest !== before.newest) void deliver(after.newest);
		if (after.isLeaving && !before.isLeaving) leave();
	}

	async function deliver(request: Draft): Promise<void> {
		if (!form.current) return;
		const timers = (['slow', 'timeout'] as const).map((type) =>
			setTimeout(dispatch, patience[type], { type, request }),
		);
		// The library's type of a result is not ours: the client above returns an `Outcome`.
		const outcome = (await submitByLibrary(new FormData(form.current))) as unknown as Outcome;
		timers.forEach(clearTimeout);
		dispatch({ type: 'answer', request, outcome, values: read() ?? request.values });
	}

	/** Lets the browser send the form. Whether that worked is not known to a page that stays or comes back. */
	function leave(): void {
		// Until the browser is on its way, another press is the same press.
		setTimeout(dispatch, 1000, { type: 'stay' });
		if (form.current) HTMLFormElement.prototype.submit.call(form.current);
	}

	/** Sends the form by script on its submit event; without one, lets the browser send it. */
	function submit(event?: Event): void {
		event?.preventDefault();
		if (!form.current) return;
		const address = controlOf(form.current, 'email');
		const trap = controlOf(form.current, hidden.trap);
		if (address) address.value = cleanAddress(address.value);
		dispatch({ type: event ? 'submit' : 'native', values: readForm(form.current), isTrapFilled: !!trap?.value });
		// It was the browser that filled it in: a robot does not press once more.
		if (trap && current.current.status === 'trapped') trap.value = '';
	}

	function input({ target }: Event): void {
		const values = read();
		if (values) dispatch({ type: 'input', field: (target as HTMLInputElement).name, values });
	}

	/** Empties the form, for the next request or because the visitor asked for it; not while one is on its way. */
	function clear(): void {
		dispatch({ type: 'clear', reference: newReference() });
		if (current.current.status === 'cleared') form.current?.reset();
	}

	// Before the next press: a form that is taken over must have its reference.
	useLayoutEffect(() => {
		// Whoever comes from the page of thanks has sent the draft without a script.
		if (document.referrer === new URL(next, location.href).href) clearDraft();
		const draft = loadDraft();
		if (draft && form.current) fillForm(form.current, draft.values);
		dispatch({ type: 'open', reference: draft?.reference ?? newReference(), inDoubt: draft?.inDoubt });
		// None is taken back: the form lives as long as its page.
		for (const type of ['online', 'offline'] as const) addEventListener(type, () => dispatch({ type }));
		addEventListener('pageshow', ({ persisted }) => persisted && dispatch({ type: 'return' }));
		prefillGoal(form);
	}, []);

	return { state, submit, input, clear };
}
