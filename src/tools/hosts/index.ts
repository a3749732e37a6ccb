import { mkdir, rm, writeFile } from 'node:fs/promises';
import { factsOf } from './facts.ts';
import { caddy, nginx } from './servers.ts';
import { cloudfrontFunction, cloudfrontHeaders, headersFile, redirectsFile, vercel } from './services.ts';

const write = (folder: string, files: Record<string, string>) =>
	Promise.all(Object.entries(files).map(([name, text]) => writeFile(`${folder}/${name}`, text)));

/** Puts into a built site what Netlify and Cloudflare Pages look for there; other hosts do not mind. */
export async function addHostFiles(folder: string): Promise<void> {
	const facts = await factsOf(folder);
	await write(folder, { _headers: headersFile(facts), _redirects: redirectsFile(facts) });
}

/** Writes the configurations of the other hosts beside a built site, and returns their folder. */
export async function writeConfigurations(folder: string): Promise<string> {
	const facts = await factsOf(folder);
	const beside = `${folder}.hosts`;
	await rm(beside, { recursive: true, force: true });
	await mkdir(beside);
	await write(beside, {
		'nginx.conf': nginx(facts),
		Caddyfile: caddy(facts),
		'vercel.json': vercel(facts),
		'cloudfront-headers.json': cloudfrontHeaders(facts),
		'cloudfront-function.js': cloudfrontFunction(facts),
	});
	return beside;
}
