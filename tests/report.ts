import { cp, readFile, rm, writeFile, glob } from 'node:fs/promises';
import { createServer } from 'node:http';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { brotliCompressSync, constants } from 'node:zlib';
import lighthouse, { type Flags, type Result } from 'lighthouse';
import { format, resolveConfig } from 'prettier';
import sirv from 'sirv';
import { listen } from '../src/tools/serve.ts';
import { launch } from './support/browser.ts';
import { median } from './support/median.ts';
import { runBuild } from './support/run-build.ts';
import { htmlOf, pagesOf } from './support/site.ts';
import { brotli, parts, weigh } from './support/weigh.ts';

/**
 * The figures of every page in one table: bytes and requests of a first visit, Lighthouse on a simulated phone (the median of
 * three, or of the number given), and for the guide which part weighs what. Prints Markdown and keeps it in `.reports/report.md`;
 * with `--readme` also in the README, between its two marks.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { readme: { type: 'boolean' } } });
const rounds = Number(positionals[0] ?? 3);
const folder = '.reports/report';
// Built as published, with a form that leads nowhere, because nothing is sent here.
const { code, err } = await runBuild(folder, './content', {
	SITE_URL: 'https://massage.example',
	FORM_ENDPOINT: 'https://formspree.io/f/abcdwxyz',
});
if (code !== 0) throw new Error(err.join('\n'));

// Hosts compress; so does this one, because bytes are what a slow network feels.
const packed = `${folder}.packed`;
await rm(packed, { recursive: true, force: true });
await cp(folder, packed, { recursive: true });
for await (const file of glob(`${packed}/**/*.{html,css,js,svg,webmanifest}`)) {
	const bytes = brotliCompressSync(await readFile(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
	await writeFile(`${file}.br`, bytes);
}
const serve = sirv(packed, { brotli: true, etag: true });
const server = createServer((request, response) => serve(request, response, () => void response.writeHead(404).end()));
const url = `http://localhost:${await listen(server, 0)}`;

const debugging = 9223;
const browser = await launch({ args: [`--remote-debugging-port=${debugging}`] });
const categories = ['performance', 'accessibility', 'best-practices', 'seo'] as const;
const metrics = {
	LCP: 'largest-contentful-paint',
	CLS: 'cumulative-layout-shift',
	TBT: 'total-blocking-time',
} as const;

async function judge(path: string): Promise<Record<string, string>> {
	const flags: Flags = { port: debugging, logLevel: 'error', onlyCategories: [...categories] };
	const results: Result[] = [];
	for (let i = 0; i < rounds; i++) {
		const result = await lighthouse(url + path, flags);
		if (!result) throw new Error(`Lighthouse says nothing about ${path}.`);
		results.push(result.lhr);
	}
	const scores = categories.map((name) =>
		median(results.map((lhr) => Math.round((lhr.categories[name]?.score ?? 0) * 100))),
	);
	const values = Object.entries(metrics).map(([name, audit]) => {
		const value = median(results.map((lhr) => lhr.audits[audit]?.numericValue ?? NaN));
		return [name, name === 'CLS' ? value.toFixed(3) : String(Math.round(value))];
	});
	return { Lighthouse: scores.join('/'), ...(Object.fromEntries(values) as Record<string, string>) };
}

const rows: Record<string, string | number>[] = [];
for (const path of await pagesOf(folder)) {
	const { html, script, fonts, visit, requests, blocking } = await weigh(folder, path);
	const judged = await judge(path);
	rows.push({ page: path, HTML: html, script, fonts, 'first visit': visit, requests, blocking, ...judged });
}
await browser.close();
server.close();
server.closeAllConnections();

const table = (list: Record<string, string | number>[]) => {
	const names = Object.keys(list[0] ?? {});
	const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
	return [line(names), line(names.map(() => '---')), ...list.map((row) => line(Object.values(row)))].join('\n');
};
const guide = await htmlOf(folder, '/');
const byPart = Object.entries(parts(guide)).map(([part, { plain, saved }]) => ({ part, plain, 'on the wire': saved }));
const report = [
	`Made by \`npm run report\` on ${new Date().toISOString().slice(0, 10)}, on ${cpus().length} cores. Bytes are brotli (quality 11), fonts as they are.`,
	`Lighthouse, on a simulated phone, the median of ${rounds}: performance/accessibility/best practices/SEO. LCP and TBT in milliseconds.`,
	table(rows),
	`The guide by part: what the page would weigh less without it; the words by themselves. In all: ${brotli(guide)}.`,
	table(byPart),
].join('\n\n');
await writeFile('.reports/report.md', `${report}\n`);
if (values.readme) {
	const readme = await readFile('README.md', 'utf8');
	const between = /(<!-- report -->\n)[^]*(<!-- \/report -->)/;
	if (!between.test(readme))
		throw new Error('The README has no place for the report: <!-- report --> and <!-- /report -->.');
	const text = readme.replace(between, (_, start: string, end: string) => `${start}\n${report}\n\n${end}`);
	await writeFile('README.md', await format(text, { parser: 'markdown', ...(await resolveConfig('README.md')) }));
}
console.log(report);
