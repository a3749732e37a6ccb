import { glob, readFile } from 'node:fs/promises';
import { parse } from 'yaml';

export interface Choice {
	question: string;
	fits: 'spa' | 'medical' | 'both';
	reason: string;
	/** The id of the section that says more. */
	section: string;
}

/** The answers of the chooser as its editors wrote them. Throws when there are none. */
export async function readChoices(): Promise<Choice[]> {
	const files = await Array.fromAsync(glob('content/choices/*.md'));
	if (files.length === 0) throw new Error('content/choices holds no answers.');
	return Promise.all(
		files.map(async (file) => parse((await readFile(file, 'utf8')).split(/^---$/m)[1] ?? '') as Choice),
	);
}
