import { bodyStart, type Entry } from '../parse.ts';
import type { Finding } from '../problem.ts';
import { folders } from '../../../schemas/index.ts';

/** What the parsers could not read, and text that is missing or shown nowhere. */
export function* syntax({ problems, folder, body, text }: Entry): Iterable<Finding> {
	yield* problems;
	if (!folder || body === undefined) return;
	const wanted = folders[folder].body === 'required';
	if (wanted && !body.trim()) {
		const line = text.trimEnd().split('\n').length;
		yield { line, message: 'There is no text below the dashes.', hint: 'Write it after the second ---.' };
	}
	if (!wanted && body.trim())
		yield { line: bodyStart(body), message: 'Text below the dashes is shown nowhere.', hint: 'Delete it.' };
}
