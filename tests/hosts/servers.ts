import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Host, installDebian, serve } from './serve.ts';
import { shell } from './site.ts';

const config = (name: string) => readFile(`.github/hosts/${name}`, 'utf8');

const nginx: Host = {
	start: async ({ www }, folder) => {
		const program = installDebian('/usr/sbin/nginx', 'nginx-light');
		const brotli = 'libnginx-mod-http-brotli-filter';
		installDebian('/usr/lib/nginx/modules/ngx_http_brotli_filter_module.so', brotli);
		await shell("sed 's/ 301$/;/' _redirects > _redirects.nginx", www);
		const site = (await config('nginx.conf'))
			.replaceAll('/srv/www', www)
			.replace('listen 80;', `listen 127.0.0.1:PORT;`)
			.replace('listen [::]:80;', '')
			.replaceAll('#brotli', 'brotli');
		const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
		const paths = temporary.map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ');
		const main = [
			`include /etc/nginx/modules-enabled/*.conf; daemon off; pid ${folder}/pid; error_log stderr;`,
			`events {} http { access_log off; ${paths} include ${folder}/site.conf; }`,
		];
		const files = { 'site.conf': site, 'main.conf': main.join('\n') };
		return serve({ command: [program, '-c', join(folder, 'main.conf'), '-e', 'stderr'], folder, files });
	},
};

const caddy: Host = {
	start: async ({ www }, folder) => {
		const program = installDebian('/usr/bin/caddy', 'caddy');
		const site = (await config('Caddyfile')).replaceAll('/srv/www', www).replace(/^example\.org/m, 'http://:PORT');
		const files = { Caddyfile: `{\n\tadmin off\n}\n${site}` };
		const command = [program, 'run', '--adapter', 'caddyfile', '--config', 'Caddyfile'];
		return serve({ command, folder, files, env: { XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder } });
	},
};

const apache: Host = {
	start: async ({ www }, folder) => {
		const program = installDebian('/usr/sbin/apache2', 'apache2');
		await copyFile('.github/hosts/.htaccess', join(www, '.htaccess'));
		const rules = String.raw`sed 's|^/\(.*\) \([^#]*\)\(.*\) 301|RewriteCond %{QUERY_STRING} .\
			RewriteRule "^\1$" "\2?%{QUERY_STRING}\3" [R=301,NE,L]\
			RewriteRule "^\1$" "\2\3" [R=301,NE,L]|' _redirects >> .htaccess`;
		await shell(rules, www);
		const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'filter', 'brotli', 'deflate', 'headers', 'rewrite'];
		const main = [
			...modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`),
			`ServerName localhost\nListen 127.0.0.1:PORT\nPidFile ${folder}/pid\nErrorLog ${folder}/error.log`,
			process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : '',
			`TypesConfig /etc/mime.types\nDocumentRoot ${www}`,
			`<Directory ${www}>\nAllowOverride All\nRequire all granted\n</Directory>`,
		];
		const files = { 'main.conf': main.join('\n') };
		return serve({ command: [program, '-D', 'FOREGROUND', '-f', join(folder, 'main.conf')], folder, files });
	},
};

export const servers = { nginx, caddy, apache };
