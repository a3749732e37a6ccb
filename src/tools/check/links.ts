import type { Ids } from './fields.ts';
import { didYouMean } from './problem.ts';
import type { Entry } from './tree.ts';

/** Anchors of the guide that no content file makes. */
export const fixedAnchors = ['main', 'guide', 'chooser'];

/** The addresses of all pages. */
const pagePaths = (ids: Ids) => ['/', ...ids.pages.filter((page) => page !== 'not-found').map((page) => `/${page}/`)];

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

/** Checks the addresses that changed: an old one is no page of today, and a new one is. So no redirect leads to another. */
export function checkRedirects(entry: Entry, ids: Ids) {
	for (const [from, to] of Object.entries(entry.fields?.data ?? {})) {
		const say = (message: string, hint: string) =>
			entry.say(entry.fields?.lineOf([from]) ?? 1, message, hint, { field: from });
		if (pagePaths(ids).includes(from)) say(`${from} is a page of the site.`, 'Delete the line, or delete the page.');
		const wrong = typeof to === 'string' && /^[/#]/.test(to) ? checkTarget(to, entry, ids) : undefined;
		if (wrong) say(...wrong);
	}
}

/** Words that say nothing about where a link leads; screen readers read links aloud as a list. */
const vague = /^(?:click |read |see |learn |find out )?(?:here|more|this(?: link| page)?|link|page)[.!:]?$/i;

/** What is wrong with the words of a link, if anything, and what to write. */
export function checkLinkText(text: string): [message: string, hint: string] | undefined {
	const hint = 'Say what the reader finds there: [training and licenses](/#training-and-licenses).';
	if (/^(https?:\/\/|www\.)/.test(text)) return ['The link shows its bare address.', hint];
	return !text || vague.test(text) ? [`The words “${text}” do not say where the link leads.`, hint] : undefined;
}
