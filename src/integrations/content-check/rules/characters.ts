import { linesBefore, type Words } from '../problem.ts';
import type { Rule } from '../site.ts';

const list = 'Write a hyphen and a space: - Bring water.';
/** What Markdown does not know, or takes for something else, at the start of a line. */
const inLines: [RegExp, ...Words][] = [
	[/^[ \t]*[•·–—‣▪●][ \t\u00a0]/, 'The sign before the line makes no list.', list],
	[/^[ \t]*-(?=[\p{L}\u00a0])/u, 'The hyphen is not followed by a space.', list],
	[/^[ \t]*\d+[.)](?=[\p{L}\u00a0])/u, 'The number is not followed by a space.', 'Write a space after it: 3. Rest.'],
	[/^#+(?=[^\s#])|^#+\u00a0/, 'The heading lacks a space after its #.', 'Write a space after it: ### What to bring.'],
];
const direction = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
/** What nobody sees, and Markdown that stayed as it was written. */
const anywhere: [RegExp, ...Words][] = [
	[/\u00ad/, 'A soft hyphen, which nobody sees, stands in a word.', 'Delete the word and type it again.'],
	[/[\u200b\ufeff\u2060]/, 'A space without width stands here.', 'Delete the words around it and type them again.'],
	[direction, 'A mark for the direction of writing stands here.', 'Type the line again.'],
	[/(?<![\w:]):[a-z][a-z_]*:(?![\w:])/, 'Short names of emoji do not work here.', 'Type the emoji, or use words.'],
	[/\]\s?\(|\]\[/, 'A link is not written right here.', 'Write [words](/contact/), without a space between.'],
	[/\*\*/, 'Bold text is not written right here.', 'Write a space before and after it: a **word** here.'],
];

/** Signs of word processors, mail programs and slips of the finger, which readers would see as they stand. */
export const characters: Rule = ({ body = '', nodes }, _site, report) => {
	for (const { node, line, field } of nodes) {
		const { type, value = '', checked } = node;
		if (type === 'code' && field === undefined)
			report(
				{ line },
				'This would be shown as the code of a program.',
				'Take away the spaces, or the three backquotes.',
			);
		if (type === 'listItem' && typeof checked === 'boolean')
			report({ line, field }, 'Boxes to tick do not work here.', 'Write a hyphen and a space, without [ ].');
		for (const [pattern, ...words] of type === 'text' ? anywhere : []) {
			const index = value.search(pattern);
			if (index >= 0) report({ line: line + linesBefore(value, index), field }, ...words);
		}
	}
	for (const [i, text] of body.split('\n').entries())
		for (const [pattern, ...words] of inLines) if (pattern.test(text)) report({ line: i + 1 }, ...words);
};
