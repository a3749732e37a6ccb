import { plain } from '../markdown.ts';
import { bodyStart, type Entry } from '../parse.ts';
import { at, type Finding } from '../problem.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** How many sentences a text has. The dots of “St. John” and the like end none. */
const sentences = (text: string) =>
	[...segmenter.segment(text.replace(/\b(St|Dr|Mrs?|Ms|vs|[ap]\.m)\./g, '$1 '))].filter(({ segment }) =>
		/[\p{L}\p{N}]/u.test(segment),
	).length;

/** An explanation opens in a small box over the text, and machines read it as plain text. */
export function* terms({ folder, body, nodes }: Entry): Iterable<Finding> {
	if (folder !== 'terms' || !body?.trim()) return;
	const inText = nodes.filter(({ field }) => field === undefined);
	const others = inText.filter(({ node }) => node.type !== 'paragraph' && node.type !== 'text');
	const [first, second] = inText.filter(({ node }) => node.type === 'paragraph');
	const line = bodyStart(body);
	if (second || others.length)
		yield at({ line }, ['An explanation is one paragraph of plain text.', 'Remove links, lists and bold text.']);
	else if (first && sentences(plain(first.node)) > 2)
		yield at({ line }, ['An explanation has one or two sentences.', 'Shorten it.']);
}
