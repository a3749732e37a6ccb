import { controlOf } from './draft.ts';

/** Carries a goal into the form: from `/contact/?goal=fix`, and from the chooser, before or after the script came. */
export function prefillGoal(form: { current: HTMLFormElement | null }): void {
	let carried = 'unsure';
	// Over what was carried before, never over what the visitor has chosen in the form: only that makes an `input` event.
	const carry = (goal: string | null | undefined) => {
		const control = form.current && controlOf(form.current, 'goal');
		if (!goal || control?.value !== carried) return;
		control.value = goal;
		carried = control.value;
	};
	carry(new URLSearchParams(location.search).get('goal'));
	carry(document.querySelector<HTMLElement>('details[data-goal][open]')?.dataset['goal']);
	document.addEventListener('input', ({ target }) => {
		if ((target as HTMLInputElement).name === 'goal') carried = '';
	});
	const choose = ({ target }: Event) => {
		if (target instanceof HTMLDetailsElement && target.open) carry(target.dataset['goal']);
	};
	// `toggle` does not bubble, so it is caught on its way down.
	document.addEventListener('toggle', choose, true);
}
