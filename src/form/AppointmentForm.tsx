import { useLayoutEffect, useRef } from 'preact/hooks';
import { readForm } from './draft.ts';
import { asText, fields, hidden, subject } from './fields.ts';
import { FormField } from './FormField.tsx';
import { ResultPanel, type Ways } from './ResultPanel.tsx';
import { isSending } from './state.ts';
import { useAppointment } from './useAppointment.ts';

export interface FormProps extends Ways {
	/** Where the form posts to. */
	endpoint: string;
	/** The address of the page of thanks, where a request without scripts leads. */
	next: string;
}

const withoutScript = 'You may land on a page of our form service. Your browser’s “back” brings you here again.';

/**
 * The appointment form: plain HTML that posts by itself, taken over by a script when it comes near the view. Before and
 * without the script, the browser sends it.
 */
export default function AppointmentForm({ endpoint, next, ...ways }: FormProps) {
	const form = useRef<HTMLFormElement>(null);
	const button = useRef<HTMLButtonElement>(null);
	const { state, submit, input, clear } = useAppointment(endpoint, next, form);
	const { status, news, reference, sent } = state;
	// The button that cleared the form may be gone with its panel: what comes next begins in the first field. At once,
	// before somebody types elsewhere.
	useLayoutEffect(() => {
		if (status === 'cleared') form.current?.querySelector('input')?.focus();
	}, [status, reference]);

	const resend = () => {
		// The button that was pressed goes away with its panel; the focus must not fall to the top of the page.
		button.current?.focus();
		// Not `requestSubmit`, which Safari has only from 16 on.
		button.current?.click();
	};
	const text = () => {
		if (status === 'sent' && sent) return asText(sent.values, sent.reference);
		return form.current ? asText(readForm(form.current), reference) : '';
	};
	const panel = <ResultPanel key={news} {...{ state, text, resend, clear }} sendNatively={() => submit()} {...ways} />;
	if (status === 'sent') return panel;
	const ready = status !== 'html';
	const busy = isSending(state) || undefined;
	const progress = status === 'slow' ? 'Still sending. The connection is slow.' : 'Sending.';
	return (
		<form
			ref={form}
			action={endpoint}
			method="post"
			noValidate={ready}
			aria-label="Request an appointment"
			class="relative flex max-w-text flex-col gap-5 pb-16"
			onSubmit={(event) => submit(event)}
			onInput={input}
		>
			{panel}
			<p class="text-sm text-muted">Fields marked with * are required.</p>
			{fields.map((field) => (
				<FormField key={field.name} field={field} ready={ready} error={state.errors[field.name]} />
			))}
			<div class="trap" aria-hidden>
				<label for="field-trap">Leave this field empty</label>
				<input type="text" id="field-trap" name={hidden.trap} tabIndex={-1} autocomplete="off" />
			</div>
			<input type="hidden" name={hidden.subject} value={subject} />
			<input type="hidden" name={hidden.next} value={next} />
			{ready && <input type="hidden" name={hidden.reference} value={reference} />}
			<noscript>{withoutScript}</noscript>
			<div class="actions">
				<button ref={button} type="submit" class="button" aria-disabled={busy}>
					Send your request
				</button>
				<p role="status" class="text-sm">
					{busy && <span key={progress}>{progress}</span>}
				</p>
			</div>
			{ready && (
				<button
					type="button"
					class="absolute bottom-0 bg-transparent py-2.5 text-sm text-muted underline"
					aria-disabled={busy}
					onClick={clear}
				>
					Clear the form
				</button>
			)}
		</form>
	);
}
