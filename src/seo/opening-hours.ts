import type { OpeningHoursSpecification } from 'schema-dts';
import type { Clinic } from '../data/guide.ts';

const week = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/**
 * The days that an editor's words name: “Monday to Friday”, “Saturday, Sunday and Tuesday”. None when there is more to the
 * words than that: better no hours for machines than wrong ones.
 */
export function daysOf(words: string): (typeof week)[number][] {
	const rest = words.replace(/\b(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b/gi, '').trim();
	if (!/^(?:to|and|,|&|–|-|\s)*$/i.test(rest)) return [];
	const places = [...words.matchAll(/\w+(?=days?\b)/gi)].map(([start]) =>
		week.findIndex((day) => day.toLowerCase() === `${start.toLowerCase()}day`),
	);
	const [first = 0, last = 0] = places;
	if (places.length !== 2 || !/^(?:to|–|-)$/i.test(rest)) return week.filter((_, i) => places.includes(i));
	return week.filter((_, i) => (first <= last ? i >= first && i <= last : i >= first || i <= last));
}

/** The opening hours, as schema.org wants them. */
export const openingHours = ({ hours = [] }: Clinic): OpeningHoursSpecification[] =>
	hours.flatMap(({ days, opens, closes }) =>
		daysOf(days).length ? [{ '@type': 'OpeningHoursSpecification', dayOfWeek: daysOf(days), opens, closes }] : [],
	);
