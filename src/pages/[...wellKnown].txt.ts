import type { APIRoute, GetStaticPaths } from 'astro';
import { getClinic } from '../data/guide.ts';
import { getSitePages } from '../data/pages.ts';
import { absolute } from '../urls.ts';

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
	const days = (await getSitePages()).map(({ updated }) => Number(updated));
	const expires = new Date(Math.max(...days));
	expires.setUTCFullYear(expires.getUTCFullYear() + 1);
	const lines = [
		`Contact: mailto:${props.email}`,
		`Expires: ${expires.toISOString()}`,
		'Preferred-Languages: en',
		`Canonical: ${absolute('/.well-known/security.txt')}`,
	];
	return new Response(`${lines.join('\n')}\n`);
};
