import { readRedirects } from '../../data/redirects.ts';
import { base, site } from '../../settings.ts';
import { sharedPolicy } from './policy.ts';

/** For files whose names carry a hash of what is in them, below `_astro/`: kept for a year, in seconds. */
export const hashed = 'public, max-age=31536000, immutable';

/** For all others: kept, and asked about before each use. */
export const asked = 'no-cache';

/**
 * The headers of every answer of a built site, whatever the host. The policy says what those in the pages say together, and
 * that nobody may frame them, which a page cannot say itself.
 */
const securityHeaders = async (folder: string): Promise<Record<string, string>> => ({
	'Content-Security-Policy': await sharedPolicy(folder),
	// Two years, in seconds. Not for subdomains: they may be somebody else's business.
	'Strict-Transport-Security': 'max-age=63072000',
	'X-Content-Type-Options': 'nosniff',
	// As in the pages.
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Embedder-Policy': 'require-corp',
	'Cross-Origin-Resource-Policy': 'same-origin',
});

/** What hosts need to know of the site in `folder`. Throws when it was not built. */
export const factsOf = async (folder: string) => ({
	/** Where the site lives; nginx and Caddy serve it with TLS where this starts with `https:`. */
	site: new URL(site ?? 'http://localhost:8080'),
	/** The path of the site, with a slash at both ends. */
	base,
	headers: await securityHeaders(folder),
	redirects: readRedirects(),
});
export type Facts = Awaited<ReturnType<typeof factsOf>>;
