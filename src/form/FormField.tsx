import type { Field } from './fields.ts';

interface Props {
	field: Field;
	/** True once the script has taken over; until then the browser checks the form itself. */
	ready: boolean;
	error: string | undefined;
}

/** One field: label, hint, what is wrong, control. Uncontrolled, so that nothing typed before the script came is lost. */
export function FormField({ field, ready, error }: Props) {
	const { name, label, kind, max } = field;
	const id = `field-${name}`;
	const hint = ready ? (field.hintWithScript ?? field.hint) : field.hint;
	// Nothing in plain HTML can ask for “one of the two”, so the plain form asks for the address that we can answer.
	const required = 'missing' in field || (name === 'email' && !ready);
	const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
	const notes = (
		<>
			{hint && (
				<p id={`${id}-hint`} class="text-sm text-muted">
					{hint}
				</p>
			)}
			{error && (
				<p id={`${id}-error`} class="text-sm font-bold text-error">
					{error}
				</p>
			)}
		</>
	);
	if (kind === 'radio')
		return (
			<fieldset id={id} aria-describedby={about}>
				<legend class="font-bold">{label}</legend>
				{notes}
				<div class="mt-1 flex flex-col sm:flex-row sm:gap-x-6">
					{field.options.map(([value, words], i) => (
						<label key={value} class="flex min-h-11 items-center gap-2">
							<input type="radio" name={name} value={value} defaultChecked={i === 0} class="size-5" />
							{words}
						</label>
					))}
				</div>
			</fieldset>
		);
	const common = {
		id,
		name,
		required,
		// A browser cuts a pasted text at `maxlength` without a word. The script says what is too long instead.
		// In small letters, an attribute: the property `maxLength` would become 0 where it should go away.
		maxlength: ready ? undefined : max,
		autocomplete: field.autocomplete,
		enterkeyhint: field.enterkeyhint,
		dir: 'auto',
		'aria-describedby': about,
		'aria-invalid': error ? true : undefined,
		class: 'field',
	} as const;
	return (
		<div>
			<label for={id} class="font-bold">
				{label}
				{required && <span aria-hidden="true"> *</span>}
			</label>
			{notes}
			{kind === 'textarea' ? <textarea {...common} rows={5} /> : <input {...common} type={kind} />}
		</div>
	);
}
