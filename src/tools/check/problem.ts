/** One mistake, or one piece of advice, at one place of one file. */
export interface Problem {
	/** Seen from the folder that holds the content, such as `content/team/jane.md`. */
	file: string;
	line: number;
	column?: number;
	field?: string;
	/** What is wrong. */
	message: string;
	/** What to write. */
	hint?: string;
	/** An error stops the build; advice does not. */
	level: 'error' | 'advice';
}

/** Reports a problem of the file at hand. */
export type Say = (line: number, message: string, hint?: string, more?: Partial<Problem>) => void;

/** How many letters must be added, dropped or swapped to get from one word to the other (Levenshtein). */
function distance(from: string, to: string): number {
	const letters = Array.from(to);
	let row = [0, ...letters.map((_, i) => i + 1)];
	for (const letter of from) {
		const next = [(row[0] ?? 0) + 1];
		for (const [i, other] of letters.entries())
			next.push(Math.min((row[i] ?? 0) + (letter === other ? 0 : 1), (row[i + 1] ?? 0) + 1, (next[i] ?? 0) + 1));
		row = next;
	}
	return row.at(-1) ?? 0;
}

/** What to write in place of `word`: the nearest of the `options` when one is near, otherwise all of them. */
export function didYouMean(word: string, options: readonly string[]): string {
	const far = (option: string) => distance(word.toLowerCase(), option.toLowerCase());
	const [best] = options.toSorted((a, b) => far(a) - far(b));
	if (best && far(best) <= Math.max(2, best.length / 3)) return `Did you mean \`${best}\`?`;
	return `Possible here: ${options.join(', ') || 'nothing yet'}.`;
}
