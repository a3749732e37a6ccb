import { useEffect } from 'preact/hooks';
import type { Goal } from './fields.ts';

/** Carries a goal into the form: from `/contact/?goal=fix`, and from the chooser, before or after the script came. */
export function usePrefill(form: { current: HTMLFormElement | null }): void {
	useEffect(() => {
		let carried: string = 'unsure' satisfies Goal;
		// Over what was carried before, never over what the visitor has chosen in the form: only that makes an `input` event.
		const keep = ({ target }: Event) => {
			if ((target as HTMLInputElement).name === 'goal') carried = '';
		};
		const carry = (goal: string | null | undefined) => {
			const control = form.current?.elements.namedItem('goal');
			if (!goal || !(control instanceof RadioNodeList) || control.value !== carried) return;
			control.value = goal;
			carried = control.value;
		};
		const choose = ({ target }: Event) => {
			if (target instanceof HTMLDetailsElement && target.open) carry(target.dataset['goal']);
		};
		carry(new URLSearchParams(location.search).get('goal'));
		carry(document.querySelector<HTMLElement>('details[data-goal][open]')?.dataset['goal']);
		// `toggle` does not bubble, so it is caught on its way down. Neither is taken back: the form lives as long as its page.
		document.addEventListener('toggle', choose, true);
		document.addEventListener('input', keep);
	}, []);
}
