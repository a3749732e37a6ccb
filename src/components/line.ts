import type { Kind } from '../schemas/choice.ts';

/**
 * The one line of the site, drawn from values between 0 and 10: relief that rises and comes back (spa), and relief that
 * climbs and stays (medical). Half a week lies between two values.
 */
export const relief: Record<Kind, readonly number[]> = {
	spa: [0, 6, 0, 6, 0, 6, 0],
	medical: [0, 1.5, 1.5, 3, 3, 4.5, 4.5, 6, 6, 7.5, 7.5, 9, 9],
};

/** The height in SVG units of a box in which 0 is at the bottom and 10 at the top. */
export const height = 100;

/** How far below the top of the box a value lies. */
export const y = (value: number) => Math.round(height - (value * height) / 10);

/** The part of an SVG path that goes on from the first of these values to the last, over `width` units. */
export function curve(values: readonly number[], width: number): string {
	const step = Math.round(width / (values.length - 1));
	return values
		.slice(1)
		.map((value, i) => {
			const rise = y(value) - y(values[i] ?? 0);
			// Level at every value, so that it never swings beyond what was measured.
			return `c${step / 2} 0 ${step / 2} ${rise} ${step} ${rise}`;
		})
		.join('');
}

/** An SVG path through these values, from the left edge of a box `width` units wide to its right edge. */
export const linePath = (values: readonly number[], width: number) => `M0 ${y(values[0] ?? 0)}${curve(values, width)}`;
