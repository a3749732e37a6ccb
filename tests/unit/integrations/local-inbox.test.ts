import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';

const root = resolve('.reports/local-inbox');
const store = `${root}/.inbox/messages.jsonl`;
const page = { accept: 'text/html,*/*;q=0.8' };
const script = { accept: 'application/json' };

/** A project with one page below a base path, which has the inbox and nothing else. */
const config = `import { localInbox } from '${resolve('src/integrations/local-inbox.ts')}';
export default { base: '/guide', integrations: [localInbox()], devToolbar: { enabled: false }, server: { port: 0 } };`;
beforeAll(() => {
	rmSync(root, { recursive: true, force: true });
	for (const folder of ['src/pages', 'dist']) mkdirSync(`${root}/${folder}`, { recursive: true });
	writeFileSync(`${root}/astro.config.mjs`, config);
	writeFileSync(`${root}/src/pages/index.astro`, '<p>Here</p>');
	writeFileSync(`${root}/dist/index.html`, '<p>Here</p>');
});

describe.each(['dev', 'preview'])('in astro %s', (command) => {
	let server: ChildProcess;
	let printed = '';
	let port = '';
	beforeAll(async () => {
		const { PATH, HOME } = process.env;
		server = spawn(process.execPath, [resolve('node_modules/astro/bin/astro.mjs'), command], {
			...{ cwd: root, stdio: ['ignore', 'pipe', 'inherit'] },
			env: { PATH, HOME, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' },
		});
		server.stdout?.on('data', (chunk) => (printed += String(chunk)));
		await vi.waitFor(() => expect(printed).toMatch(/localhost:\d+\/guide/), { timeout: 60_000, interval: 20 });
		port = /localhost:(\d+)/.exec(printed)?.[1] ?? '';
	}, 70_000);
	afterAll(async () => {
		server.kill();
		await once(server, 'exit');
	});
	beforeEach(() => rmSync(store, { force: true }));

	const request = (init: RequestInit) =>
		fetch(`http://localhost:${port}/guide/local-inbox`, { method: 'POST', redirect: 'manual', ...init });
	const post = (fields: Record<string, string>, headers: Record<string, string> = script) =>
		request({ body: new URLSearchParams(fields), headers });
	const kept = () => {
		const lines = readFileSync(store, 'utf8').trimEnd().split('\n');
		return lines.map((line) => (JSON.parse(line) as { fields: unknown }).fields);
	};
	/** Waits until those words are in the terminal, which is another process. */
	const says = (words: string) => vi.waitFor(() => expect(printed).toContain(words), { timeout: 10_000 });

	test('keeps and prints what a form sends, and answers as the service does', async () => {
		const fields = { name: 'Ada שלום', message: 'a\r\nb <c>', _next: '/guide/thanks/' };
		const answer = await post(fields);
		expect([answer.status, await answer.json()]).toEqual([200, { ok: true, next: '/guide/thanks/' }]);
		const data = new FormData();
		data.set('name', 'Bea');
		expect((await request({ body: data, headers: script })).status).toBe(200);
		expect(kept()).toEqual([fields, { name: 'Bea' }]);
		await says('\n  name: Ada שלום\n  message: a\n    b <c>\n');
	});

	test('leads a form without scripts to the page of thanks', async () => {
		const lands = async (_next: string) => {
			const { status, headers } = await post({ name: 'Ada', _next }, page);
			return [status, headers.get('location')];
		};
		expect(await lands('/guide/thanks/')).toEqual([303, '/guide/thanks/']);
		expect(await lands('http://localhost:9/thanks/')).toEqual([303, 'http://localhost:9/thanks/']);
		expect(await lands('javascript:alert(1)')).toEqual([303, '/']);
	});

	test('lets no message steer the terminal', async () => {
		await post({ message: 'a\u001b[2Jb\u0007\rc\u202Ed\u009b1m', 'x\u001b]0;y\u0007': '' });
		await says('\n  message: ab\n    cd\n  x: \n');
	});

	test.each([
		['another origin', { origin: 'https://evil.test' }],
		['no origin that is known', { origin: 'null' }],
		['another port', { origin: 'http://localhost:9' }],
		['another site', { 'sec-fetch-site': 'cross-site' }],
		['a sister site', { 'sec-fetch-site': 'same-site' }],
	])('refuses what comes from %s', async (_, headers) => {
		expect((await post({ name: 'Eve' }, headers)).status).toBe(403);
		expect(kept).toThrow('ENOENT');
	});

	test('takes what comes from its own pages, which it leaves alone', async () => {
		const origin = `http://localhost:${port}`;
		expect(await (await fetch(`${origin}/guide/`)).text()).toContain('<p>Here</p>');
		expect((await post({ name: 'Ada' }, { ...script, origin })).status).toBe(200);
		expect((await post({ name: 'Ada' }, { ...script, origin, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
		expect(kept()).toHaveLength(2);
	});

	test('refuses what no form sends', async () => {
		expect((await request({ method: 'GET' })).status).toBe(405);
		expect((await request({ body: 'name=Ada' })).status).toBe(400);
		expect((await request({ body: '{}', headers: { 'content-type': 'application/json' } })).status).toBe(400);
		expect(kept).toThrow('ENOENT');
	});
});
