import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { append, ask, clinic, content, privacy, replace, text, write } from './content.ts';

/* A project of one page: what `astro build` and `astro dev` do with content that has errors, and with what changes. */

const root = dirname(content);
const astro = resolve('node_modules/astro/bin/astro.mjs');
const env = { PATH: process.env['PATH'], HOME: process.env['HOME'], ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
const source = (name: string) => JSON.stringify(resolve(`src/integrations/${name}.ts`));

beforeEach(() => {
	if (existsSync(join(root, 'node_modules'))) return;
	symlinkSync(resolve('node_modules'), join(root, 'node_modules'));
	mkdirSync(join(root, 'src/pages'), { recursive: true });
	const page = "---\nimport { Content } from '../../content/pages/privacy.md';\n---\n<p>The site.</p><Content />";
	writeFileSync(join(root, 'src/pages/index.astro'), page);
	writeFileSync(
		join(root, 'astro.config.mjs'),
		`import { contentCheck } from ${source('content-check/index')};
		import { redirects } from ${source('redirects')};
		const integrations = [contentCheck({ dir: './content' }), redirects({ file: './content/redirects.yaml' })];
		export default { integrations };`,
	);
});

test('builds what is right, and on an error names file, line and cure, and touches nothing', () => {
	const build = () => spawnSync(process.execPath, [astro, 'build'], { cwd: root, env, encoding: 'utf8' });
	const page = () => readFileSync(join(root, 'dist/index.html'), 'utf8');
	clinic('notice:\n  text: Closed.\n  firstDay: 2026-01-02\n  lastDay: 2026-01-03')();
	const first = build();
	expect(first.status).toBe(0);
	expect(first.stdout + first.stderr).toContain('Advice: The last day of the notice is past.');
	expect(page()).toContain('The site.');

	writeFileSync(join(root, 'dist/index.html'), 'The last good site.');
	text('Pay {half} **first**.')();
	const { status, stderr, stdout } = build();
	expect(status).toBe(1);
	expect(stderr + stdout).toContain(
		`content/${ask}\n   10  A curly brace starts code.\n       → Use round brackets, or write \\{ to show a brace.\n\nNothing was built.\n`,
	);
	expect(stderr + stdout).not.toMatch(/\n\s+at /);
	expect(page()).toBe('The last good site.');
});

test('shows errors in place of every page while developing, until they are mended, and what is right at once', async () => {
	const probe = createServer().listen(0, 'localhost');
	await once(probe, 'listening');
	const { port } = probe.address() as AddressInfo;
	await once(probe.close(), 'close');
	text('Pay {half} first.')();
	const server = spawn(process.execPath, [astro, 'dev', '--port', String(port)], { cwd: root, env });
	onTestFinished(async () => {
		if (server.exitCode === null && server.kill()) await once(server, 'exit');
	});
	let printed = '';
	for (const stream of [server.stdout, server.stderr]) stream.on('data', (chunk) => (printed += String(chunk)));
	const page = (path = '/') =>
		fetch(`http://localhost:${port}${path}`, { headers: { accept: 'text/html' } }).then(
			async (response) => `${response.status} ${await response.text()}`,
			() => 'no answer',
		);
	const shows = (words: RegExp) => expect.poll(() => page(), { timeout: 40_000 }).toMatch(words);

	await shows(/^503 [^]*content\/sections\/ask-us\.mdx\n *10 {2}A curly brace starts code\./);
	expect(printed).toContain(`shown at http://localhost:${port}/ until they are mended`);
	replace(ask, 'Pay {half} first.', 'Pay half first.')();
	await shows(/^200 [^]*The site\./);
	replace(ask, 'Pay half first.', 'Pay [half](/prices/) first.')();
	await shows(/^503 [^]*The site has no page \/prices\//);
	expect(printed).toContain('The site has no page /prices/.');
	replace(ask, 'Pay [half](/prices/) first.', 'Pay nothing.')();
	await shows(/^200 [^]*The site\./);
	append(privacy, '\nThese words are new.')();
	await shows(/^200 [^]*These words are new\./);
	write('redirects.yaml', '/older/: /')();
	await expect.poll(() => page('/older/'), { timeout: 40_000 }).toMatch(/^200 [^]*The site\./);
}, 180_000);
