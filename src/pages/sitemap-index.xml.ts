import type { APIRoute } from 'astro';
import { sitemapEntries, sitemapXml } from '../seo/sitemap.ts';
import { absolute } from '../settings.ts';

/** The address that search engines are given: it stays when the sitemap is split. */
export const GET: APIRoute = async () => {
	const days = (await sitemapEntries()).map(({ day }) => day);
	return sitemapXml('sitemapindex', [{ url: absolute('/sitemap.xml'), day: days.sort().at(-1) ?? '' }]);
};
