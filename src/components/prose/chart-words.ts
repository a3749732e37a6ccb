/** The title of a chart and its points in words: for those who cannot see it, and for its Markdown twin. */
export interface ChartWords {
	title: string;
	description: string;
}

/** Stands above every chart. */
export const chartLabel = 'An example, not a promise';

/** `points`: pain from 0 to 10 before a plan and after each weekly visit. */
export function painWords(points: number[]): ChartWords {
	const [first = 0, ...after] = points;
	return {
		title: `Pain over ${after.length} weekly ${after.length === 1 ? 'visit' : 'visits'}, from ${first} to ${after.at(-1) ?? first} out of 10`,
		description: `Before the plan: ${first}. ${after.map((value, i) => `After visit ${i + 1}: ${value}.`).join(' ')}`,
	};
}

/** `spa`, `medical`: relief from 0 to 10, half a week apart. */
export const reliefWords = (spa: number[], medical: number[]): ChartWords => ({
	title: `How relief may last over ${Math.round((Math.max(spa.length, medical.length) - 1) / 2)} weeks`,
	description: `Relief on a scale from 0 to 10, twice a week. Spa: ${spa.join(', ')}. Medical: ${medical.join(', ')}.`,
});
