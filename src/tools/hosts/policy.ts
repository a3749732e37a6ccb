import { hash } from 'node:crypto';
import { glob, readFile, writeFile } from 'node:fs/promises';

/**
 * The content security policy. Astro writes it into each page (`security` in `astro.config.mjs`), at the end of the head and
 * with a hash for every script and style of the whole site. A policy governs only what stands below it, and each hash is 50
 * bytes of the first flight, so the build moves it to the top and keeps what the page needs.
 */
const written = /<meta http-equiv="content-security-policy" content="([^"]*)">/;
const top = '<meta charset="utf-8">';

/** What every page may do. Scripts and styles come by their hashes, a form service by `Page.astro`. */
export const directives = [
	"default-src 'none'",
	"img-src 'self'",
	"manifest-src 'self'",
	"connect-src 'self'",
	"form-action 'self'",
	"base-uri 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types 'none'",
] as const;

/** The hash by which a policy knows an inline script or style. */
export const hashOf = (text: string) => `sha256-${hash('sha256', text, 'base64')}` as const;

type Policy = Map<string, Set<string>>;

const parse = (text: string): Policy =>
	new Map(
		text.matchAll(/([\w-]+)([^;]*)/g).map(([, name = '', sources = '']) => [name, new Set(sources.match(/\S+/g))]),
	);

const print = (policy: Policy) => [...policy].map(([name, sources]) => [name, ...sources].join(' ')).join(';');

/** How what a directive is about stands in a page: inline, and loaded. Structured data is not run, and needs no leave. */
const kinds = [
	['script-src', /<script\b(?![^>]*(?:\bsrc=|ld\+json))[^>]*>([^]*?)<\/script>/g, /<script\b[^>]*\bsrc=/],
	['style-src', /<style\b[^>]*>([^]*?)<\/style>/g, /<link\b[^>]*\brel="stylesheet"/],
] as const;

/**
 * The page with its policy above all that it governs, and with no more in it than the page uses. A page without a policy is
 * left alone. Throws where a script is on the page that Astro does not know: somebody's words are no place for one.
 */
export function fitPolicy(html: string): string {
	const [meta, text = ''] = written.exec(html) ?? [];
	if (!meta) return html;
	const policy = parse(text);
	for (const [name, inline, loaded] of kinds) {
		const used = new Set<string>(html.matchAll(inline).map(([, words = '']) => `'${hashOf(words)}'`));
		const unknown = used.difference(policy.get(name) ?? new Set());
		if (name === 'script-src' && unknown.size > 0)
			throw new Error(`A script of the page is not in its policy: ${[...unknown].join(' ')}`);
		if (loaded.test(html)) used.add("'self'");
		// Without a list of its own, a kind of source falls back to `default-src 'none'`.
		if (used.size > 0) policy.set(name, used);
		else policy.delete(name);
	}
	return html.replace(meta, '').replace(top, `${top}${meta.replace(text, print(policy))}`);
}

const htmlFiles = (folder: string) => Array.fromAsync(glob(`${folder}/**/*.html`));

/** Fits the policy of every page of a built site. */
export async function fitPolicies(folder: string): Promise<void> {
	for (const file of await htmlFiles(folder)) await writeFile(file, fitPolicy(await readFile(file, 'utf8')));
}

/**
 * What the policies of all pages of a built site allow together: for the header, which a host sends with every answer.
 * Throws when no page has a policy.
 */
export async function sharedPolicy(folder: string): Promise<string> {
	const shared: Policy = new Map();
	for (const file of (await htmlFiles(folder)).sort())
		for (const [name, sources] of parse(written.exec(await readFile(file, 'utf8'))?.[1] ?? ''))
			shared.set(name, sources.union(shared.get(name) ?? new Set()));
	if (shared.size === 0) throw new Error(`No page in ${folder} has a policy. Build the site first.`);
	return print(shared.set('frame-ancestors', new Set(["'none'"])));
}
