import { hash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Element } from 'hast';
import { visit } from 'unist-util-visit';
import { parseHtml, readPages } from './html-files.ts';

/** What every page may do. Scripts and styles come by their hashes; a page with a form adds the form service. */
const directives = [
	"default-src 'none'",
	"img-src 'self'",
	"font-src 'self'",
	"connect-src 'self'",
	"form-action 'self'",
	"base-uri 'none'",
	"require-trusted-types-for 'script'",
	"trusted-types 'none'",
] as const;

const hashOf = (text: string) => `sha256-${hash('sha256', text, 'base64')}` as const;

const textOf = ({ children }: Element) => (children[0]?.type === 'text' ? children[0].value : '');

/** The sources that a page's scripts or styles need: `'self'` for files, a hash for each inline one. */
function sourceOf(element: Element): [name: string, source: string] | undefined {
	const { tagName, properties } = element;
	if (tagName === 'style') return ['style-src', `'${hashOf(textOf(element))}'`];
	if (tagName === 'link' && String(properties['rel']) === 'stylesheet') return ['style-src', "'self'"];
	// Structured data is not run and needs no permission.
	if (tagName !== 'script' || properties['type'] === 'application/ld+json') return undefined;
	return ['script-src', properties['src'] ? "'self'" : `'${hashOf(textOf(element))}'`];
}

/**
 * The page with its policy right below `<meta charset>`, and with no more in it than the page uses. A page without a
 * policy is left alone. Throws where an inline script is on the page that the policy does not know.
 */
export function fitPolicy(html: string): string {
	const used: Record<string, Set<string>> = { 'script-src': new Set(), 'style-src': new Set() };
	const metas: Element[] = [];
	visit(parseHtml(html), 'element', (element) => {
		if (element.tagName === 'meta') metas.push(element);
		const [name, source] = sourceOf(element) ?? [];
		if (name && source) used[name]?.add(source);
	});
	const policy = metas.find(({ properties }) => /^content-security-policy$/i.test(String(properties['httpEquiv'])));
	const { start, end } = policy?.position ?? {};
	const top = metas.find(({ properties }) => properties['charSet'])?.position?.end.offset;
	if (start?.offset === undefined || top === undefined) return html;

	const written = String(policy?.properties['content'])
		.split(';')
		.map((part) => part.trim().split(/\s+/));
	const allowed = new Set(written.find(([name]) => name === 'script-src'));
	const unknown = [...(used['script-src'] ?? [])].filter((source) => source !== "'self'" && !allowed.has(source));
	if (unknown.length) throw new Error(`A script of the page is not in its policy: ${unknown.join(' ')}`);
	const fitted = written
		.map(([name = '', ...sources]) => [name, ...(used[name] ?? sources)])
		// Without a list of its own, a kind of source falls back to `default-src 'none'`.
		.filter(([name = '', ...sources]) => name && !(used[name] && sources.length === 0));
	const content = fitted.map((part) => part.join(' ')).join(';');
	const meta = `<meta http-equiv="content-security-policy" content="${content}">`;
	return html.slice(0, top) + meta + html.slice(top, start.offset) + html.slice(end?.offset);
}

/**
 * The content security policy of every page. Astro writes it at the end of the head with the hashes of the whole site;
 * a policy governs only what stands below it, and each hash is 50 bytes that do not compress. So after the build each
 * page's policy moves to the top and keeps what the page uses. `inlineScripts` are those that Astro does not process
 * itself.
 */
export const securityPolicy = ({ inlineScripts }: { inlineScripts: (base: string) => string[] }): AstroIntegration => ({
	name: 'security-policy',
	hooks: {
		'astro:config:setup': ({ config, updateConfig }) =>
			void updateConfig({
				security: {
					csp: {
						algorithm: 'SHA-256',
						directives: [...directives],
						scriptDirective: { hashes: inlineScripts(config.base).map(hashOf) },
					},
				},
			}),
		'astro:build:done': async ({ dir }) => {
			for await (const { file, html } of readPages(fileURLToPath(dir))) await writeFile(file, fitPolicy(html));
		},
	},
});
