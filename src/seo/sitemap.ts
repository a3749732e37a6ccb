import { once } from '../data/guide.ts';
import { getSitePages } from '../data/pages.ts';
import { absolute, contentDir } from '../settings.ts';
import { changeDays, lastChanged } from './last-changed.ts';

/** The address of every page that search engines may list, and the day it last changed. */
export const sitemapEntries = once(async (): Promise<{ url: string; day: string }[]> => {
	const [pages, days] = [await getSitePages(), changeDays(contentDir)];
	return pages
		.filter(({ hidden }) => !hidden)
		.map((page) => ({ url: absolute(page.path), day: lastChanged(page, days) }));
});

/** A sitemap, or an index of sitemaps: https://www.sitemaps.org/protocol.html. Addresses hold no character that XML escapes. */
export function sitemapXml(kind: 'urlset' | 'sitemapindex', entries: { url: string; day: string }[]): Response {
	const element = kind === 'urlset' ? 'url' : 'sitemap';
	const lines = entries.map(({ url, day }) => `<${element}><loc>${url}</loc><lastmod>${day}</lastmod></${element}>`);
	const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
	const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<${kind} xmlns="${namespace}">\n${lines.join('\n')}\n</${kind}>\n`;
	return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
}
