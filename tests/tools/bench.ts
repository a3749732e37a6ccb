import { execFileSync, spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { components } from '../../src/schemas/components.ts';
import { installNpm } from '../hosts/serve.ts';
import { freePort } from '../support/server.ts';
import { fixture } from '../support/sites.ts';

/**
 * `npm run bench [entries ...]`: builds the fixture grown to 40, 400 and 4,000 entries (or to the numbers given), back to
 * back with a bare Astro project and a bare Eleventy project of the same entries, five times each. Prints the medians in
 * seconds, our multiples, and how long an edited section takes to the page of `astro dev`. Installs Eleventy where it is not
 * there.
 */
const folder = resolve('.reports/bench');
const astro = resolve('node_modules/astro/bin/astro.mjs');
const sizes = process.argv.slice(2).map(Number);
const grown = ['sections', 'comparison', 'team', 'terms'];

/** Writes the fixture's content into `target`, with copies of its entries up to `count` in the collections that grow. */
function grow(count: number, target: string): void {
	rmSync(target, { recursive: true, force: true });
	cpSync(fixture, target, { recursive: true });
	// Without the editor of the published site, which is built when the facts name a repository: 1.4 s at any size.
	const facts = readFileSync(`${target}/clinic.yaml`, 'utf8');
	writeFileSync(`${target}/clinic.yaml`, facts.replace(/^repository:.*\n/m, ''));
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
				.replace(/^(#+ .*)$/gm, `$1 ${i}`)
				.replace(/^<(\w+Chart)\b[^]*?<\/\1>$/gm, '');
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

/** A bare Eleventy project with the entries of `content`: one page, and tags of ours as HTML that no browser knows. */
function writeEleventyProject(target: string, content: string): void {
	rmSync(target, { recursive: true, force: true });
	mkdirSync(`${target}/content`, { recursive: true });
	for (const collection of grown)
		for (const file of readdirSync(`${content}/${collection}`).filter((name) => /\.mdx?$/.test(name)))
			cpSync(`${content}/${collection}/${file}`, `${target}/content/${collection}-${file.replace(/x$/, '')}`);
	writeFileSync(`${target}/content/content.json`, JSON.stringify({ tags: 'entries', permalink: false }));
	const list = '{% for entry in collections.entries %}{{ entry.content | safe }}{% endfor %}';
	writeFileSync(`${target}/index.njk`, `<html lang="en"><head><title>Bare</title></head><body>${list}</body></html>\n`);
}

/** Seconds that a build takes. Throws when it fails. */
function time(cwd: string, command: string[], env: Record<string, string> = {}): number {
	const started = performance.now();
	const options = { cwd, env: { ...process.env, ...env }, stdio: ['ignore', 'ignore', 'inherit'] } as const;
	execFileSync(process.execPath, command, { ...options, stdio: [...options.stdio] });
	return (performance.now() - started) / 1000;
}

/** Seconds from the edit of a section to the page that shows it, while developing: the median of five edits. */
async function timeEdit(content: string): Promise<number> {
	const port = await freePort();
	const options = { env: { ...process.env, CONTENT_DIR: content }, stdio: 'ignore' } as const;
	const server = spawn(process.execPath, [astro, 'dev', '--ignore-lock', '--port', String(port)], options);
	const headers = { accept: 'text/html' };
	const page = () =>
		fetch(`http://localhost:${port}/`, { headers }).then(
			(answer) => answer.text(),
			() => '',
		);
	const shows = async (words: string) => {
		while (!(await page()).includes(words)) {
			if (server.exitCode !== null) throw new Error(`astro dev has stopped with ${server.exitCode}.`);
			await setTimeout(10);
		}
	};
	const file = `${content}/sections/two-kinds.mdx`;
	const text = readFileSync(file, 'utf8');
	await shows('Both kinds');
	const times: number[] = [];
	for (const word of ['River', 'Mountain', 'Kitchen', 'Window', 'Garden']) {
		// Until what the last edit set off has settled.
		await setTimeout(1500);
		const started = performance.now();
		writeFileSync(file, text.replace('Both kinds', `${word} kinds`));
		await shows(`${word} kinds`);
		times.push((performance.now() - started) / 1000);
	}
	writeFileSync(file, text);
	server.kill();
	return median(times);
}

const median = (numbers: number[]) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
const eleventy = installNpm('@11ty/eleventy', '3.1.8', 'eleventy');
const build = [astro, 'build', '--force'];
const rows: Record<string, string | number>[] = [];
for (const entries of sizes.length > 0 ? sizes : [40, 400, 4000]) {
	const [content, bare, other] = [`${folder}/content-${entries}`, `${folder}/bare`, `${folder}/eleventy`];
	grow(entries, content);
	writeBareProject(bare, content);
	writeEleventyProject(other, content);
	const env = { CONTENT_DIR: content, SITE_URL: 'https://massage.example' };
	const rounds = Array.from({ length: 5 }, () => ({
		bare: time(bare, build),
		ours: time('.', [...build, '--outDir', `${folder}/site`], env),
		eleventy: time(other, [realpathSync(eleventy), '--quiet']),
	}));
	const of = (read: (round: (typeof rounds)[number]) => number) => median(rounds.map(read)).toFixed(2);
	rows.push({
		entries,
		'bare Astro s': of(({ bare }) => bare),
		'Eleventy s': of(({ eleventy }) => eleventy),
		'ours s': of(({ ours }) => ours),
		'× Astro': of(({ bare, ours }) => ours / bare),
		'× Eleventy': of(({ eleventy, ours }) => ours / eleventy),
		'edit s': (await timeEdit(content)).toFixed(2),
	});
}
console.table(rows);
