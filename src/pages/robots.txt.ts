import type { APIRoute } from 'astro';
import { absolute, listed } from '../settings.ts';

/** Welcomes robots where the site is published, and turns them away elsewhere. Hosts look for it at their root only. */
export const GET: APIRoute = () =>
	new Response(
		listed ? `User-agent: *\nAllow: /\n\nSitemap: ${absolute('/sitemap-index.xml')}\n` : 'User-agent: *\nDisallow: /\n',
	);
