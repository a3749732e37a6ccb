import { describe, expect, test } from 'vitest';
import { linePath } from '../../src/components/line.ts';
import PainChart from '../../src/components/prose/PainChart.astro';
import ReliefChart from '../../src/components/prose/ReliefChart.astro';
import { render } from '../support/render.ts';

const textsOf = (root: Element) => [...root.querySelectorAll('text')].map((text) => text.textContent.trim());

describe('PainChart', () => {
	test('says in words what its line shows, calls it an example and carries its caption', async () => {
		const { screen } = await render(PainChart, { points: '7, 6.5, 5, 3' }, 'A caption.');
		screen.getByRole('img', { name: 'Before the plan: 7. After visit 1: 6.5. After visit 2: 5. After visit 3: 3.' });
		expect(screen.getByRole('figure').textContent).toMatch(
			/Pain over 3 weekly visits[^]*An example, not a promise[^]*A caption\./,
		);
	});

	test('marks each value at its height and names the first and the last', async () => {
		const { root } = await render(PainChart, { points: '10, 5, 0' });
		const marks = Array.from(root.querySelectorAll('circle'), (mark) => [
			mark.getAttribute('cx'),
			mark.getAttribute('cy'),
		]);
		expect(marks.join(' ')).toBe('0%,0% 50%,50% 100%,100%');
		expect(textsOf(root)).toEqual(expect.arrayContaining(['10/10', '0/10', 'Start', '1', '2']));
	});

	test.each(['seven, six', '7', '7, 11', '7,, 6', undefined])('refuses %j in place of its points', async (points) => {
		await expect(render(PainChart, { points })).rejects.toThrow(/points/);
	});
});

describe('ReliefChart', () => {
	test('draws spa before medical, each with its name, without invented figures', async () => {
		const { root, screen } = await render(ReliefChart, { spa: '0, 6, 2, 0, 0', medical: '0, 2, 3, 4, 5' }, 'Words.');
		screen.getByRole('img', { name: 'How relief may last over 2 weeks' });
		const names = [...root.querySelectorAll('g')].map((g) => [g.classList.contains('medical'), ...textsOf(g)]);
		expect(names).toEqual([
			[false, 'Spa'],
			[true, 'Medical'],
		]);
		expect(textsOf(root).filter((text) => /\d/.test(text))).toEqual(['1', '2']);
	});

	test('gives half a week the same width in lines of different lengths', async () => {
		const { root } = await render(ReliefChart, { spa: '0, 10', medical: '10, 0, 10' });
		const paths = [...root.querySelectorAll('path[class]')].map((path) => path.getAttribute('d'));
		expect(paths).toEqual([linePath([0, 10], 600), linePath([10, 0, 10], 1200)]);
	});

	test('refuses one line without the other', async () => {
		await expect(render(ReliefChart, { spa: '0, 6' })).rejects.toThrow(/medical/);
	});
});
