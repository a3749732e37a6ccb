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
	values: Record<string, string>;
}

const key = 'appointment';
export const lifetime = 30 * 60_000;

/** A reference such as `K7Q2-9M`: no letters or digits that look or sound alike. */
export function newReference(): string {
	const alphabet = 'ACDEFHJKMNPQRTVWXY23479';
	const random = crypto.getRandomValues(new Uint8Array(6));
	const letters = Array.from(random, (n) => alphabet[n % alphabet.length]).join('');
	return `${letters.slice(0, 4)}-${letters.slice(4)}`;
}

/** What a form holds now, by field name. */
export function readForm(form: HTMLFormElement): Record<string, string> {
	const data = new FormData(form);
	return Object.fromEntries(fields.map(({ name }) => [name, String(data.get(name) ?? '')]));
}

/** Puts values into a form, but never over something the visitor has typed since. */
export function fillForm(form: HTMLFormElement, values: Record<string, string>): void {
	for (const field of fields) {
		const control = form.elements.namedItem(field.name);
		const value = values[field.name];
		if (!value || !(control instanceof RadioNodeList || control instanceof HTMLInputElement || control instanceof HTMLTextAreaElement))
			continue;
		const untouched = field.kind === 'radio' ? field.options[0][0] : '';
		if (control.value === untouched) control.value = value;
	}
}

// Storage may be switched off or full; the form works without it.
export function loadDraft(): Draft | undefined {
	try {
		const draft = JSON.parse(sessionStorage.getItem(key) ?? 'null') as Draft | null;
		if (draft && Date.now() - draft.at < lifetime) return draft;
		clearDraft();
	} catch {
		/* no draft */
	}
	return undefined;
}
export function saveDraft(reference: string, values: Record<string, string>): void {
	try {
		sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), reference, values } satisfies Draft));
	} catch {
		/* no draft */
	}
}
export function clearDraft(): void {
	try {
		sessionStorage.removeItem(key);
	} catch {
		/* no draft */
	}
}
