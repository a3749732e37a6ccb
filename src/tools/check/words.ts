import { findClaims } from './claims.ts';
import type { Entry } from './tree.ts';

const placeholder = /lorem ipsum|\b(?:TODO|TBD|FIXME)\b|\bxxx+\b|\byour (?:text|title|name) here\b|\b555-?01\d\d\b/i;
/** How many lines of a text end before a place in it. */
export const linesBefore = (text: string, index: number) => text.slice(0, index).split('\n').length - 1;

/** Sentences of a text. The dots of “St. John” and the like end none. */
export const sentences = (text: string) => {
	const whole = text.replace(/\b(St|Dr|Mrs?|Ms|vs|[ap]\.m)\./g, '$1 ');
	const parts = [...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(whole)];
	return parts.filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment));
};

/** Looks for words that must not be published. */
export function checkWords({ file, say }: Entry, text: string, line: number, field?: string) {
	const more = field ? { field } : {};
	const { 0: dummy, index = 0 } = placeholder.exec(text) ?? {};
	if (dummy) say(line + linesBefore(text, index), `“${dummy}” is placeholder text.`, 'Write the real words.', more);
	for (const { word, index, why, better } of findClaims(text, file))
		say(
			line + linesBefore(text, index),
			`“${word}” is a claim that needs a source. ${why}`,
			`Better: ${better}.`,
			more,
		);
}

/** Advises on sentences over 20 words and paragraphs over 3 sentences: shorter ones are read by everybody. */
export function adviseLength({ say }: Entry, text: string, line: number) {
	const all = sentences(text);
	const advise = (at: number, message: string, hint: string) => say(at, message, hint, { level: 'advice' });
	for (const { segment, index } of all) {
		const count = segment.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;
		if (count > 20) advise(line + linesBefore(text, index), `A sentence has ${count} words.`, 'Make two of it.');
	}
	if (all.length > 3) advise(line, `A paragraph has ${all.length} sentences.`, 'Start a new one after the third.');
}
