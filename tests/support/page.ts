import { statSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import { JSDOM } from 'jsdom';

/** One page of a built site. */
export interface BuiltPage {
	/** Below the base path: `/`, `/team/`, `/404.html`. */
	path: string;
	html: string;
	document: Document;
}

export interface BuiltSite {
	folder: string;
	/** What its pages carry: the origin without a slash at its end, and the base path with one at both ends. */
	origin: string;
	base: string;
	pages: BuiltPage[];
	/** The old addresses that lead to a page. */
	redirects: BuiltPage[];
}

export const parse = (html: string): Document => new JSDOM(html).window.document;

/** The value of an attribute of the first element that `selector` finds in the head. */
export const inHead = ({ document }: BuiltPage, selector: string, attribute = 'content'): string | undefined =>
	document.head.querySelector(selector)?.getAttribute(attribute) ?? undefined;

/** Where an old address sends its visitors; undefined for a page. */
export const redirectOf = (page: BuiltPage): string | undefined =>
	inHead(page, 'meta[http-equiv="refresh"]')?.replace(/^.*url=/i, '');

/** Whether search engines may list the page. */
export const isListed = (page: BuiltPage): boolean => !inHead(page, 'meta[name="robots"]')?.includes('noindex');

/** Whether the site is built for everybody; one for a local look keeps search engines from every page. */
export const isPublished = ({ pages }: BuiltSite): boolean => pages.some(isListed);

/** Reads every page of a built site. Throws when there is none, or when they don't say where they live. */
export async function readSite(folder: string): Promise<BuiltSite> {
	// The editor is no page for visitors.
	const found = (await Array.fromAsync(glob('**/*.html', { cwd: folder, exclude: ['edit'] }))).sort();
	// The folder of an old address may end in `.html`.
	const files = found.filter((file) => statSync(`${folder}/${file}`).isFile());
	const all = await Promise.all(
		files.map(async (file) => {
			const html = await readFile(`${folder}/${file}`, 'utf8');
			const path = `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`;
			return { path, html, document: parse(html) };
		}),
	);
	const pages = all.filter((page) => redirectOf(page) === undefined);
	const home = pages.find(({ path }) => path === '/');
	const address = home && inHead(home, 'meta[property="og:url"]');
	if (!address) throw new Error(`${folder} holds no site: no index.html that says where it lives.`);
	const { origin, pathname } = new URL(address);
	const redirects = all.filter((page) => redirectOf(page) !== undefined);
	return { folder, origin, base: pathname, pages, redirects };
}

/** The page of a built site at `path`. Throws when there is none. */
export function pageAt({ pages, folder }: BuiltSite, path: string): BuiltPage {
	const page = pages.find((page) => page.path === path);
	if (!page) throw new Error(`${folder} has no page ${path}.`);
	return page;
}

/** The elements that stand in a line of text; a new word starts before and after every other one. */
const inline = 'a,abbr,b,button,cite,code,em,i,kbd,label,mark,q,s,small,span,strong,sub,sup,time,u';

/**
 * The words of `root` as a reader meets them: straight quotes, single spaces, no invisible characters, and a space where a
 * block begins or ends. Definitions that open on demand, closed disclosures and the titles of drawings count; scripts and
 * styles do not.
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
	return plain(words(root));
}

/** Straight quotes, single spaces, no invisible characters. */
export const plain = (text: string): string =>
	text
		.replace(/[\u2060\u200b\u00ad]/g, '')
		.replace(/[‘’]/g, "'")
		.replace(/[“”]/g, '"')
		.replace(/\s+/g, ' ')
		.trim();
