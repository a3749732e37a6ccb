import { useRef } from 'preact/hooks';
import { fields, hidden, subject, type Field } from './fields.ts';
import { FormField } from './FormField.tsx';
import { SentPanel, TroublePanel } from './panels.tsx';
import { useAppointment } from './useAppointment.ts';

export interface Ways {
	/** Other ways to reach the clinic, where they are set. */
	phone?: string | undefined;
	email?: string | undefined;
}
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
	const { state, errors, ready, reference, sent, onSubmit, onInput, clear } = useAppointment(endpoint, form);
	const sending = state.kind === 'sending';
	if (state.kind === 'sent') return <SentPanel {...{ sent, reference, clear, phone, email }} />;
	return (
		<form
			ref={form}
			action={endpoint}
			method="post"
			noValidate={ready}
			aria-label="Request an appointment"
			aria-busy={sending}
			class="flex max-w-text flex-col gap-5"
			onSubmit={onSubmit}
			onInput={onInput}
		>
			<TroublePanel {...{ state, errors, reference, phone, email }} resend={() => form.current?.requestSubmit()} native={() => form.current && HTMLFormElement.prototype.submit.call(form.current)} copy={() => form.current} />
			<p class="text-sm text-muted">Fields marked with * are required.</p>
			{fields.map((field: Field) => (
				<FormField
					key={field.name}
					field={field}
					// Without scripts nothing can ask for “one of the two”, so the plain form asks for the address we can answer.
					required={'missing' in field || (field.name === 'email' && !ready)}
					hint={field.name === 'email' ? (ready ? 'This, a phone number, or both.' : 'We answer here.') : field.hint}
					error={errors[field.name as keyof typeof errors]}
				/>
			))}
			<div class={state.kind === 'trap' ? '' : 'trap'} aria-hidden={state.kind === 'trap' ? undefined : true}>
				<label for="field-trap">Leave this field empty</label>
				<input id="field-trap" name={hidden.trap} tabIndex={-1} autocomplete="off" data-1p-ignore data-lpignore="true" data-bwignore />
			</div>
			<input type="hidden" name={hidden.subject} value={subject} />
			<input type="hidden" name={hidden.next} value={next} />
			{ready && <input type="hidden" name={hidden.reference} value={reference} />}
			<div class="flex flex-wrap items-center gap-3">
				<button type="submit" class="button" aria-disabled={sending}>
					{sending ? 'Sending your request' : 'Send your request'}
				</button>
				{ready && (
					<button type="button" class="button button-quiet" onClick={clear}>
						Clear the form
					</button>
				)}
				<p role="status" class="text-sm">
					{sending && (state.slow ? 'Still sending. The connection is slow.' : 'Sending.')}
				</p>
			</div>
		</form>
	);
}
