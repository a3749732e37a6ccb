import { draft, fields, flag, oneOf, order, text, updated } from './context.ts';

/** Pages that the site cannot do without; each has a file of this name in `content/pages`. */
export const requiredPages = ['team', 'contact', 'thanks', 'privacy', 'accessibility', 'not-found'] as const;

const noindex = 'true keeps the page out of search engines. Visitors with the address still see it.';

/** `content/pages/*.md`: one file a page beside the guide. The file name becomes the address. */
export const page = () =>
	fields({
		title: text(60, 'The heading of the page, and its title in a search result.'),
		description: text(160, 'What the page holds, in one sentence; a search engine may show it.', 50),
		noindex: flag(noindex).default(false),
		menu: oneOf(['header', 'footer'], 'Where every page links to this one.').optional(),
		short: text(26, 'The title in one or two words, for the menu.').optional(),
		order: order().optional(),
		draft: draft(),
		updated: updated(),
	});
