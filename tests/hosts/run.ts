import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Check, checks } from './checks.ts';
import { cloudfront } from './cloudfront.ts';
import { engines } from './engines.ts';
import type { Host } from './serve.ts';
import { servers } from './servers.ts';
import { build, type BuiltSite, shell } from './site.ts';

/*
 * Serves the built fixture site with each host's own software, by the files in `.github/hosts/`, and prints what holds:
 * `npm run test:hosts`. Words after it choose: `npm run test:hosts -- nginx /guide/`, or `all` for every host.
 */
const light = { ...servers, cloudfront };
const hosts: Record<string, Host> = { ...light, ...engines };
const bases = ['/', '/guide/'];

const words = process.argv.slice(2);
const names = ['all', ...Object.keys(hosts), ...bases];
if (!words.every((word) => names.includes(word))) throw new Error(`Choose among ${names.join(' ')}`);
const choose = (all: string[], usual = all) =>
	all.some((one) => words.includes(one)) ? all.filter((one) => words.includes(one)) : usual;

const shown = 5;
const notes = new Set<string>();
const counts = { '✓': 0, '✗': 0, '–': 0 };

/** One cell of the table; what is wrong, or why it may be, goes below it. */
async function cell(host: string, name: string, origin: string, site: BuiltSite): Promise<keyof typeof counts> {
	const [excused, reason] = hosts[host]?.except?.[name] ?? [];
	const all = await (checks[name] as Check)(origin, site).catch((error: unknown) => [String(error)]);
	const found = all.filter((line) => !excused?.test(line));
	if (reason && all.length === 0) found.push(`holds, so its exception can go: ${reason}`);
	if (reason && all.length > 0) notes.add(`– ${host}, ${name}: ${reason}`);
	const more = found.length > shown ? ` (and ${found.length - shown} more)` : '';
	for (const line of found.slice(0, shown)) notes.add(`✗ ${host} at ${site.base}, ${name}: ${line}${more}`);
	if (found.length > 0) return '✗';
	return all.length > 0 ? '–' : '✓';
}

/** One row of the table. */
async function row(host: string, site: BuiltSite, folder: string): Promise<string[]> {
	const own = { ...site, www: join(folder, host, 'www') };
	await mkdir(join(folder, host));
	await cp(site.www, own.www, { recursive: true });
	await cp(join(folder, 'secret.txt'), join(folder, host, 'secret.txt'));
	const server = await (hosts[host] as Host).start(own, join(folder, host));
	try {
		const cells: string[] = [];
		for (const name of Object.keys(checks)) {
			const mark = await cell(host, name, server.origin, own);
			counts[mark] += 1;
			cells.push(mark);
		}
		return cells;
	} finally {
		await server.stop();
	}
}

const table = [['', ...Object.keys(checks)]];
for (const base of choose(bases)) {
	const folder = await mkdtemp(join(tmpdir(), 'hosts-'));
	try {
		// Apache gives up the rights of root, and must still be able to enter.
		await shell('chmod 755 .', folder);
		const site = await build(base, folder);
		for (const host of choose(Object.keys(hosts), Object.keys(words.includes('all') ? hosts : light)))
			await row(host, site, folder).then(
				(cells) => table.push([`${host} ${base}`, ...cells]),
				(error: unknown) => {
					counts['✗'] += 1;
					notes.add(`✗ ${host} at ${base}: ${String(error)}`);
				},
			);
	} finally {
		await rm(folder, { recursive: true });
	}
}
const width = (column: number) => Math.max(...table.map((line) => line[column]?.length ?? 0));
for (const line of table) console.log(line.map((text, column) => text.padEnd(width(column))).join('  '));
for (const note of notes) console.log(note);
console.log(`${counts['✓']} passed, ${counts['✗']} failed, ${counts['–']} excepted`);
process.exitCode = counts['✗'] > 0 ? 1 : 0;
