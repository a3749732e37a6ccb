import { curveMonotoneX, line } from 'd3-shape';
import type { Kind } from '../schemas/choice.ts';

export type Point = readonly [x: number, y: number];

/** The box in which a current is drawn, in SVG units. */
export const box = { width: 240, height: 60 } as const;

/**
 * An SVG path through points that never swings beyond them: a chart must not show what was not measured. Each step counts from the
 * last point, so that waves of one shape have the same numbers, which makes a page smaller.
 */
export function chartPath(points: Point[]): string {
	const path = line<Point>().digits(0).curve(curveMonotoneX)(points) ?? '';
	let from = [0, 0];
	return path.replace(/([MLC])([^MLC]+)/g, (_, command: string, numbers: string) => {
		const to = numbers.split(',').map(Number);
		const steps = to.map((value, i) => value - (from[i % 2] ?? 0));
		from = to.slice(-2);
		return command.toLowerCase() + steps.join(' ').replaceAll(' -', '-');
	});
}

/** A wide, soft ripple: three half waves. A quadratic curve peaks half way to its control point, which is `reach` off the middle. */
const wave = (middle: number, reach: number) => `M0 ${middle}q40-${reach} 80 0t80 0 80 0`;
/** The same ripple drawn tight around one point. */
const point = (foot: number, peak: number) => `M0 ${foot}C120 ${foot} 113 ${peak} 120 ${peak}S120 ${foot} 240 ${foot}`;

/** How strong each of the three lines of a current is. */
export const strengths = [1, 0.6, 0.3] as const;

/** Three SVG paths that draw each current in `box`, the strongest line first. */
export const currents: Record<Kind, string[]> = {
	spa: [wave(27, 40), wave(31, 31), wave(35, 20)],
	medical: [point(51, 5), point(50, 22), point(50, 38)],
};
