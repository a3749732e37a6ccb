import { describe, expect, test } from 'vitest';
import Therapist from '../../src/components/Therapist.astro';
import { textOf } from '../support/page.ts';
import { render } from '../support/render.ts';

const therapist = (name: string, ...letters: string[]) => ({
	id: 'ana-diaz',
	data: { name, knownFor: 'Patient work on stiff necks.', order: 1, letters: [] },
	letters: letters.map((term) => ({
		id: term.toLowerCase(),
		term,
		standsFor: `Words for ${term}`,
		meaning: 'A license.',
	})),
});

describe('Therapist', () => {
	test('shows name, what she is known for, and her story, at the address of her file', async () => {
		const { screen } = await render(Therapist, { therapist: therapist('Ana Díaz'), level: 'h2' }, '<p>Her story.</p>');
		expect(screen.getByRole('article').id).toBe('ana-diaz');
		expect(screen.getByRole('heading', { name: 'Ana Díaz', level: 2 })).toBeDefined();
		expect(screen.getByText('Patient work on stiff necks.')).toBeDefined();
		expect(screen.getByText('Her story.')).toBeDefined();
	});

	test('takes the level of heading that fits its page', async () => {
		const { screen } = await render(Therapist, { therapist: therapist('Ana Díaz'), level: 'h3' });
		expect(screen.getByRole('heading', { name: 'Ana Díaz', level: 3 })).toBeDefined();
	});

	test('explains each of the letters on demand, and keeps them apart', async () => {
		const { root, screen } = await render(Therapist, {
			therapist: therapist('Ana Díaz', 'MMT', 'CNMT'),
			level: 'h2',
		});
		expect(
			screen.getAllByRole('button').map((button) => [button.textContent.trim(), button.getAttribute('popovertarget')]),
		).toEqual([
			['MMT', 'term-mmt'],
			['CNMT', 'term-cnmt'],
		]);
		expect(textOf(root)).toMatch(/Ana Díaz MMT,? CNMT /);
	});

	test('prints the meaning of the letters where they are explained', async () => {
		const { root, screen } = await render(Therapist, {
			therapist: therapist('Ana Díaz', 'MMT', 'CNMT'),
			level: 'h2',
			explained: true,
		});
		expect(screen.queryAllByRole('button')).toEqual([]);
		expect([...root.querySelectorAll('dt')].map((dt) => dt.textContent)).toEqual([
			'MMT: Words for MMT',
			'CNMT: Words for CNMT',
		]);
	});

	test('shows no empty line when there are no letters', async () => {
		const { root, screen } = await render(Therapist, { therapist: therapist('Ana Díaz'), level: 'h2' });
		expect(screen.queryAllByRole('button')).toEqual([]);
		expect([...root.querySelectorAll('p')].filter((p) => !p.textContent.trim())).toEqual([]);
	});

	test.each([
		['Ana Díaz', 'AD'],
		['Cher', 'C'],
		['Élodie van der Berg', 'ÉvdB'],
	])('draws the initials of %s where there is no photo, hidden from screen readers', async (name, initials) => {
		const { root, screen } = await render(Therapist, { therapist: therapist(name), level: 'h2' });
		const portrait = [...root.querySelectorAll('[aria-hidden="true"]')].find((element) => element.textContent.trim());
		expect(portrait?.textContent.replace(/\s+/g, '')).toBe(initials);
		expect(screen.queryByRole('img')).toBeNull();
	});
});
