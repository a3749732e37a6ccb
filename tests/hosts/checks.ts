import { ask, type Response } from './request.ts';
import { type BuiltSite, secret } from './site.ts';

/** Returns what is wrong, a line each. */
export type Check = (origin: string, site: BuiltSite) => Promise<string[]>;

const year = 'public, max-age=31536000, immutable';
const types: [ending: RegExp, type: RegExp][] = [
	[/\/$|\.html$/, /^text\/html; ?charset=utf-8$/i],
	[/\.js$/, /^(text|application)\/javascript(; ?charset=utf-8)?$/i],
	[/\.css$/, /^text\/css(; ?charset=utf-8)?$/i],
	[/\.md$/, /^text\/markdown; ?charset=utf-8$/i],
	[/\.txt$/, /^text\/plain; ?charset=utf-8$/i],
	[/\.xml$/, /^(text|application)\/xml(; ?charset=utf-8)?$/i],
	[/\.svg$/, /^image\/svg\+xml/],
	[/\.png$/, /^image\/png$/],
	[/\.ico$/, /^image\/(x-icon|vnd\.microsoft\.icon)$/],
	[/\.woff2$/, /^font\/woff2$/],
	[/\.webmanifest$/, /^application\/manifest\+json/],
];
const compressible = /(\/|\.(html|js|css|md|txt|xml|svg|webmanifest))$/;
/** What fits into one packet anyway, in bytes, may stay as it is. */
const small = 1400;

const isHashed = (path: string) => path.includes('/_astro/');
const isBriefly = (caching: string | undefined) => /no-cache|no-store|max-age=0\b/.test(caching ?? '');
const pages = ({ files }: BuiltSite) => [...files.keys()].filter((path) => path.endsWith('/'));

/** Asks for every file, and collects what `find` says of it. */
const everyFile =
	(
		find: (path: string, answer: Response, site: BuiltSite, origin: string) => unknown,
		headers: Record<string, string> = {},
	): Check =>
	async (origin, site) => {
		const found: string[] = [];
		for (const path of site.files.keys()) {
			const wrong = await find(path, await ask(origin, path, headers), site, origin);
			if (wrong) found.push(`${path}: ${wrong as string}`);
		}
		return found;
	};

const lacking = ({ headers }: BuiltSite, answer: Response) =>
	headers
		.filter(([name, value]) => answer.headers[name.toLowerCase()] !== value)
		.map(([name]) => `${name} is ${String(answer.headers[name.toLowerCase()])}`)
		.join(', ');

const missingPaths = ({ base }: BuiltSite) =>
	[
		...['nothing-here', 'nothing/here/', 'nothing.html', 'nothing.md', 'team/nothing.txt', '_astro/gone.D0V96GSR.js'],
		...['_astro/gone.D0V96GSR.woff2', 'team/index.html/x', '.git/config', '.env'],
	].map((path) => base + path);

/** Follows the redirect that some hosts make of a folder's address, as a browser does. */
async function arrive(origin: string, path: string): Promise<Response> {
	const answer = await ask(origin, path);
	const { location = '' } = answer;
	return location === `${origin}${path}/` ? ask(origin, `${path}/`) : answer;
}

const redirect = (answer: Response, to: string, statuses: number[]) =>
	statuses.includes(answer.status) && answer.location === to
		? []
		: [`${answer.status} ${answer.location ?? ''}, not ${to}`];

const hostilePaths = ({ base }: BuiltSite) => [
	...['//evil.example', '//evil.example/x', '//evil.example/x/..', '//evil.example/%2e%2e', '///evil.example/x'],
	...['/\\evil.example', '/\\evil.example/x', '/%5cevil.example/x', '/%5c%5cevil.example', '/\\/evil.example/x'],
	...['/%2fevil.example/x', '/%2f%2fevil.example/x', '/%2F%2Fevil.example/', '/.//evil.example/x', '/x//evil.example'],
	...[
		'/%09/evil.example/x',
		'/%0d%0aLocation:%20https://evil.example/',
		'/%0aSet-Cookie:x=1',
		'/http://evil.example/x',
	],
	...[`/${base}/contact`, `//contact`, `//team`, `/%2fcontact`, '/\\contact', '/%5ccontact', `/.${base}contact`],
	...['/../secret.txt', '/..%2fsecret.txt', '/%2e%2e/secret.txt', '/%2e%2e%2fsecret.txt', '/..\\secret.txt'],
	...[
		`${base}../../secret.txt`,
		`${base}_astro/..%2f..%2f..%2fsecret.txt`,
		`${base}team/%2e%2e/%2e%2e/%2e%2e/secret.txt`,
	],
	...[
		'/..%5csecret.txt',
		'/..%c0%afsecret.txt',
		'/....//secret.txt',
		'/%252e%252e/secret.txt',
		'/../../../../etc/passwd',
	],
	...['/%00', `${base}contact/%00`, `${base}index.html%00.md`, `${base}contact/..;/`, `${base}contact;x=1`],
	...[`${base}?${'q'.repeat(8192)}`, base + 'x'.repeat(8192), `/${'x/'.repeat(4096)}`, base + 'x'.repeat(300)],
	...[`/${'../'.repeat(2730)}`, `/${'%2f'.repeat(2730)}`],
	// These cannot be decoded. They are last, because an engine ends there.
	...['/..%c0%afsecret.txt', '/%c0%80', '/%ff%fe', '/\xff', '/%', '/%z', '/%zz'],
];
const methods = ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'];

