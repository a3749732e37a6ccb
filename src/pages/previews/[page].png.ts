import type { APIRoute, GetStaticPaths } from 'astro';
import { getFrame } from '../../data/frame.ts';
import { getSitePages } from '../../data/pages.ts';
import { drawPreview } from '../../seo/preview.ts';

/** The picture that messengers and social networks show for a page. */
export const getStaticPaths = (async () =>
	(await getSitePages()).map(({ id }) => ({ params: { page: id }, props: { id } }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ id: string }> = async ({ props: { id } }) =>
	new Response(await drawPreview(await getFrame(id)), { headers: { 'Content-Type': 'image/png' } });
