import { expect } from 'vitest';
import type { Point } from '../../src/components/currents.ts';

/** The points of a path of relative moves, lines and cubic curves: control points and ends in one list. */
export function pointsOf(path: string): Point[] {
	let [x, y] = [0, 0];
	return [...path.matchAll(/([mlc])([^mlc]+)/g)].flatMap(([, , written = '']) => {
		const numbers = (written.match(/-?[\d.]+/g) ?? []).map(Number);
		expect(numbers.length % 2).toBe(0);
		expect(numbers.filter(Number.isNaN)).toEqual([]);
		const points = Array.from({ length: numbers.length / 2 }, (_, i): Point => [
			x + (numbers[2 * i] ?? NaN),
			y + (numbers[2 * i + 1] ?? NaN),
		]);
		[x, y] = points.at(-1) ?? [x, y];
		return points;
	});
}
