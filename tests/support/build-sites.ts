import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { sites, type SiteName } from './sites.ts';

const run = promisify(execFile);

/** Builds every site of `sites` from this checkout, once a test run, with the command that people use. */
export default async function buildSites(): Promise<void> {
	if (process.env['SITES_BUILT']) return;
	process.env['SITES_BUILT'] = 'yes';
	for (const name of Object.keys(sites) as SiteName[]) {
		const { folder, env } = sites[name];
		await rm(folder, { recursive: true, force: true });
		await run(process.execPath, ['src/tools/build.ts', folder], { env: { ...process.env, ...env } }).catch(
			(error: unknown) => {
				const { stdout, stderr } = error as { stdout: string; stderr: string };
				throw new Error(`The site “${name}” was not built.\n${stdout}${stderr}`);
			},
		);
	}
}
