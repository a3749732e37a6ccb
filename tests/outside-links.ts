import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LinkChecker, LinkState } from 'linkinator';
import { buildSite } from '../src/tools/build.ts';
import { serveSite } from '../src/tools/serve.ts';
import { readPages } from './support/page.ts';

/**
 * Builds the site and visits every address outside it that a page links to. Prints each; ends with 1 when one is dead or
 * when there is nothing to visit. Needs the network, so no build and no test depends on it.
 */
const room = await mkdtemp(join(tmpdir(), 'outside-links-'));
const folder = join(room, 'site');
if (!(await buildSite(folder))) process.exit(1);

const site = await serveSite(folder);
const links = new Map<string, Set<string>>();
for (const { document, path } of await readPages(folder)) {
	for (const { href } of document.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')) {
		if (href.startsWith(process.env['SITE_URL'] ?? site.url)) continue;
		links.set(href, (links.get(href) ?? new Set()).add(path));
	}
}
await site.close();
await rm(room, { recursive: true });

let dead = 0;
for (const [url, pages] of links) {
	// One address at a time, as a visitor would: servers refuse what looks like a flood.
	const { links: results } = await new LinkChecker().check({ path: url, timeout: 30_000, retry: true });
	const result = results.find((link) => link.url.replace(/\/$/, '') === url.replace(/\/$/, ''));
	const alive = result?.state === LinkState.OK;
	if (!alive) dead++;
	console.log(`${alive ? 'ok  ' : 'DEAD'} ${result?.status || 'no answer'} ${url} on ${[...pages].join(', ')}`);
}
console.log(`${links.size} links lead outside, ${dead} of them are dead.`);
if (dead > 0 || links.size === 0) process.exitCode = 1;
