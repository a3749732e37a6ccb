import { glob, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';

/**
 * The headers of every answer. They do not depend on the pages: each page carries its own policy, and the header adds
 * what a page cannot say about itself. `.github/hosts/` has the same for hosts that read no `_headers`; `npm run
 * test:hosts` compares them.
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

/** Cloudflare reads 100 rules, and the first is for all files. Pictures beyond that are asked about at each visit. */
const mostHashed = 99;
const isPicture = (path: string) => Number(/\.(avif|gif|jpe?g|png|svg|webp)$/.test(path));

/**
 * `_headers` as Netlify and Cloudflare read it. Both apply a rule to a missing file too, so a rule for the whole
 * folder of hashed files would let a browser keep a 404 for a year; each of `hashed`, their addresses, has its own
 * rule instead.
 */
export const headersFile = (hashed: string[]): string =>
	[
		'/*',
		...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
		...hashed
			.toSorted((a, b) => isPicture(a) - isPicture(b))
			.slice(0, mostHashed)
			.flatMap((path) => [path, '  Cache-Control: public, max-age=31536000, immutable']),
		'',
	].join('\n');

type AstroRedirects = Record<string, string | { destination: string }>;

/** `_redirects` as Netlify, Cloudflare and our Caddyfile read it, with addresses below `base`. */
export const redirectsFile = (base: string, redirects: AstroRedirects): string =>
	Object.entries(redirects)
		.map(([from, to]) => `${base}${from.slice(1)} ${typeof to === 'string' ? to : to.destination} 301\n`)
		.join('');

/** Writes the two files that Netlify and Cloudflare look for. Must come after all that adds files to `_astro/`. */
export function hostFiles(): AstroIntegration {
	let base = '/';
	let redirects: AstroRedirects = {};
	return {
		name: 'host-files',
		hooks: {
			'astro:config:done': ({ config }) => void ({ base, redirects } = config),
			'astro:build:done': async ({ dir }) => {
				const hashed = await Array.fromAsync(glob('_astro/**/*.*', { cwd: fileURLToPath(dir) }));
				const addresses = hashed.sort().map((path) => base + path.replaceAll('\\', '/'));
				await writeFile(new URL('_headers', dir), headersFile(addresses));
				await writeFile(new URL('_redirects', dir), redirectsFile(base, redirects));
			},
		},
	};
}
