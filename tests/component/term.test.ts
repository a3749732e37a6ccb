import { describe, expect, test } from 'vitest';
import Definitions from '../../src/components/Definitions.astro';
import Term from '../../src/components/prose/Term.astro';
import { render } from '../support/render.ts';

describe('Term', () => {
	test('is a button with the words of the text, which opens their explanation', async () => {
		const { screen } = await render(Term, { id: 'range-of-motion' }, 'range of motion');
		const button = screen.getByRole('button', { name: 'range of motion' });
		expect(button.getAttribute('popovertarget')).toBe('term-range-of-motion');
		// Inside the form it would send it otherwise.
		expect(button.getAttribute('type')).toBe('button');
	});

	test('adds no space around its words', async () => {
		const { root } = await render(Term, { id: 'lmt' }, 'LMT');
		expect(root.querySelector('button')?.textContent).toBe('LMT');
	});
});

describe('Definitions', () => {
	const terms = [
		{ id: 'lmt', term: 'LMT', standsFor: 'Licensed Massage Therapist', meaning: 'The license.' },
		{ id: 'whiplash', term: 'whiplash', standsFor: undefined, meaning: 'A sudden <jolt>.' },
	];

	test('explains letters with the words they stand for, and terms without', async () => {
		const { root } = await render(Definitions, { terms });
		const text = (id: string) => root.querySelector(`#${id}`)?.textContent.replace(/\s+/g, ' ').trim();
		expect(text('term-lmt')).toBe('LMT stands for Licensed Massage Therapist. The license.');
		expect(text('term-whiplash')).toBe('whiplash A sudden <jolt>.');
	});

	test('waits as popovers until a term opens it', async () => {
		const { root } = await render(Definitions, { terms });
		const notes = [...root.querySelectorAll('[popover]')];
		expect(notes.map(({ id }) => id)).toEqual(['term-lmt', 'term-whiplash']);
	});
});
