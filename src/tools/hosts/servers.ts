import type { Redirect } from '../../data/redirects.ts';
import { asked, hashed } from './headers.ts';

/** What a server needs to know of a built site. */
export interface Hosted {
	/** The folder on the server that holds the built site. */
	root: string;
	/** Where the site lives. A server of our own gets a certificate for it where it starts with `https:`. */
	site: URL;
	/** The path of the site, with a slash at both ends. */
	base: string;
	headers: Record<string, string>;
	redirects: Redirect[];
}

const lines = <T>(list: Iterable<T>, line: (entry: T) => string) => [...list].map(line).join('\n');

/** What nginx needs to know of files that its own list of types lacks, and which of all types are text. */
const text = 'text/css text/plain text/xml text/markdown application/javascript application/manifest+json';
const compressed = `${text} application/json application/xml image/svg+xml`;

/** The site for nginx, to be included in its `http` block. */
export function nginx({ root, site, base, headers, redirects }: Hosted): string {
	const certificate = `/etc/letsencrypt/live/${site.hostname}`;
	const secure = site.protocol === 'https:';
	return `# Brotli comes with the packages libnginx-mod-http-brotli-filter and libnginx-mod-http-brotli-static.
# Without them, take out the lines that begin with "brotli".
map $uri $guide_caching {
	"~^${base}_astro/" "${hashed}";
	default "${asked}";
}
${
	secure
		? `
server {
	listen 80;
	listen [::]:80;
	server_name ${site.hostname};
	return 301 ${site.origin}$request_uri;
}
`
		: ''
}
server {
${
	secure
		? `	listen ${site.port || 443} ssl http2;
	listen [::]:${site.port || 443} ssl http2;
	ssl_certificate ${certificate}/fullchain.pem;
	ssl_certificate_key ${certificate}/privkey.pem;
	ssl_protocols TLSv1.2 TLSv1.3;`
		: `	listen ${site.port || 80};
	listen [::]:${site.port || 80};`
}
	server_name ${site.hostname};
	server_tokens off;
	absolute_redirect off;

	include /etc/nginx/mime.types;
	types {
		application/manifest+json webmanifest;
		text/markdown md;
	}
	charset utf-8;
	charset_types ${text};

	gzip on;
	gzip_static on;
	gzip_vary on;
	gzip_types ${compressed};
	brotli on;
	brotli_static on;
	brotli_types ${compressed};

	# A block below that adds a header of its own would lose all of these.
	add_header Cache-Control $guide_caching always;
${lines(Object.entries(headers), ([name, value]) => `	add_header ${name} "${value}" always;`)}

	error_page 404 ${base}404.html;
	location ${base} {
		alias ${root}/;
	}
${base === '/' ? '' : `	location = ${base.slice(0, -1)} {\n		return 301 ${base};\n	}\n`}${lines(
		redirects,
		({ from, to }) => `	location = ${from} {\n		return 301 "${to}";\n	}`,
	)}
}
`;
}

/** The site for Caddy, which finds a certificate by itself. */
export function caddy({ root, site, base, headers, redirects }: Hosted): string {
	return `(guide) {
	root * ${root}
	encode zstd gzip
	header {
		-Server
${lines(Object.entries(headers), ([name, value]) => `		${name} "${value}"`)}
	}
}
${site.origin} {
	import guide
	@hashed path ${base}_astro/*
	header @hashed Cache-Control "${hashed}"
	@others not path ${base}_astro/*
	header @others Cache-Control "${asked}"
	@markdown path *.md
	header @markdown Content-Type "text/markdown; charset=utf-8"
	@manifest path *.webmanifest
	header @manifest Content-Type "application/manifest+json"

${lines(redirects, ({ from, to }) => `	redir ${from} ${to} 301`)}
${base === '/' ? '' : `	redir ${base.slice(0, -1)} ${base} 301\n`}	handle_path ${base}* {
		file_server {
			precompressed br gzip
		}
	}
	handle {
		error 404
	}
	handle_errors {
		import guide
		rewrite * /404.html
		header Cache-Control "${asked}"
		file_server
	}
}
`;
}