/** A host that hangs or hangs up is as bad as one with status 500. */
const noAnswer = (error: unknown) => ({ status: 599, location: undefined, body: Buffer.from(String(error)) });
const start = (body: Buffer) => body.toString('utf8', 0, 80);

/** The checks by the names that the table has for them. */
export const checks: Record<string, Check> = {
	files: everyFile(async (path, { status, body }, { files }, origin) => {
		if (status !== 200) return `status ${status}`;
		if (!body.equals(files.get(path) as Buffer)) return 'other bytes than in the build';
		const head = await ask(origin, path, {}, 'HEAD');
		return head.status !== 200 && `HEAD has status ${head.status}`;
	}),
	types: everyFile((path, { headers }) => {
		const wanted = types.find(([ending]) => ending.test(path))?.[1];
		return !wanted?.test(headers['content-type'] ?? '') && String(headers['content-type']);
	}),
	headers: everyFile((_, answer, site) => lacking(site, answer)),
	cached: everyFile((path, { headers: { 'cache-control': caching } }) => {
		const right = isHashed(path) ? caching === year : isBriefly(caching);
		return !right && `Cache-Control is ${String(caching)}`;
	}),
	'asked again': everyFile(
		async (path, { headers }, _, origin) => {
			const { etag, 'last-modified': date } = headers;
			if (!etag && !date) return 'neither ETag nor Last-Modified';
			const condition = { ...(etag ? { 'If-None-Match': etag } : { 'If-Modified-Since': date ?? '' }) };
			const { status } = await ask(origin, path, { 'Accept-Encoding': 'gzip, br', ...condition });
			return status !== 304 && `status ${status} with its own ${etag ? 'ETag' : 'date'}`;
		},
		{ 'Accept-Encoding': 'gzip, br' },
	),
	compressed: everyFile(
		(path, { headers, body }, { files }) => {
			const own = files.get(path) as Buffer;
			if (!body.equals(own)) return 'other bytes than in the build';
			if (own.length < small || !compressible.test(path)) return undefined;
			if (!headers['content-encoding']) return 'not compressed';
			return !/accept-encoding/i.test(headers.vary ?? '') && 'no Vary';
		},
		{ 'Accept-Encoding': 'gzip, br' },
	),
	missing: async (origin, site) => {
		const found: string[] = [];
		for (const path of missingPaths(site)) {
			const answer = await arrive(origin, path);
			const { status, body, headers } = answer;
			if (status !== 404) found.push(`${path}: status ${status} ${answer.location ?? ''}`);
			const head = await ask(origin, path, {}, 'HEAD');
			if (status === 404 && head.status !== 404 && !head.location)
				found.push(`${path}: HEAD has status ${head.status}`);
			if (!body.equals(site.missing)) found.push(`${path}: not the page for it`);
			if (!/^text\/html; ?charset=utf-8$/i.test(headers['content-type'] ?? ''))
				found.push(`${path}: ${String(headers['content-type'])}`);
			const lacks = lacking(site, answer);
			if (lacks) found.push(`${path}: ${lacks}`);
			if (!isBriefly(headers['cache-control'])) found.push(`${path}: kept, ${String(headers['cache-control'])}`);
		}
		return found;
	},
	folders: async (origin, site) => {
		const found: string[] = [];
		const query = '?about=spa&empty=&again=1&again=2&text=a%20b%26c';
		for (const path of pages(site).filter((path) => path !== '/'))
			for (const end of ['', query]) {
				const answer = await ask(origin, path.slice(0, -1) + end);
				found.push(...redirect(answer, origin + path + end, [301, 302, 307, 308]));
			}
		return found;
	},
	redirects: async (origin, { moved }) => {
		const found: string[] = [];
		for (const [from, to] of moved)
			for (const query of ['', '?from=print&text=a%26b']) {
				const [page = '', place] = to.split('#');
				const wanted = origin + page + query + (place ? `#${place}` : '');
				found.push(...redirect(await ask(origin, from + query), wanted, [301]));
			}
		return found;
	},
	hostile: async (origin, site) => {
		const found: string[] = [];
		const own = [...site.files.values(), site.missing];
		for (const method of methods) {
			const { status, body } = await ask(origin, site.base, {}, method).catch(noAnswer);
			if (status >= 500) found.push(`${method}: status ${status}, ${start(body)}`);
		}
		for (const path of hostilePaths(site)) {
			const shown = path.length > 60 ? `${path.slice(0, 20)}… (${path.length} bytes)` : path;
			const { status, location, body } = await ask(origin, path).catch(noAnswer);
			if (status >= 500) found.push(`${shown}: status ${status}, ${start(body)}`);
			else if (status < 300 && !own.some((file) => file.equals(body)))
				found.push(`${shown}: sends no file of the site`);
			if (body.includes(secret)) found.push(`${shown}: sends a file outside of the site`);
			if (location !== undefined && new URL(location).origin !== origin) found.push(`${shown}: leads to ${location}`);
		}
		return found;
	},
};
