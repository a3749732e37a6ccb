import { distance } from 'fastest-levenshtein';

/** What a rule finds in a file. An error stops the build; advice does not. */
export interface Finding {
	line: number;
	column?: number | undefined;
	/** The field it stands in, such as `address.zip`. */
	field?: string | undefined;
	/** What is wrong, and what to type. */
	message: string;
	hint?: string | undefined;
	level?: 'error' | 'advice';
	/** Another file than the one at hand, such as `content/pages/team.md`. */
	file?: string;
}

/** A finding with its file, seen from the folder that holds the content. */
export type Problem = Finding & { file: string; level: 'error' | 'advice' };

/** What is wrong and what to type, before it has a place. */
export type Words = [message: string, hint?: string | undefined];

/** Words at a place of a file. */
export const at = ({ line, column, field }: Omit<Finding, 'message'>, [message, hint]: Words): Finding => {
	return { line, column, field, message, hint };
};

/** What to write in place of `word`: the nearest of the `options` when one is near, otherwise all of them. */
export function didYouMean(word: string, options: readonly string[]): string {
	const far = (option: string) => distance(word.toLowerCase(), option.toLowerCase());
	const [best] = options.toSorted((a, b) => far(a) - far(b));
	if (best && far(best) <= Math.max(2, best.length / 3)) return `Did you mean \`${best}\`?`;
	return `Possible here: ${options.join(', ') || 'nothing yet'}.`;
}

/** How many lines of a text end before a place in it. */
export const linesBefore = (text: string, index: number) => text.slice(0, index).split('\n').length - 1;
