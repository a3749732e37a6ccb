import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { serveSite, type Site } from '../../src/tools/serve.ts';
import { own as laneOf, ports, type TestSite } from './sites.ts';

/** The web servers whose sample configurations are tested, as Debian packages them. */
const servers = {
	nginx: {
		path: '/usr/sbin/nginx',
		needs: '/etc/nginx/modules-enabled/50-mod-http-brotli-static.conf',
		packages: ['openssl', 'nginx-light', 'libnginx-mod-http-brotli-filter', 'libnginx-mod-http-brotli-static'],
		sample: 'nginx.conf',
		// In the foreground, one process that stays whoever started it, and nothing written outside of its folder.
		wrap: (sample: string, folder: string) =>
			[
				'include /etc/nginx/modules-enabled/*.conf;',
				`daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/error.log;`,
				'events {}',
				'http {',
				...['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`),
				'access_log off;',
				sample,
				'}',
			].join('\n'),
		run: (config: string) => ['-c', config, '-e', 'stderr'],
	},
	caddy: {
		path: '/usr/bin/caddy',
		needs: '/usr/bin/caddy',
		packages: ['caddy'],
		sample: 'Caddyfile',
		wrap: (sample: string) => `{\n\tadmin off\n}\n${sample}`,
		run: (config: string) => ['run', '--adapter', 'caddyfile', '--config', config],
	},
} as const;
export type ServerName = keyof typeof servers;
export const serverNames = Object.keys(servers) as ServerName[];

/**
 * Why a server cannot be tested here, or undefined. Installs it where that can be done: on Debian and its relatives, as root or
 * in CI. Throws where it should have worked.
 */
export function missing(name: ServerName): string | undefined {
	const { path, needs, packages } = servers[name];
	const there = () => existsSync(path) && existsSync(needs);
	if (there()) return undefined;
	// On a machine of one's own nobody's rights are widened without asking; machines of CI are there for that.
	const asRoot = process.getuid?.() === 0 ? [] : process.env['CI'] ? ['sudo', '-n'] : undefined;
	if (!asRoot || !existsSync('/usr/bin/apt-get'))
		return `${name} is not here, and only root on a Debian can install it: apt-get install ${packages.join(' ')}`;
	console.log(`Installing ${name}.`);
	// Installed services start at once, and take port 80, unless the system seems to be in another run level.
	const apt = (...words: string[]) => {
		const [command = '', ...rest] = [...asRoot, 'env', 'RUNLEVEL=1', 'apt-get', ...words];
		execFileSync(command, rest, { stdio: 'ignore', timeout: 300_000 });
	};
	apt('update');
	apt('-o', 'DPkg::Lock::Timeout=240', 'install', '-y', '--no-install-recommends', ...packages);
	if (!there()) throw new Error(`${name} was installed, but ${needs} is not there.`);
	return undefined;
}

/**
 * Serves the built site in `folder` by its sample configuration, unchanged but for the folder on the server; `change` is for
 * what a test cannot have, such as a certificate. The site has to be built for `url`.
 */
export async function serveBy(
	name: ServerName,
	folder: string,
	url: string,
	change = (sample: string) => sample,
): Promise<Site> {
	const { path, sample, wrap, run } = servers[name];
	const own = resolve(laneOf(name));
	await mkdir(own, { recursive: true });
	const text = await readFile(`${folder}.hosts/${sample}`, 'utf8');
	if (!text.includes('/srv/guide')) throw new Error(`The sample for ${name} names no folder to serve.`);
	await writeFile(`${own}/${sample}`, wrap(change(text.replaceAll('/srv/guide', resolve(folder))), own));
	const answers = () =>
		fetch(url, { redirect: 'manual' }).then(
			() => true,
			() => false,
		);
	if (await answers()) throw new Error(`Another server is at ${url}.`);
	const server = spawn(path, run(`${own}/${sample}`), {
		env: { ...process.env, HOME: own, XDG_DATA_HOME: own, XDG_CONFIG_HOME: own },
	});
	let said = '';
	server.stderr.on('data', (words: Buffer) => (said += words.toString()));
	const ended = new Promise<void>((done) => server.once('exit', () => done()));
	for (let tries = 0; !(await answers()); tries++) {
		if (server.exitCode !== null || tries > 200) {
			server.kill();
			throw new Error(`${name} does not serve ${url}.\n${said}`);
		}
		await wait(50);
	}
	return { url, close: () => (server.kill(), ended) };
}

/**
 * Serves a built site on the lane's port by the server that `TEST_SERVER` names, `sirv` unless set. A site that is published
 * with TLS is served without, because nobody has a certificate for it. Throws for a server that is unknown or not here.
 */
export async function serve({ folder, base, env }: TestSite): Promise<Site> {
	const wanted = process.env['TEST_SERVER'] ?? 'sirv';
	if (wanted === 'sirv') return serveSite(folder, base, ports.site);
	const name = serverNames.find((name) => name === wanted);
	const reason = name ? missing(name) : `TEST_SERVER is none of sirv ${serverNames.join(' ')}`;
	if (!name || reason) throw new Error(reason);
	const origin = `http://localhost:${ports.site}`;
	return serveBy(name, folder, origin + base, (sample) =>
		sample
			.replaceAll(env.SITE_URL, origin)
			.replace(/\bssl_.*;/g, '')
			.replace(/(listen (?:\[::\]:)?)443 ssl http2/g, `$1${ports.site}`)
			.replace(/(listen (?:\[::\]:)?)80;/g, `$1${ports.insecure};`),
	);
}
