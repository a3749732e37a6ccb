import type { Field } from './fields.ts';

type Props = { field: Field; ready: boolean; error: string | undefined };

/**
 * One field: label, hint, what is wrong, control. Uncontrolled, so that nothing typed before the script came is lost. `ready`
 * once the script has taken over; until then the browser checks the form itself.
 */
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
				<p id={`${id}-hint`} class="hint">
					{hint}
				</p>
			)}
			{error && (
				<p id={`${id}-error`} class="wrong">
					{error}
				</p>
			)}
		</>
	);
	if (kind === 'radio')
		return (
			<fieldset id={id} aria-describedby={about}>
				<legend>{label}</legend>
				{notes}
				<div>
					{Object.entries(field.options).map(([value, words], i) => (
						<label key={value}>
							<input type="radio" name={name} value={value} defaultChecked={i === 0} />
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
		enterkeyhint: kind === 'textarea' ? 'enter' : 'next',
		dir: 'auto',
		'aria-describedby': about,
		'aria-invalid': error ? true : undefined,
		class: 'field',
	} as const;
	return (
		<div>
			<label for={id}>
				{label}
				{required && <span aria-hidden="true"> *</span>}
			</label>
			{notes}
			{kind === 'textarea' ? <textarea {...common} rows={5} /> : <input {...common} type={kind} />}
		</div>
	);
}
