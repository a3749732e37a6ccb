import type { APIRoute } from 'astro';
import { absolute, isPublished } from '../urls.ts';

/** Welcomes robots where the site is published, and turns them away elsewhere. Hosts look for it at their root only. */
export const GET: APIRoute = () =>
	new Response(
		isPublished ? `User-agent: *\nAllow: /\n\nSitemap: ${absolute('/sitemap.xml')}\n` : 'User-agent: *\nDisallow: /\n',
	);
