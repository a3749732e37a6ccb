import { expect, test } from 'vitest';
import { curve, height, linePath, relief } from '../../src/components/line.ts';

/** The points that a path of relative curves passes through. */
function pointsOf(path: string): [number, number][] {
	const [start = [], ...curves] = path
		.slice(1)
		.split('c')
		.map((numbers) => numbers.split(' ').map(Number).slice(-2));
	let [x = NaN, y = NaN] = start;
	return [[x, y], ...curves.map(([dx = NaN, dy = NaN]): [number, number] => [(x += dx), (y += dy)])];
}

test('passes through every value: 0 at the bottom of the box, 10 at its top', () => {
	expect(pointsOf(linePath([0, 10, 4, 4], 300))).toEqual([
		[0, height],
		[100, 0],
		[200, 60],
		[300, 60],
	]);
});

test('rises and comes back for spa, flows over, climbs and stays for medical', () => {
	const points = pointsOf(linePath(relief.spa, 600) + curve(relief.medical, 600));
	const [spa, medical] = [points.slice(0, relief.spa.length), points.slice(relief.spa.length - 1)];
	expect([spa[0], spa.at(-1)]).toEqual([
		[0, height],
		[600, height],
	]);
	const heights = medical.map(([, y]) => height - y);
	expect(heights).toEqual(heights.toSorted((a, b) => a - b));
	expect(medical.at(-1)?.[0]).toBe(1200);
	expect(heights.at(-1)).toBeGreaterThan(Math.max(...spa.map(([, y]) => height - y)));
});
