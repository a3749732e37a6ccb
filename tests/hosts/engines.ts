import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { s3 } from './cloudfront.ts';
import { type Host, installNpm, serve } from './serve.ts';
import { shell } from './site.ts';

const wrangler = () => installNpm('wrangler', '4.164.0');
const env = { CI: '1', WRANGLER_SEND_METRICS: 'false' };
const byWrangler: [RegExp, string] = [/no Vary|not compressed/, 'wrangler compresses less than Cloudflare'];

const pages: Host = {
	except: {
		compressed: byWrangler,
		missing: [/index\.html\/x:/, 'wrangler reads files from a disk, where a file is no folder'],
		hostile: [/502, \[wrangler\]/, 'wrangler reads files from a disk, which refuses the name'],
		methods: [/TRACE/, 'wrangler hangs there'],
	},
	start: async ({ www }, folder) => {
		const flags = ['--ip', '127.0.0.1', '--port', 'PORT', '--compatibility-date', '2026-11-01'];
		return serve({ command: [wrangler(), 'pages', 'dev', www, ...flags], folder, env });
	},
};

const workers: Host = {
	except: { compressed: byWrangler },
	start: async ({ www }, folder) => {
		const config = await readFile('.github/hosts/wrangler.jsonc', 'utf8');
		const files = { 'wrangler.jsonc': config.replace('"dist"', JSON.stringify(www)) };
		return serve({ command: [wrangler(), 'dev', '--ip', '127.0.0.1', '--port', 'PORT'], folder, files, env });
	},
};

const netlify: Host = {
	except: {
		cached: [/max-age=0$/, 'netlify dev sends that with every file'],
		compressed: [/not compressed/, 'netlify dev does not compress'],
		folders: [/: 200 /, 'netlify dev sends the page itself there'],
		hostile: [/status 599/, 'netlify dev ends at a path that cannot be decoded'],
	},
	start: async ({ www }, folder) => {
		// As in .github/hosts/netlify.toml.
		await shell("sed -i 's/ 301$/ 301!/' _redirects", www);
		const flags = ['--offline', '--dir', www, '--port', 'PORT', '--no-open', '--skip-gitignore'];
		const command = [installNpm('netlify-cli', '27.10.2', 'netlify'), 'dev', ...flags];
		return serve({ command: [...command, '--internal-disable-edge-functions'], folder, env });
	},
};

const vercel: Host = {
	except: {
		cached: [/max-age=0, must-revalidate$/, 'vercel dev sends that with every file'],
		compressed: [/not compressed/, 'vercel dev does not compress'],
		folders: [/: 308 .*\/, not .*\?/, 'vercel dev loses queries'],
		redirects: [/: 200 /, 'a page at each old address sends visitors on, without the query'],
	},
	start: async ({ www }) => {
		const config = JSON.parse(await readFile('.github/hosts/vercel.json', 'utf8')) as Record<string, unknown>;
		await writeFile(join(www, 'vercel.json'), JSON.stringify({ ...config, buildCommand: null, outputDirectory: '.' }));
		const flags = ['dev', '--local', '--yes', '--listen', '127.0.0.1:PORT'];
		return serve({ command: [installNpm('vercel', '60.1.3'), ...flags], folder: www, env });
	},
};

/** Hosts' own software that is too heavy for the project's packages: installed when it is asked for. */
export const engines = { 'wrangler-pages': pages, 'wrangler-workers': workers, netlify, vercel, s3 };
