import { execFileSync } from 'node:child_process';
import { cp, glob, readFile, rm, writeFile } from 'node:fs/promises';
import { createSecureServer } from 'node:http2';
import { setTimeout } from 'node:timers/promises';
import lighthouse, { type Result } from 'lighthouse';
import type { Locator } from 'playwright-core';
import sirv from 'sirv';
import { launch } from '../support/browser.ts';
import { build } from '../support/build.ts';
import { readSite } from '../support/page.ts';
import { freePort, listen } from '../support/server.ts';
import { compress, weigh } from '../support/weigh.ts';

/**
 * `npm run report [rounds]`: one table of every page of the site: bytes on the wire and requests of a first visit, Lighthouse
 * on a simulated phone (medians of five rounds, or of the number given), and how long a tap or a key waits. Needs
 * `openssl` for the certificate of a server that speaks HTTP/2, as hosts do.
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
for await (const file of glob(`${folder}.packed/**/*.{html,css,js,svg}`))
	await writeFile(`${file}.br`, compress(await readFile(file)));
const serve = sirv(`${folder}.packed`, { brotli: true, etag: true });
const request = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '1'];
const [keyFile, certFile] = ['.reports/key.pem', '.reports/cert.pem'];
execFileSync('openssl', [...request, '-subj', '/CN=localhost', '-keyout', keyFile, '-out', certFile], {
	stdio: 'ignore',
});
const server = createSecureServer(
	{ key: await readFile(keyFile), cert: await readFile(certFile) },
	(request, response) => serve(request as never, response as never, () => void response.writeHead(404).end()),
);
const url = `https://localhost:${await listen(server)}`;

// Lighthouse talks to the browser by a port of its own.
const port = await freePort();
const browser = await launch({ args: ['--ignore-certificate-errors', `--remote-debugging-port=${port}`] });

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

/**
 * How long what a tap or a key does keeps somebody waiting, in milliseconds, on a phone four times as slow as this machine:
 * somebody opens and writes into whatever there is, as fast as fingers are, and scrolls meanwhile. INP leaves out the
 * longest wait of every fifty: https://web.dev/articles/inp
 */
async function waits(path: string): Promise<{ 'INP ms': number; 'longest ms': number }> {
	const page = await browser.newPage({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true });
	await page.addInitScript(() => {
		const waits: Record<number, number> = {};
		const observer = new PerformanceObserver((list) => {
			for (const entry of list.getEntries() as PerformanceEventTiming[]) {
				// A tap makes several events.
				const { interactionId: id } = entry;
				if (id) waits[id] = Math.max(waits[id] ?? 0, entry.duration);
			}
		});
		// TypeScript does not know the threshold.
		observer.observe(Object.assign({ type: 'event', buffered: true }, { durationThreshold: 16 }));
		Object.assign(globalThis, { waits });
	});
	const protocol = await page.context().newCDPSession(page);
	await protocol.send('Emulation.setCPUThrottlingRate', { rate: 4 });
	await page.goto(url + path, { waitUntil: 'networkidle' });
	async function tap(control: Locator) {
		await setTimeout(250);
		await control.tap();
	}
	for (const control of await page.locator('.menu summary, [data-theme-switch]').all()) await tap(control);
	await tap(page.locator('.menu summary'));
	for (const control of await page.locator('.chooser summary, .term').all()) {
		await page.mouse.wheel(0, 50);
		await tap(control);
	}
	await page.keyboard.press('Escape');
	for (const field of await page.locator('.field').all()) {
		await tap(field);
		for (const key of 'Weekday mornings') {
			await page.mouse.wheel(0, 5);
			await page.keyboard.type(key);
		}
	}
	const all = await page.evaluate(() => Object.values(Reflect.get(globalThis, 'waits') as Record<number, number>));
	await page.close();
	if (all.length === 0) throw new Error(`Nothing that was pressed on ${path} was measured.`);
	all.sort((a, b) => b - a);
	return { 'INP ms': all[Math.floor(all.length / 50)] ?? NaN, 'longest ms': all[0] ?? NaN };
}

const rows: Record<string, string | number>[] = [];
for (const page of site.pages)
	rows.push({
		page: page.path,
		...(await weigh(site, page)),
		...(await judge(page.path)),
		...(await waits(page.path)),
	});
await browser.close();
server.close();

const names = Object.keys(rows[0] ?? {});
const line = (cells: (string | number)[]) => `| ${cells.join(' | ')} |`;
console.log([line(names), line(names.map(() => '---')), ...rows.map((row) => line(Object.values(row)))].join('\n'));
console.log(
	`\nBytes: brotli 11, fonts as they are. Lighthouse (mobile, HTTP/2): the median of ${rounds}. INP and the longest wait: at a fourth of this machine's speed.`,
);
