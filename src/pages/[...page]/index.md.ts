import type { APIRoute, GetStaticPaths } from 'astro';
import { getSitePages, type SitePage } from '../../data/pages.ts';
import { twinOf } from '../../seo/twin-pages.ts';

/** The Markdown twin of every page that search engines may list: `/index.md`, `/team/index.md`. */
export const getStaticPaths = (async () =>
	(await getSitePages())
		.filter(({ hidden }) => !hidden)
		.map((page) => ({
			params: { page: page.path.slice(1, -1) || undefined },
			props: page,
		}))) satisfies GetStaticPaths;

export const GET: APIRoute<SitePage> = async ({ props }) =>
	new Response(await twinOf(props), { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
