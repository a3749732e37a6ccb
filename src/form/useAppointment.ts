import { useSubmit, type FormspreeContextType } from '@formspree/react';
import { useEffect, useRef, useState } from 'preact/hooks';
import { send, type Outcome } from './client.ts';
import { clearDraft, fillForm, lifetime, loadDraft, newReference, readForm, saveDraft } from './draft.ts';
import { fields, findErrors, hidden, type FieldName } from './fields.ts';

export type State =
	| { kind: 'editing' }
	| { kind: 'invalid' }
	| { kind: 'trap' }
	| { kind: 'sending'; slow: boolean }
	| Outcome;
export type Errors = Partial<Record<FieldName, string>>;

/** Milliseconds until the visitor reads that it takes long, and until the page stops hoping. */
const patience = { notice: 10_000, verdict: 30_000 } as const;

const isField = (name: unknown): name is FieldName => fields.some((field) => field.name === name);

/** Everything the appointment form knows and does; the component only shows it. `form` is the form in the page. */
export function useAppointment(endpoint: string, form: { current: HTMLFormElement | null }) {
	const [state, setState] = useState<State>({ kind: 'editing' });
	const [errors, setErrors] = useState<Errors>({});
	/** False until the script has taken over: until then the form is plain HTML with the browser's own checks. */
	const [ready, setReady] = useState(false);
	const [reference, setReference] = useState('');
	const [sent, setSent] = useState<Record<string, string>>({});
	const busy = useRef(false);
	const attempt = useRef(0);

	// The library posts through this client, so that our rules decide what counts as sent.
	const client = { submitForm: (_key: string, data: FormData) => send(endpoint, data, isField) };
	const submit = useSubmit('appointment', { client: client as unknown as FormspreeContextType['client'] });

	useEffect(() => {
		const draft = loadDraft();
		setReference(draft?.reference ?? newReference());
		if (form.current && draft) fillForm(form.current, draft.values);
		const asked = new URLSearchParams(location.search).get('goal');
		const chosen = document.querySelector<HTMLElement>('details[data-goal][open]')?.dataset['goal'];
		const carry = (goal: string | null | undefined) => form.current && goal && fillForm(form.current, { goal });
		carry(asked ?? chosen);
		const choose = (event: Event) => {
			const details = event.target;
			if (details instanceof HTMLDetailsElement && details.open) carry(details.dataset['goal']);
		};
		// A page that comes back from the browser's cache has lost the answer it was waiting for.
		const back = (event: PageTransitionEvent) => {
			if (event.persisted && busy.current) settle({ kind: 'unknown', offline: false });
		};
		document.addEventListener('toggle', choose, true);
		addEventListener('pageshow', back);
		setReady(true);
		return () => {
			document.removeEventListener('toggle', choose, true);
			removeEventListener('pageshow', back);
		};
	}, []);

	useEffect(() => {
		if (state.kind !== 'sending' && state.kind !== 'unknown') return;
		const warn = (event: BeforeUnloadEvent) => event.preventDefault();
		addEventListener('beforeunload', warn);
		return () => removeEventListener('beforeunload', warn);
	}, [state.kind]);

	/** Ends an attempt. What was once sent stays sent. */
	function settle(outcome: Outcome) {
		busy.current = false;
		if (outcome.kind === 'sent') clearDraft();
		if (outcome.kind === 'refused' && outcome.reason === 'fields')
			setErrors(Object.fromEntries(outcome.fields.map((name) => [name, `Check “${labelOf(name)}”`])));
		setState((now) => (now.kind === 'sent' ? now : outcome));
	}

	async function onSubmit(event: SubmitEvent) {
		event.preventDefault();
		if (busy.current || !form.current) return;
		const data = new FormData(form.current);
		const values = readForm(form.current);
		const found = findErrors((name) => values[name] ?? '');
		setErrors(found);
		if (Object.keys(found).length > 0) return setState({ kind: 'invalid' });
		// A filled trap makes the service drop the message and say that all is well.
		if (data.get(hidden.trap)) return setState({ kind: 'trap' });

		busy.current = true;
		const mine = ++attempt.current;
		const latest = () => mine === attempt.current && busy.current;
		saveDraft(reference, values);
		setSent(values);
		setState({ kind: 'sending', slow: false });
		const notice = setTimeout(() => latest() && setState({ kind: 'sending', slow: true }), patience.notice);
		const end = setTimeout(() => latest() && settle({ kind: 'unknown', offline: false }), patience.verdict);
		const outcome = (await submit(data).catch(() => ({ kind: 'unknown', offline: false }))) as unknown as Outcome;
		clearTimeout(notice);
		clearTimeout(end);
		// A success counts however late it comes; any other answer only while it is the one awaited.
		if (outcome.kind === 'sent' || mine === attempt.current) settle(outcome);
	}

	function onInput() {
		if (!form.current) return;
		const values = readForm(form.current);
		saveDraft(reference, values);
		const found = findErrors((name) => values[name] ?? '');
		setErrors((shown) => Object.fromEntries(Object.entries(shown).filter(([name]) => found[name as FieldName])));
	}

	/** Empties the form, for the next message or because the visitor asked for it. */
	function clear() {
		form.current?.reset();
		clearDraft();
		setErrors({});
		setReference(newReference());
		setState({ kind: 'editing' });
	}

	useEffect(() => {
		const timer = setTimeout(clearDraft, lifetime);
		return () => clearTimeout(timer);
	}, [state.kind]);

	return { state, errors, ready, reference, sent, onSubmit, onInput, clear };
}

export const labelOf = (name: string): string => fields.find((field) => field.name === name)?.label ?? name;
