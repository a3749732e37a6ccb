import { fields, type Values } from './fields.ts';

/** What a visitor has typed: also a request that goes out. */
export interface Draft {
	/** The request's short reference, kept across retries. */
	reference: string;
	values: Values;
	/** Whether a request with this reference may have arrived, though nobody has said so. */
	inDoubt: boolean;
}

/*
 * Drafts are kept in the tab's session storage alone, so that a reload, a crash or the back button does not cost them:
 * until they are sent or cleared, and for 30 minutes after the last change.
 */
const key = 'appointment';
const lifetime = 30 * 60_000;
let expiry: ReturnType<typeof setTimeout> | undefined;

/** A reference such as `K7Q2-9M`: no letters or digits that look or sound alike. */
export function newReference(): string {
	const alphabet = 'ACDEFHJKMNPQRTVWXY23479';
	const letters = Array.from(crypto.getRandomValues(new Uint8Array(6)), (number) => alphabet[number % alphabet.length]);
	return `${letters.slice(0, 4).join('')}-${letters.slice(4).join('')}`;
}

/** The control of that name, or the radio buttons that share it. */
export const controlOf = (form: HTMLFormElement, name: string) =>
	form.elements.namedItem(name) as HTMLInputElement | RadioNodeList | null;

/** What the form holds now. */
export const readForm = (form: HTMLFormElement): Values =>
	Object.fromEntries(fields.map(({ name }) => [name, controlOf(form, name)?.value ?? ''])) as Values;

/** Puts values into a form, but never over something the visitor has typed or chosen since. */
export function fillForm(form: HTMLFormElement, values: Values): void {
	for (const { name, options = { '': '' } } of fields) {
		const control = controlOf(form, name);
		if (control && control.value === Object.keys(options)[0] && values[name]) control.value = values[name];
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

/** This tab's draft, if there is one that is young enough. */
export function loadDraft(): Draft | undefined {
	const stored = attempt(() => JSON.parse(sessionStorage.getItem(key) ?? 'null') as (Draft & { at: number }) | null);
	const left = stored ? stored.at + lifetime - Date.now() : 0;
	if (stored && left > 0) {
		expiry = setTimeout(clearDraft, left);
		return stored;
	}
	clearDraft();
	return undefined;
}

export function saveDraft(draft: Draft): void {
	attempt(() => sessionStorage.setItem(key, JSON.stringify({ at: Date.now(), ...draft })));
	clearTimeout(expiry);
	expiry = setTimeout(clearDraft, lifetime);
}

export function clearDraft(): void {
	clearTimeout(expiry);
	attempt(() => sessionStorage.removeItem(key));
}
