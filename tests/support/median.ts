/** The middle one of an odd number of figures: machines that are shared run now faster and now slower. */
export const median = (figures: number[]): number =>
	figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)] ?? NaN;
