import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';
import { startInbox } from '../../src/tools/inbox.ts';
import { runBuild } from '../support/run-build.ts';

const folder = '.reports/engines/site';
/** The content that is built; `CONTENT_DIR` names another. */
const content = process.env['CONTENT_DIR'] ?? './tests/fixtures/content';

/** Builds the site for a server and a form service of its own, and starts both. Throws with what the build says when it fails. */
export async function startSite() {
	// Nothing is kept: every visit is a first one.
	const files = sirv(folder, { dev: true, etag: false });
	const server = createServer((request, response) =>
		files(request, response, () => {
			response.writeHead(404, { 'content-type': 'text/html' });
			createReadStream(`${folder}/404.html`).pipe(response);
		}),
	);
	await once(server.listen(0, 'localhost'), 'listening');
	const root = `http://localhost:${(server.address() as AddressInfo).port}/`;
	const inbox = await startInbox({ store: `${folder}.jsonl`, siteOrigin: root.slice(0, -1) });
	const { code, out, err } = await runBuild(folder, content, { SITE_URL: root, FORM_ENDPOINT: inbox.endpoint });
	if (code !== 0) throw new Error(`The site was not built.\n${[...out, ...err].join('\n')}`);
	return {
		root,
		inbox,
		pages: await crawl(root),
		close: () => (server.closeAllConnections(), server.close(), inbox.close()),
	};
}

export interface Page {
	/** All places in it that links lead to, as `#…`. */
	places: Set<string>;
	html: string;
}

/** Every page that the site's sitemap, links and forms lead to, and one that does not exist, by their paths. */
async function crawl(root: string): Promise<Map<string, Page>> {
	const pages = new Map<string, Page>();
	const sitemap = await fetch(new URL('sitemap.xml', root)).then((answer) => answer.text());
	const found = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) => address);
	for (const address of [root, `${root}no-such-page/`, ...found]) await visit(new URL(address));
	return pages;

	async function visit({ href, origin, pathname, hash }: URL): Promise<void> {
		if (!href.startsWith(root)) return;
		if (!pages.has(pathname)) {
			const answer = await fetch(origin + pathname);
			if (!answer.headers.get('content-type')?.includes('text/html')) return;
			const html = await answer.text();
			pages.set(pathname, { places: new Set(), html });
			for (const [, link = ''] of html.matchAll(/<(?:a|input)\b[^>]*?\s(?:href|value)="?((?:http|\/|#)[^"\s>]*)/g))
				await visit(new URL(link, origin + pathname));
		}
		if (hash) pages.get(pathname)?.places.add(hash);
	}
}
