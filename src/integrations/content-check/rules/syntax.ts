import { folders } from '../../../schemas/index.ts';
import { bodyStart, type Entry } from '../parse.ts';
import { at, type Finding } from '../problem.ts';

/** What the parsers could not read, and text that is missing or shown nowhere. */
export function* syntax({ problems, folder, body, text }: Entry): Iterable<Finding> {
	yield* problems;
	if (!folder || body === undefined) return;
	const wanted = folders[folder].body === 'required';
	const last = text.trimEnd().split('\n').length;
	if (wanted && !body.trim())
		yield at({ line: last }, ['There is no text below the dashes.', 'Write it after the second ---.']);
	if (!wanted && body.trim())
		yield at({ line: bodyStart(body) }, ['Text below the dashes is shown nowhere.', 'Delete it.']);
}
