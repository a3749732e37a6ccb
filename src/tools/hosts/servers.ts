import { readFileSync } from 'node:fs';
import { asked, type Facts, hashed } from './facts.ts';

/** The folder on a server that holds the built site. */
const root = '/srv/guide';

/** The template of that name, filled in. */
const fill = (name: string, words: Record<string, string>) =>
	readFileSync(new URL(name, import.meta.url), 'utf8').replace(/{{(\w+)}}/g, (_, word: string) => words[word] ?? '');
const block = (lines: string[]) => lines.map((line) => `\t${line}`).join('\n');

/** The old addresses, and that of the site without its last slash. */
const moved = ({ base, redirects }: Facts) =>
	base === '/' ? redirects : [...redirects, { from: base.slice(0, -1), to: base }];

/** The site for nginx, to be included in its `http` block. */
export function nginx(facts: Facts): string {
	const { base, headers, site } = facts;
	const secure = site.protocol === 'https:';
	const listen = (port: number, how = '') => [`listen ${port}${how};`, `listen [::]:${port}${how};`];
	const certificate = `/etc/letsencrypt/live/${site.hostname}`;
	const tls = [
		'ssl_protocols TLSv1.2 TLSv1.3;',
		`ssl_certificate ${certificate}/fullchain.pem;`,
		`ssl_certificate_key ${certificate}/privkey.pem;`,
	];
	const toTls = [`server_name ${site.hostname};`, `return 301 ${site.origin}$request_uri;`];
	return fill('nginx.conf', {
		...{ base, root, hashed, asked, host: site.hostname },
		insecure: secure ? `\nserver {\n${block([...listen(80), ...toTls])}\n}\n` : '',
		listen: block(secure ? [...listen(443, ' ssl http2'), ...tls] : listen(Number(site.port || 80))),
		headers: block(Object.entries(headers).map(([name, value]) => `add_header ${name} "${value}" always;`)),
		redirects: block(moved(facts).map(({ from, to }) => `location = ${from} { return 301 "${to}"; }`)),
	});
}

/** The site for Caddy, which finds a certificate by itself. */
export const caddy = (facts: Facts): string =>
	fill('Caddyfile', {
		...{ base: facts.base, root, hashed, asked, origin: facts.site.origin },
		headers: block(Object.entries(facts.headers).map(([name, value]) => `\t${name} "${value}"`)),
		redirects: block(moved(facts).map(({ from, to }) => `redir ${from} ${to} 301`)),
	});
