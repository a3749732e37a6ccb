import type { APIRoute, GetStaticPaths } from 'astro';
import { getClinic } from '../data/guide.ts';
import { getSitePages } from '../data/pages.ts';

/**
 * `security.txt` (RFC 9116), where the clinic has an address to write to: whom to tell about a weakness. It holds for
 * a year after the newest change to the site, so that nobody goes by it once the site is left alone. The folder is a
 * parameter because the type checker passes over folders whose names begin with a dot.
 */
export const getStaticPaths = (async () => {
	const { email } = await getClinic();
	return email ? [{ params: { wellKnown: '.well-known/security' }, props: { email } }] : [];
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ email: string }> = async ({ props }) => {
	const newest = Math.max(...(await getSitePages()).map(({ updated }) => Number(updated)));
	const expires = new Date(newest + 365 * 86_400_000).toISOString();
	return new Response(`Contact: mailto:${props.email}\nExpires: ${expires}\n`);
};
