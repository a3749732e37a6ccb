import type { Field } from './fields.ts';

interface Props {
	field: Field;
	hint: string | undefined;
	required: boolean;
	error: string | undefined;
}

/** One field: label, hint, what is wrong, control. Uncontrolled, so that nothing typed before the script came is lost. */
export function FormField({ field, hint, required, error }: Props) {
	const id = `field-${field.name}`;
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
	if (field.kind === 'radio')
		return (
			<fieldset id={id} aria-describedby={about}>
				<legend class="font-bold">{field.label}</legend>
				{notes}
				<div class="mt-1 flex flex-wrap gap-x-6">
					{field.options.map(([value, label], i) => (
						<label key={value} class="flex min-h-11 items-center gap-2">
							<input type="radio" name={field.name} value={value} defaultChecked={i === 0} class="size-5" />
							{label}
						</label>
					))}
				</div>
			</fieldset>
		);
	const common = {
		id,
		name: field.name,
		required,
		maxLength: field.max,
		autocomplete: field.autocomplete,
		enterkeyhint: field.enterkeyhint,
		dir: 'auto',
		'aria-describedby': about,
		'aria-invalid': error ? true : undefined,
		class: 'mt-1 block w-full rounded-sm border border-muted bg-surface px-3 py-2',
	} as const;
	return (
		<div>
			<label for={id} class="font-bold">
				{field.label}
				{required && <span aria-hidden="true"> *</span>}
			</label>
			{notes}
			{field.kind === 'textarea' ? (
				<textarea {...common} rows={5} />
			) : (
				<input {...common} type={field.kind} spellcheck={field.kind === 'text'} />
			)}
		</div>
	);
}
