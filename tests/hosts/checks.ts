import { engines } from '../engines/engines.ts';
import { visitorOf } from '../engines/visitor.ts';
import { ask, type Response } from './request.ts';
import { type BuiltSite, secret } from './site.ts';

/** Returns what is wrong, a line each. */
export type Check = (origin: string, site: BuiltSite) => Promise<string[]>;

interface Asked {
	path: string;
	answer: Response;
	site: BuiltSite;
	origin: string;
	/** Asks for the same path in another way. */
	again: (headers: Record<string, string>, method?: string) => Promise<Response>;
}
const compressing = { 'Accept-Encoding': 'gzip, br' };
type Finding = string | false | undefined;

/** A host that hangs, or hangs up, is as bad as one with status 500. */
const noAnswer = (error: unknown): Response => ({
	status: 599,
	headers: {},
	body: Buffer.from(String(error)),
	location: undefined,
});

/** Asks for each path, and collects what `find` finds. Throws where there is nothing to ask for. */
function each(
	paths: (site: BuiltSite) => Iterable<string>,
	find: (asked: Asked) => Finding[] | Promise<Finding[]>,
): Check {
	return async (origin, site) => {
		const all = [...paths(site)];
		if (all.length === 0) throw new Error('There is nothing to ask for.');
		const found: string[] = [];
		for (const path of all) {
			const again: Asked['again'] = (headers, method) => ask(origin, path, { ...compressing, ...headers }, method);
			const answer = await again({}).catch(noAnswer);
			const shown = path.length > 60 ? `${path.slice(0, 20)}… (${path.length} bytes)` : path;
			for (const finding of await find({ path, answer, site, origin, again }))
				if (finding) found.push(`${shown}: ${finding}`);
		}
		return found;
	};
}

const files = ({ files }: BuiltSite) => files.keys();
const year = 'public, max-age=31536000, immutable';
const types: Record<string, RegExp> = {
	html: /^text\/html; ?charset=utf-8$/i,
	js: /^(text|application)\/javascript(; ?charset=utf-8)?$/i,
	css: /^text\/css(; ?charset=utf-8)?$/i,
	md: /^text\/markdown; ?charset=utf-8$/i,
	txt: /^text\/plain; ?charset=utf-8$/i,
	xml: /^(text|application)\/xml(; ?charset=utf-8)?$/i,
	svg: /^image\/svg\+xml/,
	png: /^image\/png$/,
	jpeg: /^image\/jpeg$/,
	webp: /^image\/webp$/,
	ico: /^image\/(x-icon|vnd\.microsoft\.icon)$/,
	woff2: /^font\/woff2$/,
	wasm: /^application\/wasm$/,
};
/** In bytes. What fits into one packet anyway may stay as it is. */
const small = 1400;

const endingOf = (path: string) => (path.endsWith('/') ? 'html' : path.replace(/.*\./, ''));
const type = ({ headers }: Response, ending: string): Finding =>
	!types[ending]?.test(headers['content-type'] ?? '') && `Content-Type is ${headers['content-type']}`;
const caching = ({ headers: { 'cache-control': caching } }: Response, isForAYear: boolean): Finding =>
	!(isForAYear ? caching === year : /no-cache|no-store|max-age=0\b/.test(caching ?? '')) &&
	`Cache-Control is ${caching}`;
const lacking = ({ headers }: Response, site: BuiltSite): Finding[] =>
	site.headers.map(
		([name, value]) => headers[name.toLowerCase()] !== value && `${name} is ${headers[name.toLowerCase()]}`,
	);
const redirect = ({ status, location }: Response, to: string, statuses: number[]): Finding =>
	!(statuses.includes(status) && location === to) && `${status} ${location ?? ''}, not ${to}`;

const missingPaths = ({ base }: BuiltSite) =>
	[
		...['nothing-here', 'nothing/here/', 'nothing.html', 'nothing.md', 'team/nothing.txt', 'team/index.html/x'],
		...['_astro/gone.D0V96GSR.js', '_astro/gone.D0V96GSR.woff2', '.git/config', '.env'],
	].map((path) => base + path);

const otherSites = [
	'//',
	'///',
	'/\\',
	'/\\/',
	'/%5c',
	'/%5c%5c',
	'/%2f',
	'/%2f%2f',
	'/%2F%2F',
	'/.//',
	'/x//',
	'/%09/',
];
const ways = ['/../', '/..%2f', '/%2e%2e/', '/%2e%2e%2f', '/..\\', '/..%5c', '/....//', '/%252e%252e/', '/../../../'];
const hostilePaths = ({ base }: BuiltSite) => [
	...otherSites.flatMap((start) => ['evil.example', 'evil.example/x', 'contact'].map((end) => start + end)),
	...['//evil.example/x/..', '//evil.example/%2e%2e', `/${base}/contact`, `/.${base}contact`, '/http://evil.example/x'],
	...['/%0d%0aLocation:%20https://evil.example/', '/%0aSet-Cookie:x=1', '/../../../../../etc/passwd'],
	...ways.flatMap((way) => [`${way}secret.txt`, `${base}team${way}secret.txt`]),
	...['/%00', `${base}contact/%00`, `${base}index.html%00.md`, `${base}contact/..;/`, `${base}contact;x=1`],
	...[`${base}?${'q'.repeat(8192)}`, base + 'x'.repeat(8192), base + 'x'.repeat(300), `/${'x/'.repeat(4096)}`],
	...[`/${'../'.repeat(2730)}`, `/${'%2f'.repeat(2730)}`],
	// These cannot be decoded. They are last, because an engine ends there.
	...['/..%c0%afsecret.txt', '/%c0%80', '/%ff%fe', '/\xff', '/%', '/%z', '/%zz'],
];

