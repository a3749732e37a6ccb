import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';

/**
 * The headers of every answer. They do not depend on the pages: each page carries its own policy, and the header adds what
 * a page cannot say about itself. `.github/hosts/` has the same for hosts that read no `_headers`.
 */
const headers = {
	'Content-Security-Policy': "frame-ancestors 'none'",
	// Two years, in seconds. Not for subdomains, which may be somebody else's business.
	'Strict-Transport-Security': 'max-age=63072000',
	'X-Content-Type-Options': 'nosniff',
	// A stricter one would make the form service take messages for spam.
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Embedder-Policy': 'require-corp',
	'Cross-Origin-Resource-Policy': 'same-origin',
};

/** `_headers` as Netlify and Cloudflare read it, for a site below `base`. Files below `_astro/` have a hash in their names. */
export const headersFile = (base: string): string =>
	[
		'/*',
		...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
		`${base}_astro/*`,
		'  Cache-Control: public, max-age=31536000, immutable',
		'',
	].join('\n');

/** `_redirects` as Netlify and Cloudflare read it. Both send an address that has a page of its own there as well. */
export const redirectsFile = (base: string, redirects: Record<string, string>): string =>
	Object.entries(redirects)
		.map(([from, to]) => `${base}${from.slice(1)} ${to} 301\n`)
		.join('');

/** Writes the two files that Netlify and Cloudflare look for in a built site; other hosts do not mind them. */
export function hostFiles(): AstroIntegration {
	let files: Record<string, string> = {};
	return {
		name: 'host-files',
		hooks: {
			'astro:config:done': ({ config }) => {
				const redirects = Object.entries(config.redirects).map(([from, to]) => [
					from,
					typeof to === 'string' ? to : to.destination,
				]);
				files = {
					_headers: headersFile(config.base),
					_redirects: redirectsFile(config.base, Object.fromEntries(redirects) as Record<string, string>),
				};
			},
			'astro:build:done': async ({ dir }) => {
				for (const [name, text] of Object.entries(files)) await writeFile(new URL(name, dir), text);
			},
		},
	};
}
