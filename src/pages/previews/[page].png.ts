import type { APIRoute, GetStaticPaths } from 'astro';
import { getFrame } from '../../data/frame.ts';
import { getSitePages, type SitePage } from '../../data/pages.ts';
import { drawPreview } from '../../seo/preview.ts';

/** The picture that messengers and social networks show for a page. */
export const getStaticPaths = (async () =>
	(await getSitePages()).map((page) => ({ params: { page: page.id }, props: page }))) satisfies GetStaticPaths;

export const GET: APIRoute<SitePage> = async ({ props: { id, title } }) => {
	const png = await drawPreview(title, await getFrame(id));
	return new Response(new Uint8Array(png), { headers: { 'Content-Type': 'image/png' } });
};
