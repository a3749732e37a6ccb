import { describe, expect, test } from 'vitest';
import Therapist from '../../src/components/Therapist.astro';
import { textOf } from '../support/page.ts';
import { render } from '../support/render.ts';

const letter = (term: string) => ({
	id: term.toLowerCase(),
	term,
	standsFor: `Words for ${term}`,
	meaning: 'Training.',
});
const show = (name: string, letters: string[] = [], props: object = {}) =>
	render(
		Therapist,
		{
			therapist: { id: 'ana-diaz', data: { name, knownFor: 'Stiff necks.' }, letters: letters.map(letter) },
			level: 'h2',
			...props,
		},
		'<p>Her story.</p>',
	);

describe('Therapist', () => {
	test.each([2, 3])('shows name, field and story at her own address, with a heading of level %i', async (level) => {
		const { screen } = await show('Ana Díaz', [], { level: `h${level}` });
		expect(screen.getByRole('article').id).toBe('ana-diaz');
		expect(screen.getByRole('heading', { name: 'Ana Díaz', level })).toBeDefined();
		expect(screen.getByText('Stiff necks.')).toBeDefined();
		expect(screen.getByText('Her story.')).toBeDefined();
	});

	test('explains each of the letters on demand, and keeps them apart', async () => {
		const { root, screen } = await show('Ana Díaz', ['MMT', 'CNMT']);
		const buttons = screen.getAllByRole('button');
		expect(buttons.map((button) => button.getAttribute('popovertarget'))).toEqual(['term-mmt', 'term-cnmt']);
		expect(textOf(root)).toMatch(/Ana Díaz MMT.? CNMT/);
	});

	test('prints the meaning of the letters where they are explained', async () => {
		const { root, screen } = await show('Ana Díaz', ['MMT', 'CNMT'], { explained: true });
		expect(screen.queryAllByRole('button')).toEqual([]);
		expect([...root.querySelectorAll('dt')].map((dt) => dt.textContent)).toEqual([
			'MMT: Words for MMT',
			'CNMT: Words for CNMT',
		]);
	});

	test('shows no empty line when there are no letters', async () => {
		const { root } = await show('Ana Díaz', [], { explained: true });
		expect([...root.querySelectorAll('p, dl')].filter((element) => !element.textContent.trim())).toEqual([]);
	});

	test.each([
		['Cher', 'C'],
		['Élodie van der Berg', 'ÉvdB'],
	])('draws the initials of %s where there is no photo, hidden from screen readers', async (name, initials) => {
		const { root, screen } = await show(name);
		expect(root.querySelector('[aria-hidden="true"]')?.textContent.replace(/\s+/g, '')).toBe(initials);
		expect(screen.queryByRole('img')).toBeNull();
	});
});
