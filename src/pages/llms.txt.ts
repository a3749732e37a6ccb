import type { APIRoute } from 'astro';
import { getSitePages } from '../data/pages.ts';
import { llmsTxt } from '../seo/twin-pages.ts';

/** What the site holds, for language models. */
export const GET: APIRoute = async () =>
	new Response(await llmsTxt((await getSitePages()).filter(({ hidden }) => !hidden)));
