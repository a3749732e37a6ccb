import { describe, expect, test } from 'vitest';
import Comparison from '../../src/components/Comparison.astro';
import { render } from '../support/render.ts';

const row = (n: number) => ({
	id: `row-${n}`,
	category: `Category ${n}`,
	spa: `Spa says <strong>calm</strong> ${n}`,
	medical: `Medical says <a href="/plan/">a plan</a> ${n}`,
	section: { id: `section-${n}`, data: {} },
});
const table = (count: number) =>
	render(Comparison, { caption: 'Two kinds, compared', rows: Array.from({ length: count }, (_, i) => row(i + 1)) });

describe('Comparison', () => {
	test('is a table with the caption as its name', async () => {
		const { screen } = await table(2);
		expect(screen.getByRole('table', { name: 'Two kinds, compared' }).tagName).toBe('TABLE');
	});

	test('heads its columns, spa before medical', async () => {
		const { screen } = await table(2);
		const heads = screen.getAllByRole('columnheader');
		expect(heads.map((head) => head.textContent.trim())).toEqual([expect.stringMatching(/\w/), 'Spa', 'Medical']);
		expect(heads.map((head) => head.getAttribute('scope'))).toEqual(['col', 'col', 'col']);
	});

	test('heads each row with its category, which leads to the section that says more', async () => {
		const { screen } = await table(3);
		const heads = screen.getAllByRole('rowheader');
		expect(heads.map((head) => head.textContent.trim())).toEqual(['Category 1', 'Category 2', 'Category 3']);
		expect(heads.map((head) => head.getAttribute('scope'))).toEqual(['row', 'row', 'row']);
		expect(screen.getByRole('link', { name: 'Category 2' }).getAttribute('href')).toBe('#section-2');
	});

	test('shows both cells of a row with their emphasis and links', async () => {
		const { screen } = await table(1);
		const cells = screen.getAllByRole('cell');
		expect(cells.map((cell) => cell.innerHTML.trim())).toEqual([
			'Spa says <strong>calm</strong> 1',
			'Medical says <a href="/plan/">a plan</a> 1',
		]);
	});

	test('is a table by its elements alone, however many rows there are', async () => {
		const { root, screen } = await table(30);
		expect(screen.getAllByRole('row')).toHaveLength(31);
		expect(screen.getAllByRole('cell')).toHaveLength(60);
		expect(root.querySelectorAll('[role]')).toHaveLength(0);
	});
});
