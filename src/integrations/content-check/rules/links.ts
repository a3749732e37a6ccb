import { plain } from '../markdown.ts';
import type { Entry } from '../parse.ts';
import { at, didYouMean, type Finding, type Words } from '../problem.ts';
import { pageOf, type Site } from '../site.ts';

/** What is wrong with the target of a link on a page, if anything, and what to write. */
export function checkTarget(url: string, page: string, { pages }: Site): Words | undefined {
	if (/^(https:\/\/|mailto:.|tel:\+?\d)/.test(url)) return undefined;
	if (url === '' || url === '#') return ['The link leads nowhere.', 'Write its address between the round brackets.'];
	if (/^(http:|[a-z]+:|\/\/)/i.test(url)) return [`A link cannot lead to ${url}.`, 'Use https://, mailto: or tel:.'];
	const full = url.startsWith('#') ? page + url : url;
	const [, path = '', anchor] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/.exec(full) ?? [];
	const places = pages.get(path);
	if (!places) return [`The site has no page ${path}.`, didYouMean(path, [...pages.keys()])];
	const ids = places.map(({ id }) => id);
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
export function* links(entry: Entry, site: Site): Iterable<Finding> {
	const definitions = new Map(
		entry.nodes.filter(({ node }) => node.type === 'definition').map(({ node }) => [node.identifier, node.url]),
	);
	for (const visit of entry.nodes) {
		const { node } = visit;
		if (node.type !== 'link' && node.type !== 'linkReference') continue;
		const url = node.url ?? definitions.get(node.identifier) ?? '';
		for (const wrong of [checkWords(plain(node).trim()), checkTarget(url, pageOf(entry), site)])
			if (wrong) yield at(visit, wrong);
	}
}
