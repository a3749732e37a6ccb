import { folders } from '../../../schemas/index.ts';
import { plain } from '../markdown.ts';
import { bodyStart } from '../parse.ts';
import type { Rule } from '../site.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
/** How many sentences a text has. The dots of “St. John” and the like end none. */
const sentences = (text: string) =>
	[...segmenter.segment(text.replace(/\b(St|Dr|Mrs?|Ms|vs|[ap]\.m)\./g, '$1 '))].filter(({ segment }) =>
		/[\p{L}\p{N}]/u.test(segment),
	).length;

/** Text stands where a page shows it, and nowhere else. */
export const body: Rule = ({ folder, body, text }, _site, report) => {
	if (!folder || body === undefined) return;
	const isWanted = folders[folder].body === 'required';
	const last = text.trimEnd().split('\n').length;
	if (isWanted && !body.trim())
		report({ line: last }, 'There is no text below the dashes.', 'Write it after the second ---.');
	if (!isWanted && body.trim())
		report({ line: bodyStart(body) }, 'Text below the dashes is shown nowhere.', 'Delete it.');
};

/** An explanation opens in a small box over the text, and machines read it as plain text. */
export const explanation: Rule = ({ folder, body, nodes }, _site, report) => {
	if (folder !== 'terms' || !body?.trim()) return;
	const line = bodyStart(body);
	const [first, ...others] = nodes.filter(({ node, field }) => field === undefined && node.type !== 'text');
	if (others.length || first?.node.type !== 'paragraph')
		report({ line }, 'An explanation is one paragraph of plain text.', 'Remove links, lists and bold text.');
	else if (sentences(plain(first.node)) > 2)
		report({ line }, 'An explanation has one or two sentences.', 'Shorten it.');
};
