import { type Facts, hashed } from './facts.ts';

type Hosted = Omit<Facts, 'site'>;

/** `_headers` of Netlify and Cloudflare Pages. Without a word on caching, both have every file but these asked about. */
export const headersFile = ({ base, headers }: Hosted): string =>
	[
		`${base}*`,
		...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
		`${base}_astro/*`,
		`  Cache-Control: ${hashed}`,
		'',
	].join('\n');

/**
 * `_redirects` of Netlify and Cloudflare Pages. Each address twice: Netlify goes by the first line, because the site has a
 * page for browsers there, which only the mark overrides; Cloudflare knows no mark, and passes over that line.
 */
export const redirectsFile = ({ redirects }: Hosted): string =>
	redirects.map(({ from, to }) => `${from} ${to} 301!\n${from} ${to} 301\n`).join('');

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

export const vercel = ({ base, headers, redirects }: Hosted): string =>
	json({
		trailingSlash: true,
		headers: [
			{ source: `${base}(.*)`, headers: Object.entries(headers).map(([key, value]) => ({ key, value })) },
			{ source: `${base}_astro/(.*)`, headers: [{ key: 'Cache-Control', value: hashed }] },
		],
		redirects: redirects.map(({ from, to }) => ({ source: from, destination: to, statusCode: 301 })),
	});

/** A response headers policy of CloudFront, which takes some headers by their meaning and the rest by their names. */
export function cloudfrontHeaders({ headers }: Hosted): string {
	const Override = true;
	const seconds = Number(headers['Strict-Transport-Security']?.replace(/\D/g, ''));
	const custom = Object.entries(headers).filter(([name]) => /^(Cross|Permissions)-/.test(name));
	return json({
		Name: 'guide',
		SecurityHeadersConfig: {
			ContentSecurityPolicy: { Override, ContentSecurityPolicy: headers['Content-Security-Policy'] },
			StrictTransportSecurity: { Override, AccessControlMaxAgeSec: seconds },
			ReferrerPolicy: { Override, ReferrerPolicy: headers['Referrer-Policy'] },
			ContentTypeOptions: { Override },
		},
		CustomHeadersConfig: {
			Quantity: custom.length,
			Items: custom.map(([Header, Value]) => ({ Header, Value, Override })),
		},
	});
}

/** What CloudFront does at each request, because S3 knows neither folders nor old addresses. */
export const cloudfrontFunction = ({ redirects }: Hosted): string => `var moved = ${JSON.stringify(
	Object.fromEntries(redirects.map(({ from, to }) => [from, to])),
)};
function handler(event) {
	var request = event.request;
	var folder = !/\\.[^/]*$/.test(request.uri);
	var to = moved[request.uri] || (folder && !request.uri.endsWith('/') && request.uri + '/');
	if (to) return { statusCode: 301, statusDescription: 'Moved', headers: { location: { value: to } } };
	if (folder) request.uri += 'index.html';
	return request;
}
`;
