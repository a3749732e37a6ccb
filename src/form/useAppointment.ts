import { useSubmit, type FormspreeContextType } from '@formspree/react';
import { useEffect, useRef, useState } from 'preact/hooks';
import { send, type Outcome } from './client.ts';
import { clearDraft, fillForm, loadDraft, newReference, readForm, saveDraft, type Values } from './draft.ts';
import { findErrors, hidden, labelOf, type Errors } from './fields.ts';
import { usePrefill } from './usePrefill.ts';

/** One press of “send”: what went out, and whether an earlier press may have delivered it already. */
interface Attempt {
	reference: string;
	values: Values;
	doubt: boolean;
}
/** `early`: sent, but the form's words have changed since. `quiet`: known from the start, so no reason to move the reader. */
type State =
	| { kind: 'editing' | 'invalid' | 'trap' | 'cleared' }
	| { kind: 'sending'; slow: boolean }
	| { kind: 'unknown'; quiet: true }
	| (Attempt & { kind: 'sent' | 'early' })
	| Exclude<Outcome, { kind: 'sent' }>;

/** Milliseconds until the visitor reads that it takes long, and until the page stops hoping. */
const patience = { notice: 10_000, verdict: 30_000 } as const;

export type Appointment = ReturnType<typeof useAppointment>;
/** Everything the appointment form knows and does; the components only show it. `form` is the form in the page. */
export function useAppointment(endpoint: string, next: string, form: { current: HTMLFormElement | null }) {
	const [state, setState] = useState<State>({ kind: 'editing' });
	const [errors, setErrors] = useState<Errors>({});
	/** False until the script has taken over: until then the form is plain HTML with the browser's own checks. */
	const [ready, setReady] = useState(false);
	const [reference, setReference] = useState('');
	/** The attempt that is being waited for. A ref, so that two clicks in one task are one. */
	const awaited = useRef<Attempt>();
	const newest = useRef<Attempt>();
	/** True while a message with this reference may have arrived. */
	const doubt = useRef(false);
	const leaving = useRef(false);

	// The library posts through this client, so that our rules decide what counts as sent.
	const client = { submitForm: (_key: string, data: FormData) => send(endpoint, data) };
	const submit = useSubmit('appointment', { client: client as unknown as FormspreeContextType['client'] });

	useEffect(() => {
		// Whoever comes from the page that says thanks has sent the draft without a script.
		if (document.referrer === next) clearDraft();
		const draft = loadDraft();
		setReference(draft?.reference ?? newReference());
		if (form.current && draft) fillForm(form.current, draft.values);
		doubt.current = draft?.doubt ?? false;
		if (doubt.current) setState({ kind: 'unknown', quiet: true });
		setReady(true);
		// A page that comes back from the browser's cache has lost the answer it was waiting for.
		const back = ({ persisted }: PageTransitionEvent) => {
			if (persisted && awaited.current) settle({ kind: 'unknown' }, awaited.current);
		};
		addEventListener('pageshow', back);
		return () => removeEventListener('pageshow', back);
	}, []);
	usePrefill(form);

	const warns = state.kind === 'sending' || (state.kind === 'unknown' && !('quiet' in state));
	useEffect(() => {
		if (!warns) return;
		const warn = (event: BeforeUnloadEvent) => {
			if (!leaving.current) event.preventDefault();
		};
		addEventListener('beforeunload', warn);
		return () => removeEventListener('beforeunload', warn);
	}, [warns]);

	/** Takes in what became of an attempt, however late. Only a success matters when a newer attempt has been made. */
	function settle(outcome: Outcome, attempt: Attempt) {
		const isNewest = attempt === newest.current;
		if (!form.current || !(isNewest || outcome.kind === 'sent')) return;
		const values = readForm(form.current);
		const isWhole = outcome.kind === 'sent' && JSON.stringify(values) === JSON.stringify(attempt.values);
		if (outcome.kind === 'sent') {
			// Words changed since then are on their way already: their answer is the one that matters.
			if (!isWhole && !isNewest && awaited.current) return;
			doubt.current = false;
			setState({ ...attempt, kind: isWhole ? 'sent' : 'early' });
		} else {
			if (outcome.kind !== 'unknown' && outcome.kind !== 'offline') doubt.current = attempt.doubt;
			if (outcome.kind === 'fields')
				setErrors(Object.fromEntries(outcome.fields.map((name) => [name, `Check “${labelOf(name)}”`])));
			setState(outcome);
		}
		awaited.current = undefined;
		if (isWhole) clearDraft();
		else if (isNewest) saveDraft({ ...attempt, values, doubt: doubt.current });
	}

	/** Notes down what is about to go out, or says what has to change first. */
	function prepare(): Attempt | undefined {
		if (awaited.current || leaving.current || !form.current) return;
		const values = readForm(form.current);
		const found = findErrors(values);
		const isValid = Object.keys(found).length === 0;
		setErrors(found);
		// A filled trap makes the service drop the message and say that all is well.
		if (isValid && !new FormData(form.current).get(hidden.trap)) {
			const attempt = { reference, values, doubt: doubt.current };
			doubt.current = true;
			saveDraft({ ...attempt, doubt: true });
			return (newest.current = attempt);
		}
		setState({ kind: isValid ? 'trap' : 'invalid' });
		return undefined;
	}

	async function onSubmit(event: SubmitEvent) {
		event.preventDefault();
		const attempt = prepare();
		if (!attempt || !form.current) return;
		awaited.current = attempt;
		setState({ kind: 'sending', slow: false });
		const later = (wait: number, task: () => void) => setTimeout(() => awaited.current === attempt && task(), wait);
		const timers = [
			later(patience.notice, () => setState({ kind: 'sending', slow: true })),
			later(patience.verdict, () => settle({ kind: 'unknown' }, attempt)),
		];
		// The library's type of a result is not ours: the client above returns an `Outcome`.
		const outcome = (await submit(new FormData(form.current))) as unknown as Outcome;
		timers.forEach(clearTimeout);
		settle(outcome, attempt);
	}

	/** Keeps the draft, and takes back each complaint as soon as it is dealt with. */
	function onInput({ target }: Event) {
		if (!form.current) return;
		const values = readForm(form.current);
		saveDraft({ reference, values, doubt: doubt.current });
		const found = findErrors(values);
		// What the service finds wrong nobody here can judge: any change of the field is taken for an answer.
		const touched = state.kind === 'fields' && (target as HTMLInputElement).name;
		setErrors((shown) => {
			const left = { ...(touched && { ...shown, [touched]: undefined }), ...found };
			return Object.fromEntries(Object.entries(left).filter(([name, error]) => name in shown && error));
		});
	}

	/** Empties the form, for the next message or because the visitor asked for it; not while a message is on its way. */
	function clear() {
		if (awaited.current) return;
		form.current?.reset();
		clearDraft();
		newest.current = undefined;
		doubt.current = false;
		setErrors({});
		setReference(newReference());
		setState({ kind: 'cleared' });
	}

	/** Lets the browser send the form as if there were no script. Whether that worked is not known if the page comes back. */
	function sendNatively() {
		if (!prepare() || !form.current) return;
		// Until the browser is on its way, another press is the same press.
		leaving.current = true;
		setTimeout(() => (leaving.current = false), 1000);
		newest.current = undefined;
		setState({ kind: 'unknown' });
		HTMLFormElement.prototype.submit.call(form.current);
	}

	return { state, errors, ready, reference, onSubmit, onInput, clear, sendNatively };
}
