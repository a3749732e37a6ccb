import { z } from 'astro/zod';
import { fields, textOrNumber } from './context.ts';

export const week = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** The days that words name: “Monday to Friday”, “Sat, Sun and Tue”. None when there is more to them. */
function daysOf(written: string): (typeof week)[number][] {
	const indexOf = (name: string) =>
		name.length < 2 ? -1 : week.findIndex((day) => day.toLowerCase().startsWith(name));
	const parts = written
		.toLowerCase()
		.replaceAll('.', '')
		.split(/\s*(?:,|&|\band\b)\s*/);
	const found = parts.map((part) => {
		const names = part.split(/\s*(?:[-–—]|\bto\b|\bthrough\b)\s*/);
		const [from = -1, to = from] = names.map((name) => indexOf(name.replace(/s$/, '')));
		if (from < 0 || to < 0) return [];
		return week.filter((_, i) => (from <= to ? i >= from && i <= to : i >= from || i <= to));
	});
	return found.every((some) => some.length) ? week.filter((day) => found.flat().includes(day)) : [];
}

/** A time of day as people write it, with 24 hours: “9 am” is 09:00. Undefined when it is none. */
function timeOf(written: string): string | undefined {
	if (/^(noon|midnight)$/i.test(written)) return /noon/i.test(written) ? '12:00' : '00:00';
	const [, hour = '', minute = '00', half] = /^(\d{1,2})(?:[:.](\d\d))?\s*(?:([ap])\.?m\.?)?$/i.exec(written) ?? [];
	const hours = half ? (Number(hour) % 12) + (/p/i.test(half) ? 12 : 0) : Number(hour);
	const isTime = hour && hours < 24 && Number(minute) < 60 && !(half && Number(hour) > 12);
	return isTime ? `${String(hours).padStart(2, '0')}:${minute}` : undefined;
}

const entry = fields({
	days: textOrNumber().describe('The days: Monday to Friday, Mon-Fri, or Saturday and Sunday.'),
	opens: textOrNumber().describe('When it opens: 9:00, 9 am or noon. Or: closed. Or: by appointment.'),
	closes: textOrNumber().describe('When it closes: 17:30, 5:30 pm.').optional(),
}).transform(({ days: label, opens, closes }, context) => {
	const error = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
	const days = daysOf(label);
	if (!days.length)
		error('days', 'These are no days. Write them like Monday to Friday, Mon-Fri, or Saturday and Sunday.');
	const note = /^(closed|by appointment)$/i.exec(opens)?.[1]?.toLowerCase();
	if (note) return { label, days, note, spans: [] };
	const [from, to] = [timeOf(opens), timeOf(closes ?? '')];
	const cure = 'Write a time like 9:00, 9 am, noon or 5:30 pm.';
	if (!from) error('opens', `“${opens}” is no time. ${cure}`);
	if (!to) error('closes', closes ? `“${closes}” is no time. ${cure}` : `The closing time is missing. ${cure}`);
	if (from && to && from >= to) error('closes', 'This is not after the opening time. Write pm, or 17:00 for 5 pm.');
	return { label, days, note, spans: [{ opens: from ?? '', closes: to ?? '' }] };
});

const noHours = 'Hours stand below this line, like in the handbook: - days: Mon-Fri, opens: 9:00, closes: 17:00.';

/**
 * Opening hours, one entry for each run of days; two entries of the same days make a lunch break. They become the days
 * by name, the spans with 24 hours (`09:00`), and a note where there are none.
 */
export const hours = () =>
	z
		.array(entry, { error: noHours })
		.transform((entries) =>
			Object.values(Object.groupBy(entries, ({ days }) => days.join())).flatMap((same = []) =>
				same.slice(0, 1).map((first) => ({ ...first, spans: same.flatMap(({ spans }) => spans) })),
			),
		)
		.describe('Opening hours, one entry for each run of days. For a lunch break, write the days twice.');
