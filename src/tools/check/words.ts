import { findClaims } from './claims.ts';
import type { Entry } from './tree.ts';

const placeholder = /lorem ipsum|\b(?:TODO|TBD|FIXME)\b|\bxxx+\b|\b[Yy]our (?:text|title|name) here\b|\b555-?01\d\d\b/;
const lineAt = (text: string, index: number) => text.slice(0, index).split('\n').length - 1;

/** Sentences of a text. The dots of “St. John” and the like end none. */
export const sentences = (text: string) =>
	[
		...new Intl.Segmenter('en', { granularity: 'sentence' }).segment(
			text.replace(/\b(St|Dr|Mrs?|Ms|vs|a\.m|p\.m)\./g, '$1'),
		),
	]
		.map(({ segment }) => segment)
		.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));

/** Looks for words that must not be published. */
export function checkWords({ file, say }: Entry, text: string, line: number, field?: string) {
	const more = field ? { field } : {};
	const dummy = placeholder.exec(text);
	if (dummy)
		say(
			line + lineAt(text, dummy.index),
			`“${dummy[0]}” is placeholder text.`,
			'Write the real words, or remove them.',
			more,
		);
	for (const { word, index, why, better } of findClaims(text, file))
		say(line + lineAt(text, index), `“${word}” is a claim that needs a source. ${why}`, `Better: ${better}.`, more);
}

/** Advises on long sentences (over 20 words) and long paragraphs (over 3 sentences), as the NHS writes for everybody. */
export function adviseLength({ say }: Entry, text: string, line: number) {
	const all = sentences(text);
	for (const sentence of all) {
		const count = sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
		const start = line + lineAt(text, Math.max(0, text.indexOf(sentence.trim().slice(0, 20))));
		if (count > 20)
			say(start, `A sentence has ${count} words.`, 'Make two of it: up to 20 words read well.', { level: 'advice' });
	}
	if (all.length > 3)
		say(line, `A paragraph has ${all.length} sentences.`, 'Start a new one: up to 3 read well.', { level: 'advice' });
}
