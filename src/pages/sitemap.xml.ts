import type { APIRoute } from 'astro';
import { getSitePages } from '../data/pages.ts';
import { absolute } from '../urls.ts';

/** Every page that search engines may list, with the day of its last change: https://www.sitemaps.org/protocol.html */
export const GET: APIRoute = async () => {
	const listed = (await getSitePages()).filter(({ noindex }) => !noindex);
	const urls = listed.map(
		({ path, updated }) =>
			`<url><loc>${absolute(path)}</loc><lastmod>${updated.toISOString().slice(0, 10)}</lastmod></url>`,
	);
	const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';
	const xml = `<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="${namespace}">\n${urls.join('\n')}\n</urlset>\n`;
	return new Response(xml, { headers: { 'Content-Type': 'application/xml' } });
};
