import { rm } from 'node:fs/promises';
import { writeBareContent } from './bare-content.ts';
import { browserPath } from './browser.ts';
import { build } from './build.ts';
import { fixture, sites } from './sites.ts';

let built: Promise<void> | undefined;

async function buildAll(): Promise<void> {
	// Before the tests begin: two workers that install a browser at the same time would stop each other.
	browserPath(true);
	writeBareContent(fixture, sites.bare.content);
	await rm('.reports/sites', { recursive: true, force: true });
	for (const site of Object.values(sites)) await build(site);
}

/** Builds the sites that the tests share, once a run, whichever projects ask for them. */
export default (): Promise<void> => (built ??= buildAll());
