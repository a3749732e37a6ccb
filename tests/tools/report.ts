import { cp, glob, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import lighthouse, { type Result } from 'lighthouse';
import sirv from 'sirv';
import { launch } from '../support/browser.ts';
import { build } from '../support/build.ts';
import { readSite } from '../support/page.ts';
import { freePort, listen } from '../support/server.ts';
import { compress, weigh } from '../support/weigh.ts';

/**
 * `npm run report [rounds]`: one table of every page of the site: bytes on the wire and requests of a first visit, and
 * Lighthouse on a simulated phone (medians of five rounds, or of the number given).
 */
const rounds = Number(process.argv[2] ?? 5);
const folder = '.reports/report';
await rm(folder, { recursive: true, force: true });
// As published, with a form that leads nowhere, because nothing is sent here.
const formEndpoint = 'https://form.example/f/none';
await build({ content: 'content', outDir: folder, site: 'https://massage.example', formEndpoint });
const site = await readSite(folder);

// Hosts compress; so does this one, because bytes are what a slow network feels.
await cp(folder, `${folder}.packed`, { recursive: true });
for await (const file of glob(`${folder}.packed/**/*.{html,css,js,svg,webmanifest}`))
	await writeFile(`${file}.br`, compress(await readFile(file)));
const serve = sirv(`${folder}.packed`, { brotli: true, etag: true });
const server = createServer((request, response) => serve(request, response, () => void response.writeHead(404).end()));
const url = `http://localhost:${await listen(server)}`;

// Lighthouse talks to the browser by a port of its own.
const port = await freePort();
const browser = await launch({ args: [`--remote-debugging-port=${port}`] });

const median = (numbers: number[]) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
const onlyCategories = ['performance', 'accessibility', 'best-practices', 'seo'];

async function judge(path: string): Promise<Record<string, string>> {
	const results: Result[] = [];
	for (let i = 0; i < rounds; i++) {
		const result = await lighthouse(url + path, { port, logLevel: 'error', onlyCategories });
		if (!result) throw new Error(`Lighthouse says nothing about ${path}.`);
		results.push(result.lhr);
	}
	const scores = onlyCategories.map((name) =>
		median(results.map((lhr) => Math.round((lhr.categories[name]?.score ?? 0) * 100))),
	);
	const audit = (name: string) => median(results.map((lhr) => lhr.audits[name]?.numericValue ?? NaN));
	return {
		Lighthouse: scores.join('/'),
		'LCP ms': audit('largest-contentful-paint').toFixed(0),
		'TBT ms': audit('total-blocking-time').toFixed(0),
		CLS: audit('cumulative-layout-shift').toFixed(3),
	};
}

const rows: Record<string, string | number>[] = [];
for (const page of site.pages)
	rows.push({ page: page.path, ...(await weigh(site, page)), ...(await judge(page.path)) });
await browser.close();
server.close();
server.closeAllConnections();

const names = Object.keys(rows[0] ?? {});
const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
console.log([line(names), line(names.map(() => '---')), ...rows.map((row) => line(Object.values(row)))].join('\n'));
console.log(`\nBytes: brotli 11, fonts as they are. Lighthouse (mobile): the median of ${rounds}.`);
