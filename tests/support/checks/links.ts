import { LinkChecker, LinkState } from 'linkinator';
import { redirectOf, type BuiltSite } from '../page.ts';
import { serveSite } from '../server.ts';

/** Links, anchors, pictures and scripts that lead nowhere or out of the base path, and addresses elsewhere that are not secure. */
export async function links(site: BuiltSite): Promise<string[]> {
	const { folder, origin, base, pages, redirects } = site;
	const server = await serveSite(folder, base);
	const { links } = await new LinkChecker().check({
		path: [...pages, ...redirects].map(({ path }) => server.url + path.slice(1)),
		checkFragments: true,
		// The pages carry the address at which they are published; here they are elsewhere.
		urlRewriteExpressions: [
			{ pattern: new RegExp(`^${RegExp.escape(origin)}(?=[/?#]|$)`), replacement: new URL(server.url).origin },
		],
		// What follows the # of the editor is no place of its page.
		linksToSkip: (url: string) =>
			Promise.resolve(!url.startsWith(new URL(server.url).origin) || url.includes('/edit/#')),
	});
	await server.close();
	// The checker takes every word of a meta tag with a colon behind it for an address.
	const elsewhere = links.filter(({ state, url }) => state === LinkState.SKIPPED && /^\w+:\/\//.test(url));
	const inside = links.filter(({ state }) => state !== LinkState.SKIPPED);
	if (inside.length <= pages.length) throw new Error('The pages have no links to look at.');
	return [
		...inside
			.filter(({ state }) => state !== LinkState.OK)
			.map(({ url, parent }) => `${url} is dead, on ${parent ?? '?'}`),
		...elsewhere
			.filter(({ url }) => !/^https:|^http:\/\/[\w.]*localhost/.test(url))
			.map(({ url, parent }) => `${url} is not secure, on ${parent ?? '?'}`),
	];
}

/** Old addresses whose pages a browser or a search engine would not follow. */
export const redirects = (site: BuiltSite): Promise<string[]> =>
	Promise.resolve(
		site.redirects.flatMap((redirect) => {
			const { path, document } = redirect;
			const isKept = document.querySelector('meta[name="robots"][content*="noindex"]');
			const link = document.querySelector('a')?.getAttribute('href');
			return [
				...(isKept ? [] : [`${path} may be listed`]),
				...(link === redirectOf(redirect) ? [] : [`${path} has no link to its new address`]),
			];
		}),
	);
