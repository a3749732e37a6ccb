import type { APIRoute } from 'astro';
import { getClinic, getGuide } from '../data/guide.ts';
import { themeColors } from '../seo/colors.ts';
import { href } from '../urls.ts';

/** The web app manifest: name, colours and icons for a phone's home screen. */
export const GET: APIRoute = async () => {
	const [clinic, guide] = await Promise.all([getClinic(), getGuide()]);
	return Response.json({
		name: clinic.name,
		short_name: clinic.shortName,
		description: guide.description,
		start_url: href('/'),
		display: 'browser',
		background_color: themeColors[0].content,
		theme_color: themeColors[0].content,
		icons: [
			{ src: href('/favicon.svg'), type: 'image/svg+xml', sizes: 'any' },
			{ src: href('/icon-512.png'), type: 'image/png', sizes: '512x512' },
		],
	});
};
