import { hydrate } from 'preact';
import AppointmentForm, { type FormProps } from './AppointmentForm.tsx';

/** Lets the script take over the form that stands in `root` as HTML; its props are in the root's data attributes. */
export function mount(root: HTMLElement): void {
	hydrate(<AppointmentForm {...(root.dataset as unknown as FormProps)} />, root);
}
