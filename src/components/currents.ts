import type { Kind } from '../schemas/choice.ts';

/** The box in which a current is drawn. */
export const box = { width: 240, height: 60 } as const;

/** Heights of the three lines of each current: a wide, soft ripple, and the same ripple drawn tight around one point. */
const heights: Record<Kind, (x: number) => number> = {
	spa: (x) => Math.sin(x * Math.PI * 3) * 0.5,
	medical: (x) => 1 / (1 + ((x - 0.5) / 0.045) ** 2) - 0.5,
};

/** A smooth SVG path through points, as Catmull-Rom splines turned into Bézier curves. At least two points. */
export function smoothPath(points: readonly (readonly [x: number, y: number])[]): string {
	const at = (i: number) => points[Math.min(Math.max(i, 0), points.length - 1)] ?? [0, 0];
	const f = (n: number) => Number(n.toFixed(1));
	return points
		.map(([x, y], i) => {
			if (i === 0) return `M${f(x)} ${f(y)}`;
			const [[x0, y0], [x1, y1], [x3, y3]] = [at(i - 2), at(i - 1), at(i + 1)];
			return `C${f(x1 + (x - x0) / 6)} ${f(y1 + (y - y0) / 6)} ${f(x - (x3 - x1) / 6)} ${f(y - (y3 - y1) / 6)} ${f(x)} ${f(y)}`;
		})
		.join('');
}

/** Where each current is sampled, from 0 to 1: evenly, or closely around the one point. */
const samples: Record<Kind, number[]> = {
	spa: Array.from({ length: 13 }, (_, i) => i / 12),
	medical: [0, 0.2, 0.34, 0.41, 0.45, 0.475, 0.5, 0.525, 0.55, 0.59, 0.66, 0.8, 1],
};

/** Three SVG paths that draw a current in `box`, the strongest line first. */
export function current(kind: Kind): string[] {
	const shape = kind === 'spa' ? { amplitudes: [40, 30, 20], top: 27, gap: 4 } : { amplitudes: [46, 28, 13], top: 28, gap: 8 };
	return shape.amplitudes.map((amplitude, line) =>
		smoothPath(
			samples[kind].map((x) => [x * box.width, shape.top + line * shape.gap - heights[kind](x) * amplitude] as const),
		),
	);
}
