import type { Field } from './fields.ts';

/**
 * A field: label, hint, what is wrong with it, control. `ready` once the script has taken over; until then the browser
 * checks the form. Uncontrolled, so that nothing typed before is lost. A text that changes is an element with a key:
 * translation by the browser replaces text nodes, and Preact would go on changing the replaced ones.
 */
export function FormField({ field, ready, error }: { field: Field; ready: boolean; error: string | undefined }) {
	const { name, label, kind, max, missing, autocomplete, options } = field;
	const id = `field-${name}`;
	// Nothing in plain HTML can ask for one of the two, so the plain form asks for the address that we can answer.
	const required = missing !== undefined || (name === 'email' && !ready);
	const hint = name === 'email' && ready ? 'E-mail or phone: one is enough.' : field.hint;
	const notes = Object.entries({ hint, error }).filter(([, text]) => text);
	const about = {
		'aria-describedby': notes.map(([kind]) => `${id}-${kind}`).join(' ') || undefined,
		'aria-invalid': error ? true : undefined,
	};
	const paragraphs = notes.map(([kind, text]) => (
		<p key={text} id={`${id}-${kind}`} class={kind === 'error' ? kind : 'text-sm text-muted'}>
			{text}
		</p>
	));
	if (options)
		return (
			<fieldset id={id} {...about}>
				<legend class="bold">{label}</legend>
				{paragraphs}
				<div class="flex flex-wrap gap-x-6">
					{Object.entries(options).map(([value, words], i) => (
						<label key={value}>
							<input type="radio" class="size-5" name={name} value={value} defaultChecked={i === 0} />
							{words}
						</label>
					))}
				</div>
			</fieldset>
		);
	// A browser cuts a pasted text at `maxlength` without a word; the script says what is too long instead. In small
	// letters, an attribute: the property `maxLength` would become 0 where it should go away.
	const maxlength = ready ? undefined : max;
	const control = { id, name, required, maxlength, autocomplete, dir: 'auto', class: 'field', ...about } as const;
	return (
		<div>
			<label for={id} class="bold">
				{label}
				{required && <span aria-hidden="true"> *</span>}
			</label>
			{paragraphs}
			{kind === 'textarea' ? <textarea {...control} rows={4} /> : <input {...control} type={kind} />}
		</div>
	);
}
