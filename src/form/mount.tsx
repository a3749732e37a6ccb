import { hydrate } from 'preact';
import AppointmentForm, { type FormProps } from './AppointmentForm.tsx';

/** Lets the script take over the form that stands in `root` as HTML; its props are in the root's data attributes. */
export function mount(root: HTMLElement): void {
	// A blank beside the form would make Preact take it out and put it back, and whoever is typing would lose the focus.
	for (const node of [...root.childNodes]) if (node instanceof Text) node.remove();
	hydrate(<AppointmentForm {...(root.dataset as unknown as FormProps)} />, root);
}
