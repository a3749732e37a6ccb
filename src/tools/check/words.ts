import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';
import { findClaims } from './claims.ts';
import type { Entry } from './tree.ts';

const placeholder = /lorem ipsum|\b(?:TODO|TBD|FIXME)\b|\bxxx+\b|\byour (?:text|title|name) here\b|\b555-?01\d\d\b/i;
/** How many lines of a text end before a place in it. */
export const linesBefore = (text: string, index: number) => text.slice(0, index).split('\n').length - 1;

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** Sentences of a text. The dots of “St. John” and the like end none. */
export const sentences = (text: string) => {
	const parts = segmenter.segment(text.replace(/\b(St|Dr|Mrs?|Ms|vs|[ap]\.m)\./g, '$1 '));
	return [...parts].filter(({ segment }) => /[\p{L}\p{N}]/u.test(segment));
};

/** Looks for words that must not be published. */
export function checkWords({ file, say, words }: Entry, text: string, line: number, field?: string) {
	const sayAt = (index: number, message: string, hint: string) =>
		say(line + linesBefore(text, index), message, hint, { field });
	const { 0: dummy, index = 0 } = placeholder.exec(text) ?? {};
	if (dummy) sayAt(index, `“${dummy}” is placeholder text.`, 'Write the real words.');
	else words.push({ text, line, field });
	for (const { word, index, why, better } of findClaims(text, file))
		sayAt(index, `“${word}” is a claim that needs a source. ${why}`, `Better: ${better}.`);
}

const wordCount = (text: string) => text.match(/\S*[\p{L}\p{N}]\S*/gu)?.length ?? 0;

/** The school year whose pupils read this with ease (Flesch-Kincaid), or 0 where there are too few words to say. */
function gradeOf(text: string, fewest: number): number {
	const [sentence, word] = [sentences(text).length, wordCount(text)];
	return word < fewest ? 0 : fleschKincaid({ sentence, word, syllable: syllable(text) });
}

/** Advises on sentences over 20 words, paragraphs over 3 sentences and a reading grade above 8: less is read by everybody. */
export function adviseLength({ say, paragraphs }: Entry) {
	const advise = (at: number, message: string, hint: string) => say(at, message, hint, { level: 'advice' });
	for (const { text, line } of paragraphs) {
		const all = sentences(text);
		for (const { segment, index } of all) {
			const count = wordCount(segment);
			if (count > 20) advise(line + linesBefore(text, index), `A sentence has ${count} words.`, 'Make two of it.');
		}
		if (all.length > 3) advise(line, `A paragraph has ${all.length} sentences.`, 'Start a new one after the third.');
	}
	const grade = gradeOf(paragraphs.map(({ text }) => text).join('\n\n'), 100);
	const [hardest] = grade > 8 ? paragraphs.toSorted((a, b) => gradeOf(b.text, 10) - gradeOf(a.text, 10)) : [];
	const hard = `The file has a reading grade of ${grade.toFixed(1)}; up to 8 is easy for everybody.`;
	if (hardest) advise(hardest.line, hard, 'This is its hardest paragraph. Use shorter sentences and everyday words.');
}
