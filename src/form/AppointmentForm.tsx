import { useEffect, useRef } from 'preact/hooks';
import { readForm } from './draft.ts';
import { fields, hidden, subject } from './fields.ts';
import { FormField } from './FormField.tsx';
import { asText, type Ways } from './Panel.tsx';
import { SentPanel } from './SentPanel.tsx';
import { TroublePanel } from './TroublePanel.tsx';
import { useAppointment } from './useAppointment.ts';

export interface FormProps extends Ways {
	/** Where the form posts to. */
	endpoint: string;
	/** The full address of the page that a message without scripts leads to. */
	next: string;
}

/**
 * The appointment form: plain HTML that posts by itself, taken over by a script when it comes near the view. Before, without
 * and after a failure of the script, the browser sends it.
 */
export default function AppointmentForm({ endpoint, next, phone, email }: FormProps) {
	const form = useRef<HTMLFormElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	/** Once shown, the robot trap stays: whoever sends from inside it must not lose the focus. */
	const trapped = useRef(false);
	const appointment = useAppointment(endpoint, next, form);
	const { state, errors, ready, reference, onSubmit, onInput, clear, sendNatively } = appointment;
	const sending = state.kind === 'sending';
	const ways = { phone, email };
	// The button that cleared the form may be gone with its panel; what comes next begins in the first field.
	useEffect(() => {
		if (state.kind === 'cleared') form.current?.querySelector('input')?.focus();
	}, [state]);
	if (state.kind === 'sent') return <SentPanel {...state} {...{ clear, ...ways }} />;
	trapped.current = state.kind === 'trap' || (trapped.current && state.kind !== 'cleared');

	// The button that was pressed goes away with its panel; the focus must not fall to the top of the page.
	const resend = () => {
		button.current?.focus();
		form.current?.requestSubmit();
	};
	const text = () => (form.current ? asText(readForm(form.current), reference) : '');
	return (
		<form
			ref={form}
			action={endpoint}
			method="post"
			noValidate={ready}
			aria-label="Request an appointment"
			onSubmit={(event) => void onSubmit(event)}
			onInput={onInput}
		>
			<TroublePanel {...{ state, errors, reference, resend, sendNatively, text, ...ways }} />
			<p class="hint">Fields marked with * are required.</p>
			{fields.map((field) => (
				<FormField key={field.name} {...{ field, ready }} error={errors[field.name]} />
			))}
			<div class={trapped.current ? '' : 'trap'} aria-hidden={trapped.current ? undefined : true}>
				<label for="field-trap">Leave this field empty</label>
				<input
					id="field-trap"
					type="text"
					name={hidden.trap}
					tabIndex={trapped.current ? 0 : -1}
					autocomplete="off"
					data-1p-ignore
					data-lpignore="true"
					data-bwignore
				/>
			</div>
			<input type="hidden" name={hidden.subject} value={subject} />
			<input type="hidden" name={hidden.next} value={next} />
			{ready && <input type="hidden" name={hidden.reference} value={reference} />}
			<noscript>You may land on a page of our form service. Your browser’s “back” brings you here again.</noscript>
			<div class="actions">
				<button ref={button} type="submit" class="button" aria-disabled={sending || undefined}>
					{sending ? 'Sending your request' : 'Send your request'}
				</button>
				{ready && (
					<button type="button" class="button button-quiet" aria-disabled={sending || undefined} onClick={clear}>
						Clear the form
					</button>
				)}
				<p role="status">{sending && (state.slow ? 'Still sending. The connection is slow.' : 'Sending.')}</p>
			</div>
		</form>
	);
}
