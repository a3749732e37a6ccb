import { describe, expect, test } from 'vitest';
import { box, chartPath, current, type Point } from '../../src/components/currents.ts';
import Ripple from '../../src/components/Ripple.astro';
import { kinds } from '../../src/schemas/choice.ts';
import { render } from '../support/render.ts';

/** The points of a path of moves, lines and cubic curves: control points and ends in one list. */
function pointsOf(path: string): Point[] {
	const numbers = (path.match(/-?[\d.]+/g) ?? []).map(Number);
	expect(numbers.length % 2).toBe(0);
	expect(numbers.filter(Number.isNaN)).toEqual([]);
	return Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i] ?? NaN, numbers[2 * i + 1] ?? NaN]);
}

describe('chartPath', () => {
	const measured: Point[] = [
		[0, 100],
		[50, 20],
		[100, 90],
		[150, 90],
		[200, 10],
	];

	test('passes through every point', () => {
		const drawn = pointsOf(chartPath(measured)).map(String);
		expect(measured.map(String).filter((point) => !drawn.includes(point))).toEqual([]);
	});

	test('never swings beyond the two points it joins', () => {
		const [start, ...rest] = pointsOf(chartPath(measured));
		let from = start;
		for (let i = 0; i + 2 < rest.length; i += 3) {
			const to = rest[i + 2];
			if (!from || !to) throw new Error('The path breaks off.');
			const [low, high] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
			for (const [, y] of rest.slice(i, i + 2)) {
				expect(y).toBeGreaterThanOrEqual(low);
				expect(y).toBeLessThanOrEqual(high);
			}
			from = to;
		}
		expect(from).toEqual(measured.at(-1));
	});

	test('draws two points as a line and none as nothing', () => {
		expect(
			chartPath([
				[0, 5],
				[10, 0],
			]),
		).toBe('M0,5L10,0');
		expect(chartPath([])).toBe('');
	});
});

describe('current', () => {
	test.each(kinds)('draws %s as three lines across its box', (kind) => {
		const lines = current(kind).map(pointsOf);
		expect(lines).toHaveLength(3);
		for (const points of lines) {
			expect(points[0]?.[0]).toBe(0);
			expect(points.at(-1)?.[0]).toBe(box.width);
			expect(points.filter(([x, y]) => x < 0 || x > box.width || y < 0 || y > box.height)).toEqual([]);
		}
	});

	/** How much of the width a line spends in the upper half of its own height. */
	const width = (points: Point[]) => {
		const ys = points.map(([, y]) => y);
		const middle = (Math.min(...ys) + Math.max(...ys)) / 2;
		const xs = points.filter(([, y]) => y < middle).map(([x]) => x);
		return Math.max(...xs) - Math.min(...xs);
	};

	test('draws spa wide and medical tight around the middle', () => {
		const [spa = [], medical = []] = kinds.map((kind) => pointsOf(current(kind)[0] ?? ''));
		expect(width(spa)).toBeGreaterThan(box.width / 2);
		expect(width(medical)).toBeLessThan(box.width / 4);
		const peak = medical.reduce((best, point) => (point[1] < best[1] ? point : best));
		expect(peak[0]).toBeCloseTo(box.width / 2, -1);
	});
});

describe('Ripple', () => {
	test.each(kinds)('shows the current of %s as an ornament that no screen reader reads', async (kind) => {
		const { root, screen } = await render(Ripple, { kind, class: 'h-8' });
		const svg = root.querySelector('svg');
		expect(svg?.getAttribute('aria-hidden')).toBe('true');
		expect(svg?.querySelector('use')?.getAttribute('href')).toBe(`#current-${kind}`);
		expect(svg?.getAttribute('class')).toMatch(new RegExp(`stroke-${kind}\\b.*\\bh-8\\b`));
		expect(screen.queryByRole('img')).toBeNull();
	});
});
