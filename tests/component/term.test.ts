import { expect, test } from 'vitest';
import Definitions from '../../src/components/Definitions.astro';
import Term from '../../src/components/prose/Term.astro';
import { textOf } from '../support/page.ts';
import { render } from '../support/render.ts';

test('a term is a button with the words of the text alone, which opens their explanation', async () => {
	const { screen } = await render(Term, { id: 'range-of-motion' }, 'range of motion');
	const button = screen.getByRole('button');
	expect(button.textContent).toBe('range of motion');
	expect(button.getAttribute('popovertarget')).toBe('term-range-of-motion');
	// Inside the form it would send it otherwise.
	expect(button.getAttribute('type')).toBe('button');
});

test('definitions wait as popovers, letters with the words they stand for', async () => {
	const terms = [
		{ id: 'lmt', term: 'LMT', standsFor: 'Licensed Massage Therapist', meaning: 'The license.' },
		{ id: 'whiplash', term: 'whiplash', standsFor: undefined, meaning: 'A sudden <jolt>.' },
	];
	const { root } = await render(Definitions, { terms });
	expect(Array.from(root.querySelectorAll('[popover]'), (note) => [note.id, textOf(note)])).toEqual([
		['term-lmt', 'LMT stands for Licensed Massage Therapist. The license.'],
		['term-whiplash', 'whiplash A sudden <jolt>.'],
	]);
});
