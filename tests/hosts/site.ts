import { execFile } from 'node:child_process';
import { statSync } from 'node:fs';
import { glob, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build as buildSite } from '../support/build.ts';
import { fixture } from '../support/sites.ts';

const run = promisify(execFile);
export const shell = (command: string, cwd: string, env = {}) =>
	run('sh', ['-c', command], { cwd, env: { ...process.env, ...env } });

/** The text of a file that no host may ever send, because it is beside the folder that is served. */
export const secret = 'This file is outside of the site.';

export interface BuiltSite {
	/** The path of the site, with a slash at both ends. */
	base: string;
	/** The folder that the domain serves. */
	www: string;
	/** Every file of the site by its address: `/guide/team/` holds the bytes of `team/index.html`. */
	files: Map<string, Buffer>;
	/** The page for missing pages. */
	missing: Buffer;
	/** The headers that each answer carries, and the old addresses with the new ones: from `_headers` and `_redirects`. */
	headers: [name: string, value: string][];
	moved: [from: string, to: string][];
}

/** Builds the fixture site in `folder`, with the steps of PUBLISHING.md. Throws when the build fails. */
export async function build(base: string, folder: string): Promise<BuiltSite> {
	const www = join(folder, 'www');
	await mkdir(www);
	await writeFile(join(folder, 'secret.txt'), secret);
	await buildSite({ content: fixture, outDir: www + base, site: 'https://example.org', base });
	if (base !== '/') await shell('cp 404.html robots.txt _headers _redirects ..', www + base);

	const text = (name: string) => readFile(join(www, name), 'utf8');
	const moved = [...(await text('_redirects')).matchAll(/(.+) (.+) 301\n/g)].map(([, from = '', to = '']) => [
		from,
		to,
	]);
	const rule = /^\/\*\n((?: .*\n)+)/.exec(await text('_headers'))?.[1] ?? '';
	const headers = [...rule.matchAll(/ +(\S+): (.*)/g)].map(([, name = '', value = '']) => [name, value]);
	const files = new Map<string, Buffer>();
	for await (const path of glob('**/[!_]*.*', { cwd: www })) {
		const address = `/${path.replace(/(^|\/)index\.html$/, '$1')}`;
		const isOwn = !path.endsWith('404.html') && !moved.some(([from]) => [from, `${from}/`].includes(address));
		// The folder of an old address may end in `.html`.
		if (isOwn && statSync(join(www, path)).isFile()) files.set(address, await readFile(join(www, path)));
	}
	if (files.size < 30 || headers.length < 8 || moved.length === 0) throw new Error(`The site in ${www} is not whole.`);
	return { base, www, files, missing: await readFile(join(www, '404.html')), headers, moved } as BuiltSite;
}
