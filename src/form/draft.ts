import { fields } from './fields.ts';

/**
 * The words a visitor has typed, kept in this tab's session storage alone so that a reload, a crash or the back button does
 * not cost them. Gone when sent, when cleared, and 30 minutes after the last change.
 */
interface Draft {
	/** When it was last changed, in milliseconds since 1970. */
	at: number;
	/** The message's short reference, kept across retries. */
	reference: string;
	values: Values;
	/** True when a message with this reference may have arrived, but nobody has said so. */
	doubt: boolean;
}
/** What the form holds, by field name. */
export type Values = Record<string, string>;

const key = 'appointment';
const lifetime = 30 * 60_000;
let expiry: ReturnType<typeof setTimeout> | undefined;

/** A reference such as `K7Q2-9M`: no letters or digits that look or sound alike. */
export function newReference(): string {
	const alphabet = 'ACDEFHJKMNPQRTVWXY23479';
	const letters = Array.from(crypto.getRandomValues(new Uint8Array(6)), (n) => alphabet[n % alphabet.length]);
	return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

export function readForm(form: HTMLFormElement): Values {
	const data = new FormData(form);
	const text = (value: FormDataEntryValue | null) => (typeof value === 'string' ? value : '');
	return Object.fromEntries(fields.map(({ name }) => [name, text(data.get(name))]));
}

/** Puts values into a form, but never over something the visitor has typed or chosen since. */
export function fillForm(form: HTMLFormElement, values: Values): void {
	for (const field of fields) {
		const control = form.elements.namedItem(field.name) as HTMLInputElement | RadioNodeList | null;
		const value = values[field.name];
		const untouched = field.kind === 'radio' ? Object.keys(field.options)[0] : '';
		if (control && value && control.value === untouched) control.value = value;
	}
}

/** Runs `task` where storage may be switched off or full; the form works without it. */
function attempt<T>(task: () => T): T | undefined {
	try {
		return task();
	} catch {
		return undefined;
	}
}

export function loadDraft(): Draft | undefined {
	const draft = attempt(() => JSON.parse(sessionStorage.getItem(key) ?? 'null') as Draft | null);
	const left = draft ? draft.at + lifetime - Date.now() : 0;
	if (draft && left > 0) {
		expiry = setTimeout(clearDraft, left);
		return draft;
	}
	clearDraft();
	return undefined;
}

export function saveDraft(draft: Omit<Draft, 'at'>): void {
	attempt(() => sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), ...draft } satisfies Draft)));
	clearTimeout(expiry);
	expiry = setTimeout(clearDraft, lifetime);
}

export function clearDraft(): void {
	clearTimeout(expiry);
	attempt(() => sessionStorage.removeItem(key));
}
