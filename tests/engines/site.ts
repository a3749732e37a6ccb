import { startInbox } from '../support/inbox.ts';
import { build } from '../support/build.ts';
import { serveSite } from '../support/server.ts';
import { fixture } from '../support/sites.ts';

/** The windows of a phone, a tablet and a desk. */
export const sizes = {
	phone: { width: 360, height: 740 },
	tablet: { width: 768, height: 1024 },
	desk: { width: 1440, height: 900 },
} as const;

export interface Page {
	/** All places in it that links lead to, as `#…`. */
	places: Set<string>;
	html: string;
}

/** Builds the fixture site, or the one of `CONTENT_DIR`, and serves it with an inbox behind its form. `name` is for the folder. */
export async function startSite(name: string) {
	const outDir = `.reports/engines/${name}`;
	const server = await serveSite(outDir);
	const site = new URL(server.url).origin;
	const inbox = await startInbox({ siteOrigin: site });
	await build({ content: process.env['CONTENT_DIR'] ?? fixture, outDir, site, formEndpoint: inbox.endpoint });
	return {
		root: server.url,
		inbox,
		pages: await crawl(server.url),
		close: () => Promise.all([server.close(), inbox.close()]),
	};
}
export type Site = Awaited<ReturnType<typeof startSite>>;

/** Every page that the site's sitemap, links and forms lead to, and one that does not exist, by their paths. */
async function crawl(root: string): Promise<Map<string, Page>> {
	const pages = new Map<string, Page>();
	const sitemap = await fetch(`${root}sitemap.xml`).then((answer) => answer.text());
	const listed = [...sitemap.matchAll(/<loc>(.*?)<\/loc>/g)].map(([, address = '']) => address);
	for (const address of [root, `${root}no-such-page/`, ...listed]) await visit(new URL(address));
	return pages;

	async function visit({ href, pathname, hash }: URL): Promise<void> {
		// The editor is no page for visitors.
		if (!href.startsWith(root) || href.startsWith(`${root}edit/`)) return;
		if (!pages.has(pathname)) {
			const answer = await fetch(href);
			if (!answer.headers.get('content-type')?.includes('html')) return;
			const html = await answer.text();
			pages.set(pathname, { places: new Set(), html });
			// What a form leads to is the value of a field.
			for (const [, link = ''] of html.matchAll(/<(?:a|input)\b[^>]*?\s(?:href|value)="?((?:http|[/#])[^"\s>]*)/g))
				await visit(new URL(link, href));
		}
		if (hash) pages.get(pathname)?.places.add(hash);
	}
}
