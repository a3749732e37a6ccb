import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { components } from '../../src/schemas/components.ts';
import { fixture } from '../support/sites.ts';

/**
 * `npm run bench [entries ...]`: builds the fixture grown to 40, 400 and 4,000 entries (or to the numbers given), back to
 * back with a bare Astro project of the same entries, five times each. Prints the medians in seconds, and our multiple.
 */
const folder = resolve('.reports/bench');
const astro = resolve('node_modules/astro/bin/astro.mjs');
const sizes = process.argv.slice(2).map(Number);
const grown = ['sections', 'comparison', 'team', 'terms'];

/** Writes the fixture's content into `target`, with copies of its entries up to `count` in the collections that grow. */
function grow(count: number, target: string): void {
	rmSync(target, { recursive: true, force: true });
	cpSync(fixture, target, { recursive: true });
	for (const collection of grown) {
		const files = readdirSync(`${target}/${collection}`)
			.filter((file) => /\.mdx?$/.test(file))
			.sort();
		for (let i = files.length; i < count / grown.length; i++) {
			const file = files[i % files.length] ?? '';
			const copy = readFileSync(`${target}/${collection}/${file}`, 'utf8')
				.replace(/^order: \d+$/m, `order: ${i + 1}`)
				.replace(/^shows: .*\n/m, '')
				.replace(/^photo.*\n/gm, '')
				// Names must differ, and a copy of a heading must not take its anchor away.
				.replace(/^(name|term|category|short|title): "(.*)"$/gm, `$1: "$2 ${i}"`)
				.replace(/^### (.*)$/gm, `### $1 ${i}`);
			writeFileSync(`${target}/${collection}/${file.replace(/(\.mdx?)$/, `-${i}$1`)}`, copy);
		}
	}
}

/** A bare Astro project with the entries of `content`: one page, no components of ours, no style, no checks. */
function writeBareProject(target: string, content: string): void {
	rmSync(target, { recursive: true, force: true });
	mkdirSync(`${target}/src/pages`, { recursive: true });
	cpSync(content, `${target}/content`, { recursive: true });
	const names = JSON.stringify(grown);
	const files = {
		'astro.config.mjs': `import mdx from '@astrojs/mdx';\nexport default { integrations: [mdx()] };\n`,
		'src/content.config.ts': `import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
const of = (name) => defineCollection({ loader: glob({ base: './content/' + name, pattern: '*.{md,mdx}' }) });
export const collections = Object.fromEntries(${names}.map((name) => [name, of(name)]));
`,
		'src/pages/index.astro': `---
import { getCollection, render } from 'astro:content';
const entries = (await Promise.all(${names}.map((name) => getCollection(name)))).flat();
const bodies = await Promise.all(entries.map(async (entry) => (await render(entry)).Content));
const components = Object.fromEntries(${JSON.stringify(Object.keys(components))}.map((name) => [name, 'div']));
---
<html lang="en"><head><title>Bare</title></head><body>{bodies.map((Body) => <Body {components} />)}</body></html>
`,
	};
	for (const [file, text] of Object.entries(files)) writeFileSync(`${target}/${file}`, text);
}

/** Seconds that a build takes. */
function time(cwd: string, words: string[], env: Record<string, string>): number {
	const started = performance.now();
	execFileSync(process.execPath, [astro, 'build', '--force', ...words], {
		cwd,
		env: { ...process.env, ...env },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	return (performance.now() - started) / 1000;
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
const rows = (sizes.length > 0 ? sizes : [40, 400, 4000]).map((entries) => {
	const [content, bare] = [`${folder}/content-${entries}`, `${folder}/bare`];
	grow(entries, content);
	writeBareProject(bare, content);
	const pairs = Array.from({ length: 5 }, () => ({
		bare: time(bare, [], {}),
		ours: time('.', ['--outDir', `${folder}/site`], { CONTENT_DIR: content, SITE_URL: 'https://massage.example' }),
	}));
	return {
		entries,
		'bare Astro s': median(pairs.map(({ bare }) => bare)).toFixed(2),
		'ours s': median(pairs.map(({ ours }) => ours)).toFixed(2),
		times: median(pairs.map(({ bare, ours }) => ours / bare)).toFixed(2),
	};
});
console.table(rows);
