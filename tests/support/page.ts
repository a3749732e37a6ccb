import { JSDOM } from 'jsdom';
import { htmlOf, pagesOf, redirectsOf } from './site.ts';
import { sites, type SiteName } from './sites.ts';

/** One page of a built site. */
export interface BuiltPage {
	/** `connected /team/`, to say where something was found. */
	name: string;
	path: string;
	html: string;
	document: Document;
}

export const parse = (html: string): Document => new JSDOM(html).window.document;

const read = (folder: string, paths: string[], site: string): Promise<BuiltPage[]> =>
	Promise.all(
		paths.map(async (path) => {
			const html = await htmlOf(folder, path);
			return { name: `${site} ${path}`, path, html, document: parse(html) };
		}),
	);

/** Every page of the site in `folder`. Throws when there is none. */
export const readPages = async (folder: string, site = folder) => read(folder, await pagesOf(folder), site);

/** Every old address that the site in `folder` sends on. Throws when there is none. */
export const readRedirects = async (folder: string, site = folder) => read(folder, await redirectsOf(folder), site);

/** Where an old address sends its visitors. */
export const redirectOf = ({ document }: BuiltPage): string | undefined =>
	document
		.querySelector('meta[http-equiv="refresh"]')
		?.getAttribute('content')
		?.replace(/^.*url=/i, '');

/** Every page of every site of the tests. */
export const builtPages = async (): Promise<BuiltPage[]> =>
	(await Promise.all((Object.keys(sites) as SiteName[]).map((name) => readPages(sites[name].folder, name)))).flat();

/** The elements that stand in a line of text; a new word starts before and after every other one. */
const inline = 'a,abbr,b,button,cite,code,em,i,kbd,label,mark,q,s,small,span,strong,sub,sup,time,u';

/**
 * The words of `root` as a reader meets them: straight quotes, single spaces, no invisible characters, and a space where a block begins or ends.
 * Definitions that open on demand, closed disclosures and the titles of drawings count; scripts and styles do not.
 */
export function textOf(root: Element | Document): string {
	const words = (node: Node): string => {
		if (node.nodeType === 3) return node.nodeValue ?? '';
		if (node.nodeType !== 1 && node.nodeType !== 9) return '';
		const element = node as Element;
		if (node.nodeType === 1 && element.matches('script, style, template, noscript')) return '';
		const text = Array.from(element.childNodes, words).join('');
		return node.nodeType === 1 && element.matches(inline) ? text : ` ${text} `;
	};
	return words(root)
		.replace(/[\u2060\u200b\u00ad]/g, '')
		.replace(/[‘’]/g, "'")
		.replace(/[“”]/g, '"')
		.replace(/\s+/g, ' ')
		.trim();
}
