import { z } from 'astro/zod';
import { date, fields, text } from './context.ts';
import { words } from './messages.ts';

/** Pages that the site cannot do without; each has a file of this name in `content/pages`. */
export const requiredPages = ['team', 'contact', 'thanks', 'privacy', 'accessibility', 'not-found'] as const;

/** `content/pages/*.md`: one file a page beside the guide. The file name becomes the address. */
export const page = () =>
	fields({
		title: text(60, 'The heading of the page, and its title in a search result.'),
		description: text(160, 'What the page holds, in one sentence; a search engine may show it.', 50),
		hidden: z
			.boolean(words)
			.default(false)
			.describe('true keeps the page out of search engines. Visitors with the address still see it.'),
		updated: date('The day the words last changed in a way readers should know about.').optional(),
	});
