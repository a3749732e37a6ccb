import type { Ids } from './fields.ts';
import { didYouMean } from './problem.ts';
import type { Entry } from './tree.ts';

/** Anchors of the guide that no content file makes. */
export const fixedAnchors = ['main', 'guide', 'chooser'];

/** The addresses of all pages. */
export const pagePaths = (ids: Ids) => [
	'/',
	...ids.pages.filter((page) => page !== 'not-found').map((page) => `/${page}/`),
];

/** What is wrong with the target of a link, if anything, and what to write. */
export function checkTarget(url: string, { folder, id }: Entry, ids: Ids): [message: string, hint: string] | undefined {
	if (/^(https:\/\/|mailto:.|tel:\+?\d)/.test(url)) return undefined;
	if (url === '' || url === '#') return ['The link leads nowhere.', 'Write its address between the round brackets.'];
	if (/^(http:|[a-z]+:|\/\/)/i.test(url)) return [`A link cannot lead to ${url}.`, 'Use https://, mailto: or tel:.'];
	const here = folder === 'team' ? '/team/' : folder === 'pages' ? `/${id}/` : '/';
	const [, path = '', anchor] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(url.startsWith('#') ? here + url : url) ?? [];
	const pages = pagePaths(ids);
	if (!pages.includes(path)) return [`The site has no page ${path}.`, didYouMean(path, pages)];
	const anchors = path === '/' ? [...ids.sections, ...fixedAnchors] : path === '/team/' ? ids.team : [];
	if (anchor === undefined || anchors.includes(anchor)) return undefined;
	return [`The page ${path} has no place #${anchor}.`, didYouMean(anchor, anchors)];
}

/** Words that say nothing about where a link leads; screen readers read links aloud as a list. */
const vague = /^(?:click |read |see |learn |find out )?(?:here|more|this(?: link| page)?|link|page)[.!:]?$/i;

/** What is wrong with the words of a link, if anything. */
export function checkLinkText(text: string): string | undefined {
	if (/^(https?:\/\/|www\.)/.test(text)) return 'The link shows its bare address.';
	return !text || vague.test(text) ? `The words “${text}” do not say where the link leads.` : undefined;
}
