import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { append, content, replace } from '../support/content-room.ts';

/** The development server, on content that breaks and is mended again. */

let browser: Browser;
let server: ChildProcess | undefined;
beforeAll(async () => {
	browser = await launch();
});
afterAll(async () => {
	await browser.close();
	if (server?.exitCode === null && server.kill()) await once(server, 'exit');
});

/** The address in what the server prints when it starts on mistakes. Rejects when it ends. */
const addressOf = ({ stderr, ...child }: ChildProcess) =>
	new Promise<string>((resolve, reject) => {
		let printed = '';
		// Read to the end: a server whose output nobody takes stops.
		stderr?.on('data', (chunk) => {
			printed += String(chunk);
			const [address] = /http:\/\/localhost:\d+\//.exec(printed) ?? [];
			if (address) resolve(address);
		});
		stderr?.on('end', () => reject(new Error(`The server ended with ${child.exitCode}: ${printed}`)));
	});

test('shows mistakes in place of the old words, from the start and later, and gives way when they are mended', async () => {
	append('sections/ask-us.mdx', '\nPay {half} first.\n')();
	const { PATH, HOME } = process.env;
	server = spawn(process.execPath, ['src/tools/dev.ts'], {
		env: { PATH, HOME, CONTENT_DIR: content },
		stdio: ['ignore', 'ignore', 'pipe'],
	});
	const address = await addressOf(server);
	const page = await browser.newPage();
	page.setDefaultTimeout(60_000);
	await page.goto(address);
	const shown = page.locator('pre');
	expect(await shown.textContent()).toMatch(/^content\/sections\/ask-us\.mdx\n *11 {2}A curly brace starts code\./);

	// The page hears of an edit once its line to the server stands; nobody edits twice within that second.
	const listens = page.waitForEvent('console', (message) => message.text().includes('[vite] connected'));
	replace('sections/ask-us.mdx', 'Pay {half} first.', 'Pay half first.')();
	await page.getByText('Pay half first.').waitFor();
	await listens;

	replace('sections/ask-us.mdx', 'Pay half first.', 'Pay [half](/prices/) first.')();
	await page.getByText('The site has no page /prices/.').waitFor();
	expect(await shown.textContent()).toMatch(/content\/sections\/ask-us\.mdx\n *11 /);

	replace('sections/ask-us.mdx', 'Pay [half](/prices/) first.', 'Pay nothing first.')();
	await page.getByText('Pay nothing first.').waitFor();
	expect(await shown.count()).toBe(0);
}, 240_000);
