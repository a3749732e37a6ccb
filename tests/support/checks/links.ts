import { glob, readFile } from 'node:fs/promises';
import { redirectOf, type BuiltSite } from '../page.ts';
import { onEachPage } from './html.ts';

/** Every attribute that holds an address; `srcset` holds several. */
const holders = '[href], [src], [srcset], [action], [data-next]';

function addresses(root: ParentNode): { value: string; element: Element }[] {
	return [...root.querySelectorAll(holders)].flatMap((element) =>
		['href', 'src', 'srcset', 'action', 'data-next'].flatMap((name) => {
			const value = element.getAttribute(name);
			if (value === null || element.closest('svg')) return [];
			const list = name === 'srcset' ? value.split(',').map((part) => part.trim().split(' ')[0] ?? '') : [value];
			return list.map((value) => ({ value, element }));
		}),
	);
}

/** Finds out whether addresses of a site lead to a file and, with a `#`, to an id. */
async function resolver({ folder, origin, base, pages, redirects }: BuiltSite) {
	const files = new Set(
		(await Array.fromAsync(glob('**/*', { cwd: folder }))).map((file) => file.replaceAll('\\', '/')),
	);
	const byPath = new Map([...pages, ...redirects].map((page) => [page.path, page]));
	/** Why an address that stands on the page at `from` is dead; undefined when it leads somewhere. */
	return (value: string, from: string): string | undefined => {
		if (/^(mailto|tel):/.test(value)) return undefined;
		const url = URL.parse(value, `${origin}${base}${from.slice(1)}`);
		if (!url) return 'is no address';
		if (url.origin !== origin) return /^https:|^http:\/\/[\w.]*localhost/.test(url.href) ? undefined : 'is not secure';
		if (!url.pathname.startsWith(base)) return 'is outside of the base path';
		const path = `/${decodeURIComponent(url.pathname.slice(base.length))}`;
		const page = byPath.get(path);
		if (!page) return files.has(path.slice(1)) && !path.endsWith('/') ? undefined : 'is dead';
		const id = decodeURIComponent(url.hash.slice(1));
		return !id || page.document.getElementById(id) ? undefined : 'leads to no such place';
	};
}

/** Links, pictures, scripts and forms whose address is dead, insecure, or outside of the base path. */
export async function links(site: BuiltSite): Promise<string[]> {
	const why = await resolver(site);
	let count = 0;
	const found = onEachPage(site, ({ document, path }) =>
		addresses(document).flatMap(({ value }) => {
			count++;
			const reason = why(value, path);
			return reason ? [`${value} ${reason}`] : [];
		}),
	);
	if (count < site.pages.length) throw new Error('The pages have no links to look at.');
	return found;
}

/** Addresses in the text of style sheets, scripts and styles within a page that name no file. */
export async function linksInCode(site: BuiltSite): Promise<string[]> {
	const why = await resolver(site);
	const code: { text: string; from: string }[] = site.pages.map(({ html, path }) => ({ text: html, from: path }));
	for await (const file of glob('_astro/*.{css,js}', { cwd: site.folder }))
		code.push({ text: await readFile(`${site.folder}/${file}`, 'utf8'), from: `/${file.replaceAll('\\', '/')}` });
	const pattern = /(?:url\(\s*["']?|["'`])((?:\.{0,2}\/)?[\w./-]*_astro\/[\w./-]+|\.\/[\w-]+\.\w+\.js)/g;
	const found = code.flatMap(({ text, from }) =>
		[...text.matchAll(pattern)].map(([, value = '']) => ({ value, from })),
	);
	if (found.length === 0) throw new Error('The code names no files.');
	// What Vite preloads, it names from the base path on and without a slash.
	return found.flatMap(({ value, from }) => {
		const address = /^\.{0,2}\//.test(value) ? value : site.base + value;
		const reason = why(address, from);
		return reason ? [`${from} ${value} ${reason}`] : [];
	});
}

/** Old addresses that lead nowhere, or that a browser or a search engine would not follow. */
export async function redirects(site: BuiltSite): Promise<string[]> {
	const why = await resolver(site);
	return site.redirects.flatMap((redirect) => {
		const { path, document } = redirect;
		const target = redirectOf(redirect) ?? '';
		const reason = why(target, path);
		return [
			...(reason ? [`${path}: ${target} ${reason}`] : []),
			...(document.querySelector('meta[name="robots"][content*="noindex"]') ? [] : [`${path} may be listed`]),
			...(document.querySelector('a')?.getAttribute('href') === target ? [] : [`${path} has no link to ${target}`]),
		];
	});
}
