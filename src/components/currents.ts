import { curveCatmullRom, curveMonotoneX, line } from 'd3-shape';
import type { Kind } from '../schemas/choice.ts';

export type Point = readonly [x: number, y: number];

/** The box in which a current is drawn, in SVG units. */
export const box = { width: 240, height: 60 } as const;

interface Shape {
	/** Where the line is sampled along the box, from 0 to 1. */
	at: number[];
	/** Its height there, from -0.5 to 0.5. */
	height: (x: number) => number;
	amplitudes: number[];
	/** The middle of the first line, and the distance to the next. */
	top: number;
	gap: number;
}

/** A wide, soft ripple, and the same ripple drawn tight around one point. */
const shapes: Record<Kind, Shape> = {
	spa: {
		at: Array.from({ length: 13 }, (_, i) => i / 12),
		height: (x) => Math.sin(x * Math.PI * 3) / 2,
		amplitudes: [40, 30, 20],
		top: 27,
		gap: 4,
	},
	medical: {
		at: [0, 0.2, 0.34, 0.41, 0.45, 0.475, 0.5, 0.525, 0.55, 0.59, 0.66, 0.8, 1],
		height: (x) => 1 / (1 + ((x - 0.5) / 0.045) ** 2) - 0.5,
		amplitudes: [46, 28, 13],
		top: 28,
		gap: 8,
	},
};

const draw = line<Point>();

/** An SVG path through points that never swings beyond them: a chart must not show what was not measured. */
export const chartPath = (points: Point[]): string => line<Point>().digits(1).curve(curveMonotoneX)(points) ?? '';

/** Three SVG paths that draw a current in `box`, the strongest line first. Whole units do on a page; a large picture wants `digits`. */
export function current(kind: Kind, digits = 0): string[] {
	const { at, height, amplitudes, top, gap } = shapes[kind];
	return amplitudes.map((amplitude, i) => {
		const points = at.map((x): Point => [x * box.width, top + i * gap - height(x) * amplitude]);
		return draw.digits(digits).curve(curveCatmullRom)(points) ?? '';
	});
}
