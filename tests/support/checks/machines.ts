import { readFile, stat } from 'node:fs/promises';
import Validator from '@adobe/structured-data-validator';
import { JSDOM } from 'jsdom';
import { inHead, isListed, isPublished, type BuiltPage, type BuiltSite } from '../page.ts';

/** A node of a page's structured data. */
export type GraphNode = { '@type': string; '@id'?: string } & Record<string, unknown>;

/** The nodes of a page's graph. Throws when there is none or more than one, or when it is not one. */
export function graphOf({ document, path }: BuiltPage): GraphNode[] {
	const [script, ...others] = document.querySelectorAll('script[type="application/ld+json"]');
	if (!script || others.length > 0) throw new Error(`${path} has ${others.length + (script ? 1 : 0)} graphs.`);
	const { '@context': context, '@graph': nodes } = JSON.parse(script.textContent) as Record<string, unknown>;
	if (context !== 'https://schema.org' || !Array.isArray(nodes)) throw new Error(`${path} has no graph of schema.org.`);
	return nodes as GraphNode[];
}

/** Every value below a node with the name that leads to it, numbers of a list left out. */
export function* valuesOf(value: unknown, name = ''): Generator<{ name: string; value: unknown }> {
	yield { name, value };
	if (value && typeof value === 'object')
		for (const [key, inner] of Object.entries(value)) yield* valuesOf(inner, Array.isArray(value) ? name : key);
}

/** What Google's documentation has against a graph, as far as Adobe's validator knows it. */
export async function featureErrors(nodes: GraphNode[]): Promise<string[]> {
	const jsonld = Object.groupBy(structuredClone(nodes), (node) => node['@type']);
	const issues = await new Validator().validate({ jsonld });
	return issues.map(({ severity, rootType, issueMessage }) => `${severity}: ${rootType}: ${issueMessage}`);
}

/** References to no node, ids of two nodes, addresses that are not full, dates without a time zone, empty values. */
function formErrors(page: BuiltPage, root: string): string[] {
	const nodes = graphOf(page);
	const ids = nodes.map((node) => node['@id']);
	const doubles = ids.filter((id, i) => !id || ids.indexOf(id) !== i).map((id) => `id ${id ?? 'missing'}`);
	const isWrong = (name: string, value: unknown): boolean => {
		if (value === null || value === '' || (Array.isArray(value) && value.length === 0)) return true;
		if (typeof value !== 'string') return false;
		if (name === '@id') return !value.startsWith(root) || !ids.includes(value);
		if (/^(item|image|logo)$/.test(name)) return !value.startsWith(root);
		if (/^(url|sameAs)$/.test(name)) return !URL.canParse(value);
		return /^date[A-Z]/.test(name) && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(value);
	};
	const wrong = [...valuesOf(nodes)].filter(({ name, value }) => isWrong(name, value));
	return [...doubles, ...wrong.map(({ name, value }) => `${name}: ${JSON.stringify(value)}`)];
}

/** Structured data: on every page that search engines may list and on no other, valid, and with references that resolve. */
export async function structuredData(site: BuiltSite): Promise<string[]> {
	const found = await Promise.all(
		site.pages.map(async (page) => {
			if (!isListed(page) && isPublished(site))
				return page.html.includes('application/ld+json') ? [`${page.path} has a graph`] : [];
			if (!page.html.includes('application/ld+json')) return isListed(page) ? [`${page.path} has no graph`] : [];
			const errors = [...formErrors(page, site.origin + site.base), ...(await featureErrors(graphOf(page)))];
			return errors.map((error) => `${page.path} ${error}`);
		}),
	);
	return found.flat();
}

/** The text of every element of this name. Throws when the XML is not well formed. */
export function elements(xml: string, name: string): string[] {
	const { DOMParser } = new JSDOM('').window as unknown as { DOMParser: typeof globalThis.DOMParser };
	const parsed = new DOMParser().parseFromString(xml, 'application/xml');
	if (parsed.querySelector('parsererror')) throw new Error(parsed.documentElement.textContent);
	return [...parsed.querySelectorAll(name)].map((element) => element.textContent);
}

/** The sitemap against the pages, both ways; a site for a local look tells everybody to stay away. */
export async function sitemap({ folder, origin, base, pages }: BuiltSite): Promise<string[]> {
	const read = (file: string) => readFile(`${folder}/${file}`, 'utf8');
	const root = origin + base;
	const listed = pages.filter(isListed).map(({ path }) => root + path.slice(1));
	const robots = await read('robots.txt');
	if (listed.length === 0) return /^Disallow: \/$/m.test(robots) ? [] : ['robots.txt lets search engines in'];
	const [, first = ''] = /^Sitemap: (.*)$/m.exec(robots) ?? [];
	const start = await read(first.slice(root.length));
	// It may be an index of sitemaps.
	const maps = elements(start, 'sitemap > loc').map((map) => read(map.slice(root.length)));
	const texts = [start, ...(await Promise.all(maps))];
	const named = texts.flatMap((text) => elements(text, 'url > loc'));
	const days = texts.flatMap((text) => elements(text, 'lastmod'));
	return [
		...listed.filter((url) => !named.includes(url)).map((url) => `the sitemap lacks ${url}`),
		...named.filter((url) => !listed.includes(url)).map((url) => `the sitemap names ${url}`),
		...named.filter((url, i) => named.indexOf(url) !== i).map((url) => `the sitemap names ${url} twice`),
		...days.filter((day) => !(new Date(day) <= new Date())).map((day) => `the sitemap has a page of ${day}`),
	];
}

/** What the head of each page tells other machines: who it is, a picture and Markdown that exist, at full addresses. */
export async function heads(site: BuiltSite): Promise<string[]> {
	const { folder, origin, base, pages } = site;
	const root = origin + base;
	const isFile = (url = '') =>
		stat(`${folder}/${url.slice(root.length)}`).then(
			(file) => url.startsWith(root) && file.isFile(),
			() => false,
		);
	const found = await Promise.all(
		pages.map(async (page) => {
			const own = root + page.path.slice(1);
			const canonical = inHead(page, 'link[rel="canonical"]', 'href');
			const markdown = inHead(page, 'link[rel="alternate"][type="text/markdown"]', 'href');
			return Object.entries({
				title: page.document.title.trim() !== '',
				description: (inHead(page, 'meta[name="description"]') ?? '') !== '',
				language: page.document.documentElement.lang !== '',
				canonical: isListed(page) ? canonical === own : canonical === undefined || !isPublished(site),
				'og:url': inHead(page, 'meta[property="og:url"]') === own,
				'og:image': await isFile(inHead(page, 'meta[property="og:image"]')),
				Markdown: isListed(page) ? await isFile(markdown) : markdown === undefined || !isPublished(site),
			}).flatMap(([what, isRight]) => (isRight ? [] : [`${page.path}: ${what}`]));
		}),
	);
	return found.flat();
}
