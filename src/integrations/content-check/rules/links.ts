import { follow, oldAddress } from '../../../schemas/redirects.ts';
import { plain } from '../markdown.ts';
import { didYouMean, type Words } from '../problem.ts';
import { pageOf, type Site, type Rule } from '../site.ts';

/** What is wrong with the target of a link on a page, if anything, and what to write. */
function checkTarget(url: string, page: string, { pages }: Site): Words | undefined {
	if (/^(https:\/\/|mailto:.|tel:\+?\d)/.test(url)) return undefined;
	if (url === '' || url === '#') return ['The link leads nowhere.', 'Write its address between the round brackets.'];
	if (/^(http:|[a-z]+:|\/\/)/i.test(url)) return [`A link cannot lead to ${url}.`, 'Use https://, mailto: or tel:.'];
	const full = url.startsWith('#') ? page + url : url;
	const [, path = '', anchor] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(full) ?? [];
	const ids = pages.get(path)?.map(({ id }) => id);
	if (!ids) return [`The site has no page ${path}.`, didYouMean(path, [...pages.keys()])];
	if (anchor === undefined || ids.includes(anchor)) return undefined;
	return [`The page ${path} has no place #${anchor}.`, didYouMean(anchor, ids)];
}

/** Words that say nothing about where a link leads; screen readers read links aloud as a list. */
const vague = /^(?:click |read |see |learn |find out )?(?:here|more|this(?: link| page)?|link|page)[.!:]?$/i;

/** What is wrong with the words of a link, if anything, and what to write. */
function checkWords(text: string): Words | undefined {
	const hint = 'Say what the reader finds there: [training and licenses](/#training-and-licenses).';
	if (/^(https?:\/\/|www\.)/.test(text)) return ['The link shows its bare address.', hint];
	return !text || vague.test(text) ? [`The words “${text}” do not say where the link leads.`, hint] : undefined;
}

/** Links lead somewhere, safely, and say where. Astro looks at none of them. */
export const links: Rule = (entry, site, report) => {
	for (const visit of entry.nodes) {
		const { type, url, identifier } = visit.node;
		if (type !== 'link' && type !== 'linkReference') continue;
		const definition = entry.nodes.find(({ node }) => node.type === 'definition' && node.identifier === identifier);
		const target = url ?? definition?.node.url ?? '';
		for (const wrong of [checkWords(plain(visit.node).trim()), checkTarget(target, pageOf(entry), site)])
			if (wrong) report(visit, ...wrong);
	}
};

/** Addresses that changed: an old one is no page of today, and what it leads to in the end is one. */
export const redirects: Rule = ({ folder, id, fields }, site, report) => {
	if (folder || id !== 'redirects' || !fields) return;
	const list = Object.entries(fields.data).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
	for (const [from, next] of list) {
		const place = { line: fields.lineOf([from]), field: from };
		const to = follow(Object.fromEntries(list), from);
		if (from !== '/' && site.pages.has(oldAddress(from)))
			report(place, `${from} is a page of the site.`, 'Delete the line, or delete the page.');
		// Of a chain only the last line is wrong.
		const wrong = to === next && /^[/#]/.test(to) ? checkTarget(to, '/', site) : undefined;
		if (wrong) report(place, ...wrong);
	}
};
