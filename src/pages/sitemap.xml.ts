import type { APIRoute } from 'astro';
import { sitemap } from '../seo/sitemap.ts';

/** Every page that search engines may list. */
export const GET: APIRoute = async () =>
	new Response(await sitemap(), { headers: { 'Content-Type': 'application/xml' } });
