import type { APIRoute } from 'astro';
import { sitemapEntries, sitemapXml } from '../seo/sitemap.ts';

/** Every page that search engines may list. */
export const GET: APIRoute = async () => sitemapXml('urlset', await sitemapEntries());
