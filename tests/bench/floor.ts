import { cp, mkdir, rm, writeFile } from 'node:fs/promises';
import { grown } from './multiply.ts';

/**
 * A bare Astro project in `folder` with the entries of `content`: one page, one layout, no components of ours, no style, no
 * checks. What it costs to build is what Astro costs; the rest is ours.
 */
export async function writeFloor(folder: string, content: string): Promise<void> {
	await rm(folder, { recursive: true, force: true });
	await mkdir(`${folder}/src/pages`, { recursive: true });
	await mkdir(`${folder}/src/layouts`, { recursive: true });
	await cp(content, `${folder}/content`, { recursive: true });
	const names = grown.join("', '");
	await Promise.all([
		writeFile(
			`${folder}/astro.config.mjs`,
			`import mdx from '@astrojs/mdx';
export default { integrations: [mdx()] };
`,
		),
		writeFile(
			`${folder}/src/content.config.ts`,
			`import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
const of = (name) => defineCollection({ loader: glob({ base: './content/' + name, pattern: '*.{md,mdx}' }) });
export const collections = Object.fromEntries(['${names}'].map((name) => [name, of(name)]));
`,
		),
		writeFile(
			`${folder}/src/layouts/Bare.astro`,
			`<html lang="en"><head><meta charset="utf-8" /><title>Floor</title></head><body><slot /></body></html>
`,
		),
		writeFile(
			`${folder}/src/pages/index.astro`,
			`---
import { getCollection, render } from 'astro:content';
import Bare from '../layouts/Bare.astro';
const entries = (await Promise.all(['${names}'].map((name) => getCollection(name)))).flat();
const bodies = await Promise.all(entries.map(async (entry) => (await render(entry)).Content));
const Plain = 'div';
const components = Object.fromEntries(
	['Pair', 'Spa', 'Medical', 'Asks', 'Quote', 'Example', 'Term', 'PainChart', 'ReliefChart'].map((name) => [name, Plain]),
);
---
<Bare>{bodies.map((Body) => <Body {components} />)}</Bare>
`,
		),
	]);
}
