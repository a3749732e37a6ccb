import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from '../support/server.ts';
import type { Driver, Settings } from './driver.ts';

const binary = fileURLToPath(new URL('webkit-browser.py', import.meta.url));

/** The system's WebKitGTK by WebKitWebDriver (W3C WebDriver), on a screen that nobody sees. Throws with what it printed. */
export async function byWebDriver({ width, height, dark, still, scripts = true }: Settings): Promise<Driver> {
	const port = await freePort();
	// Ends as a group of processes when this one closes their input, or ends. Line by line, because what pages say is read.
	const command = ['-a', '-s', '-screen 0 1600x1200x24', 'stdbuf', '-oL', 'WebKitWebDriver', `--port=${port}`];
	const words = ['-c', '{ "$@"; kill 0; } & read -r line; kill 0', 'sh', 'xvfb-run', ...command];
	const service = spawn('sh', words, { detached: true });
	let printed = '';
	for (const stream of [service.stdout, service.stderr])
		stream.on('data', (words: Buffer) => void (printed += words.toString()));

	async function post<T = unknown>(path: string, body: object = {}): Promise<T> {
		const answer = await fetch(`http://127.0.0.1:${port}/${path}`, { method: 'POST', body: JSON.stringify(body) });
		const { value } = (await answer.json()) as { value: T & { message?: string } };
		if (!answer.ok) throw new Error(`${path}: ${value.message}`);
		return value;
	}
	const isUp = () => fetch(`http://127.0.0.1:${port}/status`).catch(() => undefined);
	while (!(await isUp())) {
		if (service.exitCode !== null || service.signalCode) throw new Error(`WebKitWebDriver does not start.\n${printed}`);
		await wait(50);
	}

	const args = [dark && '--dark', still && '--still', !scripts && '--no-scripts'].filter(Boolean);
	const alwaysMatch = { 'webkitgtk:browserOptions': { binary, args }, unhandledPromptBehavior: 'accept' };
	const { sessionId } = await post<{ sessionId: string }>('session', { capabilities: { alwaysMatch } });
	const session = `session/${sessionId}`;
	const act = (type: string, actions: object[]) =>
		post(`${session}/actions`, { actions: [{ type, id: type, actions }] });
	const driver: Driver = {
		goto: (url) => post(`${session}/url`, { url }),
		reload: () => post(`${session}/refresh`),
		evaluate: (expression) => post(`${session}/execute/sync`, { script: `return ${expression}`, args: [] }),
		click: (x, y) =>
			act('pointer', [
				{ type: 'pointerMove', x, y },
				{ type: 'pointerDown', button: 0 },
				{ type: 'pointerUp', button: 0 },
			]),
		type: (text) =>
			act(
				'key',
				Array.from(text).flatMap((value) => ['keyDown', 'keyUp'].map((type) => ({ type, value }))),
			),
		// WebDriver's sign for the key.
		pressEscape: () => driver.type('\uE00C'),
		async resize(width, height) {
			await post(`${session}/window/rect`, { x: 0, y: 0, width, height });
			while (!(await driver.evaluate(`innerWidth === ${width} && innerHeight === ${height}`))) await wait(20);
		},
		async picture() {
			const answer = await fetch(`http://127.0.0.1:${port}/${session}/screenshot`);
			return Buffer.from(((await answer.json()) as { value: string }).value, 'base64');
		},
		async errors() {
			// What was said before is printed before.
			const end = `end ${performance.now()}`;
			await driver.evaluate(`console.log('${end}')`);
			while (!printed.includes(end)) await wait(20);
			return printed.match(/^.*CONSOLE (\w+ )?ERROR .*$/gm) ?? [];
		},
		async close() {
			const ended = once(service, 'exit');
			service.stdin.end();
			await ended;
		},
	};
	await driver.resize(width, height);
	return driver;
}
