import type { Ids } from './fields.ts';
import { didYouMean } from './problem.ts';
import type { Entry } from './tree.ts';

/** Anchors of the guide that no content file makes. */
export const fixedAnchors = ['main', 'guide', 'chooser'];

/** What is wrong with the target of a link, if anything, and what to write. */
export function checkTarget(url: string, { folder, id }: Entry, ids: Ids): [message: string, hint: string] | undefined {
	if (/^(https:\/\/|mailto:.|tel:\+?\d)/.test(url)) return undefined;
	if (url === '' || url === '#') return ['The link leads nowhere.', 'Write its address between the round brackets.'];
	if (/^http:|^\/\//.test(url)) return [`${url} is not a safe address.`, 'Write https:// in front.'];
	if (/^[a-z][\w+.-]*:/i.test(url))
		return [`Links of the kind ${url} are not possible.`, 'Use https://, mailto: or tel:.'];
	const here = folder === 'pages' || folder === 'team' ? `/${folder === 'team' ? folder : id}/` : '/';
	const [path, anchor] = (url.startsWith('#') ? here + url : url).split('#');
	const pages = ['/', ...ids.pages.filter((page) => page !== 'not-found').map((page) => `/${page}/`)];
	if (!path || !pages.includes(path)) return [`The site has no page ${path}.`, didYouMean(path ?? '', pages)];
	if (anchor === undefined) return undefined;
	const anchors = path === '/' ? [...ids.sections, ...fixedAnchors] : path === '/team/' ? ids.team : [];
	return anchors.includes(anchor)
		? undefined
		: [`The page ${path} has no place #${anchor}.`, didYouMean(anchor, anchors)];
}

/** Words that say nothing about where a link leads; a list of links read aloud is made of them. */
const vague = /^(?:click |read |see |learn |find out )?(?:here|more|this(?: link| page)?|link|page)[.!:]?$/i;

/** What is wrong with the words of a link, if anything. */
export function checkLinkText(text: string, url: string): string | undefined {
	if (!text) return 'The link has no words.';
	if (/^(https?:\/\/|www\.)/.test(text)) return 'The link shows its bare address.';
	return vague.test(text) && !url.startsWith('mailto:') ? `“${text}” does not say where the link leads.` : undefined;
}
