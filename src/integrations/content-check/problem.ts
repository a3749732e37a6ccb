import { distance } from 'fastest-levenshtein';

/** A place in a file. */
export interface Place {
	line: number;
	/** The field it stands in, such as `address.zip`. */
	field?: string | undefined;
}

/** What is wrong in a file of the content, seen from the folder that holds it. Advice does not stop a build. */
export interface Problem extends Place {
	file: string;
	level: 'error' | 'advice';
	message: string;
	hint?: string | undefined;
}

/** What is wrong and what to type, before it has a place. */
export type Words = [message: string, hint?: string | undefined];

/** Takes down a problem: an error in the file at hand, unless the place says otherwise. */
export type Report = (place: Place & Partial<Pick<Problem, 'file' | 'level'>>, ...words: Words) => void;

/** What to write in place of `word`: the nearest of the `options` when one is near, otherwise all of them. */
export function didYouMean(word: string, options: readonly string[]): string {
	const far = (option: string) => distance(word.toLowerCase(), option.toLowerCase());
	const [best] = options.toSorted((a, b) => far(a) - far(b));
	if (best && far(best) <= Math.max(2, best.length / 3)) return `Did you mean \`${best}\`?`;
	return `Possible here: ${options.join(', ') || 'nothing yet'}.`;
}

/** How many lines of a text end before a place in it. */
export const linesBefore = (text: string, index: number) => text.slice(0, index).split('\n').length - 1;
