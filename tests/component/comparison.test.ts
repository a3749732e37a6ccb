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
const table = (count: number, props: object = {}) =>
	render(Comparison, { caption: 'Compared', rows: Array.from({ length: count }, (_, i) => row(i + 1)), ...props });

describe('Comparison', () => {
	test('is a table with a name, headed columns and rows, by its elements alone', async () => {
		const { root, screen } = await table(30);
		expect(screen.getByRole('table', { name: 'Compared' }).tagName).toBe('TABLE');
		const heads = screen.getAllByRole('columnheader').map((head) => head.textContent.trim());
		expect(heads).toEqual([expect.stringMatching(/\w/), 'Spa', 'Medical']);
		expect(screen.getAllByRole('row')).toHaveLength(31);
		expect(screen.getAllByRole('rowheader')).toHaveLength(30);
		expect(root.querySelectorAll('th:not([scope]), [role]')).toHaveLength(0);
	});

	test('shows both cells of a row with their emphasis and links', async () => {
		const { screen } = await table(1);
		const cells = screen.getAllByRole('cell');
		expect(cells.map((cell) => cell.innerHTML.trim())).toEqual([
			'Spa says <strong>calm</strong> 1',
			'Medical says <a href="/plan/">a plan</a> 1',
		]);
	});

	test('leads from each row to the section that says more, where there are sections', async () => {
		const guide = await table(2);
		expect(guide.screen.getByRole('link', { name: 'Category 2' }).getAttribute('href')).toBe('#section-2');
		const handOut = await table(2, { linked: false });
		expect(handOut.screen.queryByRole('link', { name: 'Category 2' })).toBeNull();
	});
});