/** Visits every page with a browser: what a host adds to a page or sends with it must keep nothing from working. */
const browse: Check = async (origin, { files }) => {
	const visitor = visitorOf(await engines.Chromium({ width: 360, height: 740 }), origin);
	const found: string[] = [];
	try {
		let forms = 0;
		// The editor is a program of its own, with tests of its own.
		for (const path of [...files.keys()].filter((path) => path.endsWith('/') && !path.endsWith('/edit/'))) {
			await visitor.open(path);
			await visitor.settle();
			const lacksSheet = () =>
				[...document.querySelectorAll('link')].some(({ rel, sheet }) => rel === 'stylesheet' && !sheet);
			if (await visitor.js(lacksSheet)) found.push(`${path}: a style sheet is missing`);
			if (!(await visitor.js(() => [...document.fonts].some(({ status }) => status === 'loaded'))))
				found.push(`${path}: the font is missing`);
			const ground = () => getComputedStyle(document.documentElement).backgroundColor;
			const before = await visitor.js(ground);
			await visitor.click('[data-theme-switch]');
			if ((await visitor.js(ground)) === before) found.push(`${path}: the theme does not change`);
			if ((await visitor.js(() => document.forms.length)) === 0) continue;
			await visitor.atForm();
			forms += 1;
		}
		if (forms === 0) found.push('no page has a form');
		return [...found, ...(await visitor.errors())];
	} finally {
		await visitor.close();
	}
};

/** The checks by the names that the table has for them. */
export const checks: Record<string, Check> = {
	files: each(files, async ({ path, answer: { status, body }, site, again }) => [
		status !== 200 && `status ${status}`,
		!body.equals(site.files.get(path) as Buffer) && 'other bytes than in the build',
		(await again({}, 'HEAD')).status !== status && 'HEAD has another status',
	]),
	types: each(files, ({ path, answer }) => [type(answer, endingOf(path))]),
	headers: each(files, ({ answer, site }) => lacking(answer, site)),
	cached: each(files, ({ path, answer }) => [caching(answer, path.includes('/_astro/'))]),
	'asked again': each(files, async ({ answer: { headers }, again }) => {
		const { etag, 'last-modified': date } = headers;
		if (!etag && !date) return ['neither ETag nor Last-Modified'];
		const { status } = await again(etag ? { 'If-None-Match': etag } : { 'If-Modified-Since': date ?? '' });
		return [status !== 304 && `status ${status} with its own ${etag ? 'ETag' : 'date'}`];
	}),
	compressed: each(files, ({ path, answer: { headers }, site }) => {
		const isSmall = (site.files.get(path)?.length ?? 0) < small;
		// Parts of the editor are for the few who edit.
		if (isSmall || /^(png|jpeg|webp|ico|woff2|wasm)$/.test(endingOf(path))) return [];
		if (!headers['content-encoding']) return ['not compressed'];
		return [!/accept-encoding/i.test(headers['vary'] ?? '') && 'no Vary'];
	}),
	missing: each(missingPaths, async ({ path, answer: first, site, origin, again }) => {
		// Some hosts take it for a folder, and send a browser there.
		const isSentOn = first.location === `${origin}${path}/`;
		const answer = isSentOn ? await ask(origin, `${path}/`) : first;
		return [
			answer.status !== 404 && `status ${answer.status} ${answer.location ?? ''}`,
			!answer.body.equals(site.missing) && 'not the page for it',
			(await again({}, 'HEAD')).status !== first.status && 'HEAD has another status',
			type(answer, 'html'),
			caching(answer, false),
			...lacking(answer, site),
		];
	}),
	folders: each(
		({ files }) => {
			const folders = [...files.keys()].filter((path) => /.\/$/.test(path)).map((path) => path.slice(0, -1));
			return folders.flatMap((path) => [path, `${path}?about=spa&empty=&again=1&again=2&text=a%20b%26c`]);
		},
		({ path, answer, origin }) => [redirect(answer, origin + path.replace(/(?=\?|$)/, '/'), [301, 302, 307, 308])],
	),
	redirects: each(
		({ moved }) => moved.flatMap(([from]) => [from, `${from}?from=print&text=a%26b`]),
		({ path, answer, site, origin }) => {
			const [from, query = ''] = path.split(/(?=\?)/);
			const [page = '', place = ''] = (new Map(site.moved).get(from ?? '') ?? '').split(/(?=#)/);
			return [redirect(answer, new URL(page + query + place, origin).href, [301])];
		},
	),
	browser: browse,
	methods: each(
		({ base }) => [base],
		({ again }) =>
			Promise.all(
				['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'].map(async (method) => {
					const { status } = await again({}, method).catch(noAnswer);
					return status >= 500 && `${method} has status ${status}`;
				}),
			),
	),
	hostile: each(hostilePaths, ({ answer, site, origin }) => {
		const { status, body, location } = answer;
		const isOfSite = [...site.files.values(), site.missing].some((file) => file.equals(body));
		return [
			status >= 500 && `status ${status}, ${body.toString('utf8', 0, 80)}`,
			status < 300 && !isOfSite && 'sends no file of the site',
			body.includes(secret) && 'sends a file outside of the site',
			location !== undefined && new URL(location).origin !== origin && `leads to ${location}`,
		];
	}),
};
