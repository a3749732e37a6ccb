import type { Entry } from '../parse.ts';
import { at, type Finding, linesBefore, type Words } from '../problem.ts';

/** What word processors and mail programs put into a text. Nobody sees the signs, or Markdown does not know them. */
const inLines: [RegExp, ...Words][] = [
	[
		/^[ \t]*[•·–—‣▪●][ \t\u00a0]/,
		'The sign before the line makes no list.',
		'Write a hyphen and a space: - Bring water.',
	],
	[
		/^[ \t]*-(?=[\p{L}\u00a0])/u,
		'The hyphen is not followed by a space.',
		'Write a hyphen and a space: - Bring water.',
	],
	[/^[ \t]*\d+[.)](?=[\p{L}\u00a0])/u, 'The number is not followed by a space.', 'Write a space after it: 3. Rest.'],
	[/^#+(?=[^\s#])|^#+\u00a0/, 'The heading lacks a space after its #.', 'Write a space after it: ### What to bring.'],
];
const anywhere: [RegExp, ...Words][] = [
	[/\u00ad/, 'A soft hyphen, which nobody sees, stands in a word.', 'Delete the word and type it again.'],
	[/[\u200b\ufeff\u2060]/, 'A space without width stands here.', 'Delete the words around it and type them again.'],
	[
		/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/,
		'A mark for the direction of writing stands here.',
		'Type the line again.',
	],
	[/(?<![\w:]):[a-z][a-z_]*:(?![\w:])/, 'Short names of emoji do not work here.', 'Type the emoji, or use words.'],
	[/\]\s?\(|\]\[/, 'A link is not written right here.', 'Write [words](/contact/), without a space between.'],
	[/\*\*/, 'Bold text is not written right here.', 'Write a space before and after it: a **word** here.'],
];

const code: Words = ['This would be shown as the code of a program.', 'Take away the spaces, or the three backquotes.'];
const boxes: Words = ['Boxes to tick do not work here.', 'Write a hyphen and a space, without [ ].'];

/** Signs of word processors, mail programs and slips of the finger, which readers would see as they stand. */
export function* characters({ body, nodes }: Entry): Iterable<Finding> {
	for (const { node, line, field } of nodes) {
		const { type, value = '', checked } = node;
		if (type === 'code' && field === undefined) yield at({ line }, code);
		if (type === 'listItem' && typeof checked === 'boolean') yield at({ line, field }, boxes);
		for (const [pattern, ...words] of type === 'text' ? anywhere : []) {
			const index = value.search(pattern);
			if (index >= 0) yield at({ line: line + linesBefore(value, index), field }, words);
		}
	}
	for (const [i, text] of (body ?? '').split('\n').entries())
		for (const [pattern, ...words] of inLines) if (pattern.test(text)) yield at({ line: i + 1 }, words);
}
