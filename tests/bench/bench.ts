import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, readFile, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { median } from '../support/median.ts';
import { writeFloor } from './floor.ts';
import { multiply } from './multiply.ts';

/**
 * Builds the site with its own content grown to 10, 100 and 1,000 entries a collection (or to the sizes given), and back to back with
 * it the same entries through a bare Astro project, three times (medians); builds it again after an edit, and waits for an edit while
 * developing. Prints a table, and the cost of one more entry in each collection.
 */
interface Usage {
	/** Milliseconds. */
	wall: number;
	cpu: number;
	/** Mebibytes, at the peak. */
	memory: number;
}
const folder = resolve('.reports/bench');
const sizes = process.argv.slice(2).map(Number);

async function run(script: string, words: string[], cwd: string, env: Record<string, string>): Promise<Usage> {
	const file = `${folder}/usage.json`;
	execFileSync(process.execPath, ['--import', resolve('tests/bench/usage.ts'), script, ...words], {
		cwd,
		env: { ...process.env, SITE_URL: 'https://massage.example', ...env, USAGE_FILE: file },
		stdio: ['ignore', 'ignore', 'inherit'],
	});
	return JSON.parse(await readFile(file, 'utf8')) as Usage;
}
const ours = (size: number, content: string) =>
	run(resolve('src/tools/build.ts'), [`${folder}/site-${size}`], process.cwd(), { CONTENT_DIR: content });

/** Milliseconds from an edit to the page that shows it, in the development server. */
async function editWhileDeveloping(content: string): Promise<number> {
	const server = spawn(process.execPath, ['src/tools/dev.ts'], {
		env: { ...process.env, CONTENT_DIR: content, NO_COLOR: '1' },
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	const address = await new Promise<string>((resolve, reject) => {
		server.stdout.on('data', (words) => {
			const [found] = /http:\/\/localhost:\d+\/(?!f)/.exec(String(words)) ?? [];
			if (found) resolve(found);
		});
		server.once('exit', () => reject(new Error('The development server ended.')));
	});
	const page = async () => (await fetch(address)).text();
	await page();
	const started = performance.now();
	await appendFile(`${content}/sections/appointment.mdx`, '\nA sentence while developing.\n');
	while (!(await page()).includes('A sentence while developing.'));
	const took = performance.now() - started;
	server.kill();
	await once(server, 'exit');
	return took;
}
const seconds = (ms: number) => Number((ms / 1000).toFixed(1));

const rows: (Record<string, number> & { entries: number; 'ours s': number })[] = [];
for (const size of sizes.length > 0 ? sizes : [10, 100, 1000]) {
	const content = `${folder}/content-${size}`;
	await multiply(size, content);
	await writeFloor(`${folder}/floor`, content);
	const pairs: { floor: Usage; first: Usage }[] = [];
	for (let i = 0; i < 3; i++)
		pairs.push({
			floor: await run(resolve('node_modules/astro/bin/astro.mjs'), ['build'], `${folder}/floor`, {}),
			first: await ours(size, content),
		});
	const floor = (of: keyof Usage) => median(pairs.map(({ floor }) => floor[of]));
	const first = (of: keyof Usage) => median(pairs.map(({ first }) => first[of]));
	await appendFile(`${content}/sections/appointment.mdx`, '\nOne sentence more.\n');
	const again = await ours(size, content);
	const edit = await editWhileDeveloping(content);
	const { size: bytes } = await stat(`${folder}/site-${size}/index.html`);
	rows.push({
		entries: 4 * size,
		'floor s': seconds(floor('wall')),
		'ours s': seconds(first('wall')),
		times: Number(median(pairs.map(({ floor, first }) => first.wall / floor.wall)).toFixed(2)),
		'built again s': seconds(again.wall),
		'edit in development s': seconds(edit),
		'floor CPU s': seconds(floor('cpu')),
		'CPU s': seconds(first('cpu')),
		'floor MiB': Math.round(floor('memory')),
		MiB: Math.round(first('memory')),
		'page kB': Math.round(bytes / 1000),
	});
}
console.table(rows);
// Least squares: what one more entry costs, whatever the start costs.
const mean = (numbers: number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
for (const column of ['floor s', 'ours s', 'page kB'] as const) {
	const [xs, ys] = [rows.map(({ entries }) => entries), rows.map((row) => row[column] ?? 0)];
	const [x, y] = [mean(xs), mean(ys)];
	const slope = mean(xs.map((each, i) => (each - x) * ((ys[i] ?? 0) - y))) / mean(xs.map((each) => (each - x) ** 2));
	console.log(`${column}: ${(slope * 1000).toFixed(2)} for a thousand entries more`);
}
