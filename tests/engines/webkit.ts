import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Driver, Engine, Settings } from './driver.ts';

/** How WebDriver writes keys that stand for no character. */
const keys = { Escape: '\uE00C', Enter: '\uE007' } as const;
const binary = fileURLToPath(new URL('webkit-browser.py', import.meta.url));

async function freePort(): Promise<number> {
	const server = createServer().listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	server.close();
	return port;
}

/**
 * The system's WebKitGTK by WebKitWebDriver (W3C WebDriver), on a screen that nobody sees. One window at a time. Throws with
 * what the driver printed when it does not start.
 */
export async function startWebKit(): Promise<Engine> {
	const port = await freePort();
	// A group of its own, to be ended as one. Lines have to leave the browser's processes when they are written.
	const service = spawn(
		'xvfb-run',
		['-a', '-s', '-screen 0 1600x1200x24', 'stdbuf', '-oL', 'WebKitWebDriver', `--port=${port}`],
		{ detached: true, stdio: ['ignore', 'pipe', 'pipe'] },
	);
	let printed = '';
	for (const stream of [service.stdout, service.stderr]) stream.on('data', (words: Buffer) => (printed += String(words)));

	async function call<T>(method: string, path: string, body?: object): Promise<T> {
		const response = await fetch(`http://127.0.0.1:${port}${path}`, {
			method,
			...(method === 'POST' && { body: JSON.stringify(body ?? {}) }),
		});
		const { value } = (await response.json()) as { value: T & { error?: string; message?: string } };
		if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
		return value;
	}

	for (let ready = false; !ready; await wait(50)) {
		if (service.exitCode !== null) throw new Error(`WebKitWebDriver does not start.\n${printed}`);
		ready = await call('GET', '/status').then(
			() => true,
			() => false,
		);
	}

	async function open(settings: Settings): Promise<Driver> {
		const { dark, still, scripts = true, width, height } = settings;
		const args = [dark && '--dark', still && '--still', !scripts && '--no-scripts'].filter(Boolean);
		const { sessionId } = await call<{ sessionId: string }>('POST', '/session', {
			capabilities: {
				alwaysMatch: { 'webkitgtk:browserOptions': { binary, args }, unhandledPromptBehavior: 'accept' },
			},
		});
		const post = <T = unknown>(path: string, body?: object) => call<T>('POST', `/session/${sessionId}/${path}`, body);
		const act = (type: string, actions: object[]) => post('actions', { actions: [{ type, id: type, actions }] });
		printed = '';
		const driver: Driver = {
			goto: (url) => post('url', { url }),
			back: () => post('back'),
			reload: () => post('refresh'),
			evaluate: (expression) => post('execute/sync', { script: `return ${expression}`, args: [] }),
			click: (x, y) =>
				act('pointer', [
					{ type: 'pointerMove', x, y },
					{ type: 'pointerDown', button: 0 },
					{ type: 'pointerUp', button: 0 },
				]),
			press: (key) => driver.type(keys[key]),
			type: (text) =>
				act(
					'key',
					[...text].flatMap((value) => [
						{ type: 'keyDown', value },
						{ type: 'keyUp', value },
					]),
				),
			async resize(width, height) {
				await post('window/rect', { x: 0, y: 0, width, height });
				const arrived = `innerWidth === ${width} && innerHeight === ${height}`;
				while (!(await driver.evaluate(arrived))) await wait(20);
			},
			picture: async () =>
				Buffer.from(await call<string>('GET', `/session/${sessionId}/screenshot`), 'base64'),
			async errors() {
				// What was said before is printed before.
				const end = `end ${performance.now()}`;
				await driver.evaluate(`console.log(${JSON.stringify(end)})`);
				while (!printed.includes(end)) await wait(20);
				return printed.match(/^.*CONSOLE (\w+ )?ERROR .*$/gm) ?? [];
			},
			close: () => call('DELETE', `/session/${sessionId}`),
		};
		await driver.resize(width, height);
		return driver;
	}

	return {
		name: 'WebKit',
		open,
		close: async () => {
			const ended = once(service, 'exit');
			process.kill(-(service.pid ?? 0));
			await ended;
		},
	};
}
