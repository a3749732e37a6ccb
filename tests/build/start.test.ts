import { spawn } from 'node:child_process';
import { expect, onTestFinished, test } from 'vitest';
import { alone } from '../support/build.ts';
import { freePort } from '../support/server.ts';
import { fixture } from '../support/sites.ts';

test('npm start builds the site and serves it, with the local inbox behind its form', () =>
	alone(async () => {
		const port = await freePort();
		const { PATH, HOME } = process.env;
		const server = spawn('npm', ['start', '--', '--port', String(port)], {
			env: { PATH, HOME, CONTENT_DIR: fixture },
			// A group of its own, because npm leaves its children behind.
			detached: true,
		});
		onTestFinished(() => {
			if (server.exitCode === null) process.kill(-Number(server.pid));
		});
		let printed = '';
		server.stdout.on('data', (text) => (printed += String(text)));
		server.stderr.on('data', (text) => (printed += String(text)));
		const ended = new Promise<string>((resolve) => server.on('exit', () => resolve('ended')));
		const served = expect.poll(() => printed, { timeout: 100_000 }).toContain(`http://localhost:${port}/`);
		expect(await Promise.race([ended, served]), printed).not.toBe('ended');

		const page = await fetch(`http://localhost:${port}/contact/`).then((answer) => answer.text());
		expect(/<form[^>]* action="?([^" >]*)/.exec(page)?.[1]).toBe('/local-inbox');
		const inbox = await fetch(`http://localhost:${port}/local-inbox`);
		expect([inbox.status, await inbox.json()]).toEqual([405, { error: 'Please submit POST request.' }]);
	}));
