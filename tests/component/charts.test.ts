import { describe, expect, test } from 'vitest';
import PainChart from '../../src/components/prose/PainChart.astro';
import ReliefChart from '../../src/components/prose/ReliefChart.astro';
import { pointsOf } from '../support/path.ts';
import { render } from '../support/render.ts';

const described = (svg: Element) =>
	(svg.getAttribute('aria-labelledby') ?? '')
		.split(' ')
		.map((id) => svg.ownerDocument.getElementById(id)?.textContent)
		.join(' ');

describe('PainChart', () => {
	test('says in words what its line shows', async () => {
		const { screen } = await render(PainChart, { points: '7, 6.5, 5, 3' }, 'A caption.');
		expect(described(screen.getByRole('img'))).toBe(
			'Pain over 3 weekly visits, from 7 to 3 out of 10 Before the plan: 7. After visit 1: 6.5. After visit 2: 5. After visit 3: 3.',
		);
	});

	test('calls itself an example and carries its caption', async () => {
		const { screen } = await render(PainChart, { points: '7, 3' }, 'A caption.');
		expect(screen.getByText(/An example, not a promise/)).toBeDefined();
		expect(screen.getByRole('figure').querySelector('figcaption')?.textContent.trim()).toBe('A caption.');
	});

	test('puts each value at its height: 10 on top, 0 at the bottom, and marks each', async () => {
		const { root } = await render(PainChart, { points: '10, 5, 0' });
		const [top, middle, bottom] = [10, 5, 0].map((value) => {
			const label = [...root.querySelectorAll('text')].find((text) => text.textContent.trim() === String(value));
			return Number(/ ([\d.]+)H/.exec(label?.previousElementSibling?.getAttribute('d') ?? '')?.[1]);
		});
		const marks = [...root.querySelectorAll('circle')].map((circle) => Number(circle.getAttribute('cy')));
		expect(marks).toEqual([top, middle, bottom]);
		expect(root.querySelector('g path')?.getAttribute('d')).toContain(`m40 ${top ?? '?'}`);
	});

	test.each([
		['words', 'seven, six'],
		['one number', '7'],
		['a number above 10', '7, 11'],
		['a number below 0', '7, -1'],
		['a gap', '7,, 6'],
		['nothing', ''],
		['a number that is no text', 7],
		['no points at all', undefined],
	])('refuses %s in place of its points', async (_, points) => {
		await expect(render(PainChart, { points })).rejects.toThrow(/points/);
	});
});

describe('ReliefChart', () => {
	test('draws spa before medical, each with its name, and says both in words', async () => {
		const { root, screen } = await render(
			ReliefChart,
			{ spa: '0, 6, 2, 0, 0', medical: '0, 2, 3, 4, 5' },
			'A caption.',
		);
		expect(
			[...root.querySelectorAll('g')].map((g) => [
				g.getAttribute('class'),
				g.querySelector('text')?.textContent.trim(),
			]),
		).toEqual([
			['spa', 'Spa'],
			['medical', 'Medical'],
		]);
		expect(described(screen.getByRole('img'))).toBe(
			'How relief may last over 2 weeks Relief on a scale from 0 to 10, twice a week. Spa: 0, 6, 2, 0, 0. Medical: 0, 2, 3, 4, 5.',
		);
	});

	test('stays inside its box, also with lines of different lengths', async () => {
		const { root } = await render(ReliefChart, { spa: '0, 10', medical: '10, 0, 10, 0' });
		const numbers = [...root.querySelectorAll('g path')]
			.flatMap((path) => pointsOf(path.getAttribute('d') ?? ''))
			.flat();
		expect(numbers.length).toBeGreaterThan(8);
		expect(numbers.filter((n) => !(n >= 0 && n <= 600))).toEqual([]);
	});

	test('refuses one line without the other', async () => {
		await expect(render(ReliefChart, { spa: '0, 6' })).rejects.toThrow(/medical/);
		await expect(render(ReliefChart, { spa: '0, many', medical: '0, 1' })).rejects.toThrow(/spa/);
	});
});
