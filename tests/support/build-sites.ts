import { rm } from 'node:fs/promises';
import { runBuild } from './run-build.ts';
import { lanes, sitesOf } from './sites.ts';

/** Builds every site of every lane from this checkout, once a test run, with the command that people use. */
export default async function buildSites(): Promise<void> {
	if (process.env['SITES_BUILT']) return;
	process.env['SITES_BUILT'] = 'yes';
	const sites = Array.from({ length: lanes }, (_, lane) => Object.values(sitesOf(lane))).flat();
	for (const [folder, env] of new Map(sites.map(({ folder, env }) => [folder, env]))) {
		await rm(folder, { recursive: true, force: true });
		const { code, out, err } = await runBuild(folder, './content', env);
		if (code !== 0) throw new Error(`The site in ${folder} was not built.\n${[...out, ...err].join('\n')}`);
	}
}
