import { glob, readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { readPages, readRedirects, redirectOf } from '../support/page.ts';
import { runBuild } from '../support/run-build.ts';
import { missing, serveBy, serverNames } from '../support/servers.ts';
import { pagesOf } from '../support/site.ts';
import { connectedElsewhere, ports, sites } from '../support/sites.ts';
import { appointment } from './pages/form.ts';
import { phone, visitSite } from './setup.ts';
import { nothing, tour, watch } from './tour.ts';

/** The built site behind real web servers, by the configurations that the build wrote. */

const types: Record<string, string> = {
	html: 'text/html',
	js: 'application/javascript|text/javascript',
	css: 'text/css',
	md: 'text/markdown',
	txt: 'text/plain',
	xml: 'text/xml|application/xml',
	svg: 'image/svg\\+xml',
	png: 'image/png',
	ico: 'image/(x-icon|vnd.microsoft.icon)',
	woff2: 'font/woff2',
	webmanifest: 'application/manifest\\+json',
};
const security = [
	'content-security-policy',
	'strict-transport-security',
	'x-content-type-options',
	'referrer-policy',
	'permissions-policy',
	'cross-origin-opener-policy',
	'cross-origin-embedder-policy',
	'cross-origin-resource-policy',
];
const pressed = /^(html|js|css|md|txt|xml|svg|webmanifest)$/;
/** What fits into one packet anyway, in bytes, may stay as it is. */
const small = 1000;

beforeAll(async () => {
	expect(await runBuild(connectedElsewhere.folder, './content', connectedElsewhere.env)).toMatchObject({ code: 0 });
});

/** A request as browsers make it; a redirect is returned, not followed. */
const ask = (url: string) => fetch(url, { redirect: 'manual', headers: { 'Accept-Encoding': 'gzip, br' } });

const cases = serverNames
	.map((name) => ({ name, reason: missing(name) }))
	.flatMap((server) => [sites.connected, connectedElsewhere].map((site) => ({ ...server, site })));

describe.for(cases.filter(({ reason }) => reason))('$name at $site.base: not tested, $reason', () => {
	test('is here', (context) => context.skip());
});

describe.for(cases.filter(({ reason }) => !reason))('$name at $site.base', ({ name, site }) => {
	const { folder, base } = site;
	const url = `http://localhost:${ports.site}${base}`;
	const visit = visitSite(site, () => serveBy(name, folder, url));

	test('serves every file whole, with its type, compressed, and with how long to keep it', async () => {
		const files = (await Array.fromAsync(glob('**/*.*', { cwd: folder }))).sort();
		expect(files.length).toBeGreaterThan(30);
		const mistakes = await Promise.all(
			files.map(async (file) => {
				const ending = file.replace(/.*\./, '');
				const answer = await ask(url + file.replace(/(^|\/)index\.html$/, '$1'));
				const header = (header: string) => answer.headers.get(header) ?? '';
				const wanted = await readFile(`${folder}/${file}`);
				const whole = Buffer.from(await answer.arrayBuffer()).equals(wanted);
				const compressed = /^(br|gzip)$/.test(header('content-encoding'));
				const moved = answer.status === 301;
				return Object.entries({
					status: answer.status === 200 || moved,
					bytes: whole || moved,
					type: moved || new RegExp(`^(${types[ending] ?? 'no type'})(;|$)`).test(header('content-type')),
					charset: moved || !/^text\//.test(header('content-type')) || /charset=utf-8/i.test(header('content-type')),
					compression: moved || wanted.length < small || compressed === pressed.test(ending),
					caching:
						header('cache-control') ===
						(file.startsWith('_astro/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
					revalidation: moved || header('etag') !== '',
					security: security.every((name) => header(name)),
				}).flatMap(([what, right]) =>
					right ? [] : [`${file}: ${what} (${answer.status}, ${header('content-type')})`],
				);
			}),
		);
		expect(mistakes.flat()).toEqual([]);
	});

	test('answers 304 to who has the page already', async () => {
		const { headers } = await ask(url);
		const again = await fetch(url, { headers: { 'If-None-Match': headers.get('etag') ?? '' } });
		expect(again.status).toBe(304);
	});

	test('leads from each page’s address without a slash to the page', async () => {
		const pages = (await pagesOf(folder)).filter((path) => path.endsWith('/') && (path !== '/' || base !== '/'));
		expect(pages.length).toBeGreaterThan(4);
		for (const path of pages) {
			const short = url + path.slice(1, -1);
			const answer = await ask(path === '/' ? url.slice(0, -1) : short);
			expect(answer.status, short).toBeGreaterThan(300);
			expect(answer.status, short).toBeLessThan(309);
			expect(new URL(answer.headers.get('location') ?? '', url).href).toBe(url + path.slice(1));
		}
	});

	test.each(['nothing-here', 'nothing/here/', '_astro/gone.js', 'team/nothing.html'])(
		'answers /%s with the page for it, the status 404, and no long life',
		async (path) => {
			const answer = await ask(url + path);
			expect(answer.status).toBe(404);
			expect(await answer.text()).toBe(await readFile(`${folder}/404.html`, 'utf8'));
			expect(answer.headers.get('content-type')).toMatch(/^text\/html/);
			expect(answer.headers.get('cache-control')).toBe('no-cache');
			expect(security.filter((name) => !answer.headers.get(name))).toEqual([]);
		},
	);

	test('sends each old address on by itself', async () => {
		const redirects = await readRedirects(folder);
		for (const page of redirects) {
			const answer = await ask(url + page.path.slice(1));
			expect(answer.status).toBe(301);
			expect(answer.headers.get('location')).toBe(redirectOf(page));
		}
	});

	test('says in the header what the pages say, and that nobody may frame them', async () => {
		const policy = (text: string) => new Map(text.split(';').map((part) => [part.split(' ')[0], part.split(' ')]));
		const header = policy((await ask(url)).headers.get('content-security-policy') ?? '');
		expect(header.get('frame-ancestors')).toEqual(['frame-ancestors', "'none'"]);
		for (const { name, document } of await readPages(folder)) {
			const own = document.querySelector('meta[http-equiv="content-security-policy"]')?.getAttribute('content') ?? '';
			for (const [directive, sources] of policy(own))
				expect(header.get(directive), `${name}: ${directive ?? ''}`).toEqual(expect.arrayContaining(sources));
		}
	});

	test('shows every page and all that is on it without breaking the policy', async () => {
		const { used, own, ...found } = await tour(visit, await pagesOf(folder));
		expect(used).toBeGreaterThan(50);
		expect(own).toBeGreaterThan(10);
		expect(found).toEqual({ violations: [], console: [], foreign: [] });
	});

	test.each([true, false])('lets the form be sent under the policy, scripts: %s', async (javaScriptEnabled) => {
		const found = nothing();
		const origins = [url, visit.inbox.endpoint].map((address) => new URL(address).origin);
		const page = await visit.open('/contact/', { viewport: phone, javaScriptEnabled }, (blank) =>
			watch(blank, origins, found),
		);
		const form = appointment(page);
		if (javaScriptEnabled) await form.ready();
		await form.fill({ name: 'Ada', email: 'ada@example.com' });
		await form.send().click();
		await (javaScriptEnabled ? form.sent().waitFor() : page.waitForURL(`${url}thanks/`));
		expect(visit.inbox.messages).toHaveLength(1);
		expect(found).toMatchObject({ violations: [], console: [], foreign: [] });
	});
});
