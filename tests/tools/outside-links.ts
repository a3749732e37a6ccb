import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from '../support/build.ts';
import { readSite } from '../support/page.ts';

/**
 * `npm run check:links`: builds the site and visits every address outside it that a page links to. Prints each; ends with 1
 * when one is dead or when there is nothing to visit. Needs the network, so no build and no test depends on it.
 */
const folder = await mkdtemp(join(tmpdir(), 'outside-links-'));
await build({
	content: process.env['CONTENT_DIR'] ?? 'content',
	outDir: `${folder}/site`,
	site: 'https://massage.example',
});
const { origin, pages } = await readSite(`${folder}/site`);
await rm(folder, { recursive: true });

const links = new Map<string, Set<string>>();
for (const { document, path } of pages)
	for (const { href } of document.querySelectorAll<HTMLAnchorElement>('a[href^="http"]'))
		if (!href.startsWith(origin)) links.set(href, (links.get(href) ?? new Set()).add(path));

/** The status of an address, or why there is none. Some servers refuse `HEAD`. */
async function visit(url: string): Promise<number | string> {
	const ask = (method: string) => fetch(url, { method, signal: AbortSignal.timeout(30_000) });
	try {
		const { ok, status } = await ask('HEAD');
		return ok ? status : (await ask('GET')).status;
	} catch (error) {
		return (error as Error).message;
	}
}

let dead = 0;
// One address at a time, as a visitor would: servers refuse what looks like a flood.
for (const [url, places] of links) {
	const status = await visit(url);
	const isAlive = typeof status === 'number' && status < 400;
	if (!isAlive) dead++;
	console.log(`${isAlive ? 'ok  ' : 'DEAD'} ${status} ${url} on ${[...places].join(', ')}`);
}
console.log(`${links.size} links lead outside, ${dead} of them are dead.`);
if (dead > 0 || links.size === 0) process.exitCode = 1;
