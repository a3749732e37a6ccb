import { distance } from 'fastest-levenshtein';

/** One mistake, or one piece of advice, at one place of one file. */
export interface Problem {
	/** Seen from the folder that holds the content, such as `content/team/jane.md`. */
	file: string;
	line: number;
	column?: number;
	field?: string | undefined;
	/** What is wrong. */
	message: string;
	/** What to write. */
	hint?: string | undefined;
	/** An error stops the build; advice does not. */
	level: 'error' | 'advice';
}

/** Reports a problem of the file at hand. */
export type Say = (line: number, message: string, hint?: string, more?: Partial<Problem>) => void;

/** What to write in place of `word`: the nearest of the `options` when one is near, otherwise all of them. */
export function didYouMean(word: string, options: readonly string[]): string {
	const far = (option: string) => distance(word.toLowerCase(), option.toLowerCase());
	const [best] = options.toSorted((a, b) => far(a) - far(b));
	if (best && far(best) <= Math.max(2, best.length / 3)) return `Did you mean \`${best}\`?`;
	return `Possible here: ${options.join(', ') || 'nothing yet'}.`;
}
