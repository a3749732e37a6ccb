import { describe, expect, test } from 'vitest';
import { height, linePath, relief, wholeLine } from '../../src/components/line.ts';
import { kinds } from '../../src/schemas/choice.ts';

/** The ends of a path's curves, and the control points on the way to each. */
function segmentsOf(path: string) {
	const [, x = NaN, y = NaN] = (/^M([\d.]+) ([\d.]+)/.exec(path) ?? []).map(Number);
	let at = [x, y] as const;
	const segments = [...path.matchAll(/c([^cMVHz]+)/g)].map(([, numbers = '']) => {
		const [x1 = NaN, y1 = NaN, x2 = NaN, y2 = NaN, dx = NaN, dy = NaN] = numbers.split(' ').map(Number);
		const from = at;
		at = [from[0] + dx, from[1] + dy];
		return { from, to: at, controls: [from[1] + y1, from[1] + y2], between: [from[0] + x1, from[0] + x2] };
	});
	expect(segments.length).toBeGreaterThan(0);
	return segments;
}

describe('linePath', () => {
	test('passes through every value: 0 at the bottom of the box, 10 at its top', () => {
		const segments = segmentsOf(linePath([0, 10, 4, 4], 300));
		expect([segments[0]?.from, ...segments.map(({ to }) => to)]).toEqual([
			[0, height],
			[100, 0],
			[200, 60],
			[300, 60],
		]);
	});

	test('never swings beyond the two values it joins', () => {
		for (const { from, to, controls } of segmentsOf(linePath([3, 9, 0, 0, 7.5], 400))) {
			expect(Math.min(...controls)).toBeGreaterThanOrEqual(Math.min(from[1], to[1]));
			expect(Math.max(...controls)).toBeLessThanOrEqual(Math.max(from[1], to[1]));
		}
	});
});

describe('the line of the site', () => {
	test('rises and comes back for spa, climbs and stays for medical', () => {
		const { spa, medical } = relief;
		expect(Math.max(...spa)).toBeGreaterThan(0);
		expect([spa[0], spa.at(-1)]).toEqual([0, 0]);
		expect(medical.filter((value, i) => value < (medical[i - 1] ?? 0))).toEqual([]);
		expect(medical.at(-1)).toBeGreaterThan(Math.max(...spa));
	});

	test('flows from spa in the left half over into medical in the right half', () => {
		const ends = segmentsOf(wholeLine(1200)).map(({ to }) => to);
		expect(ends[relief.spa.length - 2]).toEqual([600, height]);
		expect(ends.at(-1)?.[0]).toBe(1200);
		expect(ends).toHaveLength(kinds.map((kind) => relief[kind].length - 1).reduce((sum, n) => sum + n));
	});
});
