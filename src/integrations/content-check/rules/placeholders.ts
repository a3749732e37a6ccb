import type { Entry } from '../parse.ts';
import { at, type Finding, linesBefore } from '../problem.ts';

export const placeholder =
	/lorem ipsum|\b(?:TODO|TBD|FIXME)\b|\bxxx+\b|\byour (?:text|title|name) here\b|\b555-?01\d\d\b/i;

/** Words that stand in for others, and numbers that are kept for films, must not be published. */
export function* placeholders({ words }: Entry): Iterable<Finding> {
	for (const { text, line, field } of words) {
		const { 0: dummy, index = 0 } = placeholder.exec(text) ?? {};
		const place = { line: line + linesBefore(text, index), field };
		// The schema of a phone number knows its samples.
		if (dummy && !field?.endsWith('phone'))
			yield at(place, [`“${dummy}” is placeholder text.`, 'Write the real words.']);
	}
}
