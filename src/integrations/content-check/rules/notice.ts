import type { Entry } from '../parse.ts';
import { at, type Finding } from '../problem.ts';
import type { Site } from '../site.ts';

/** The last build decides whether a notice is shown, so that one whose day is past may still stand there. */
export function* notice({ folder, id, fields }: Entry, { today }: Site): Iterable<Finding> {
	if (folder || id !== 'clinic') return;
	const { lastDay } = (fields?.data['notice'] ?? {}) as { lastDay?: unknown };
	if (!(lastDay instanceof Date) || lastDay >= today) return;
	const line = fields?.lineOf(['notice', 'lastDay']) ?? 1;
	yield {
		...at({ line }, ['The last day of the notice is past.', 'Delete the notice, or write a new one.']),
		level: 'advice',
	};
}
