import { rm } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { build, checkContent } from '../support/build.ts';
import { siteChecks } from '../support/checks/index.ts';
import { readSite } from '../support/page.ts';
import { fixture } from '../support/sites.ts';
import { readContent, writeContent } from './content.ts';
import { edits } from './edits.ts';
import { random as randomOf } from './random.ts';

export interface Result {
	/** What was edited, in order. */
	edits: string[];
	/** What was found wrong, by whom; nothing when all is well. */
	found: string[];
}

/**
 * Edits a copy of the fixture at random, three to twelve times, and has the result checked, built and checked again. The
 * same seed makes the same edits.
 */
export async function trySeed(seed: number, browser: Browser): Promise<Result> {
	const random = randomOf(seed);
	const room = `.reports/edits/${seed}`;
	const [content, outDir] = [`${room}/content`, `${room}/site`];
	const edited = readContent(fixture);
	const names = Object.keys(edits);
	const made = Array.from({ length: random.int(3, 12) }, () => edits[random.pick(names)]?.(edited, random)).filter(
		(said) => said !== undefined,
	);
	writeContent(fixture, content, edited, random);
	const { code, out } = await checkContent(content);
	if (code !== 0) return { edits: made, found: out };
	const isPublished = random.chance(0.8);
	try {
		const site = isPublished ? 'https://massage.example' : undefined;
		await build({ content, outDir, site, base: random.pick(['/', '/guide/', '/a/b/']) });
	} catch (error) {
		return { edits: made, found: [String(error)] };
	}
	const site = await readSite(outDir);
	const found: string[] = [];
	for (const [name, check] of Object.entries(siteChecks))
		found.push(...(await check(site, browser)).map((finding) => `the site ${name}: ${finding}`));
	if (found.length === 0) await rm(room, { recursive: true });
	return { edits: made, found };
}
