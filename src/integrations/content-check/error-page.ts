import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import type { Problem } from './problem.ts';
import { formats } from './formats.ts';

/** Asks twice a second for the same page, and shows it once the content is mended or wrong in another way. */
const poll = `let now; setInterval(() => fetch(location, { headers: { accept: 'text/html' } })
	.then(async (response) => [response.ok, await response.text()])
	.then(([mended, page]) => (mended || (now ??= page) !== page) && location.reload())
	.catch(() => {}), 500)`;

/** Answers with the errors, on a page that gives way to the site when they are mended. */
export function showErrors(response: ServerResponse, errors: Problem[]) {
	const text = formats.text(errors).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
	response.end(`<!doctype html>
<html lang="en">
<meta name="viewport" content="width=device-width">
<title>Errors in the content</title>
<h1>Errors in the content</h1>
<pre style="white-space: pre-wrap">${text}</pre>
<script>${poll}</script>
</html>`);
}

/**
 * Astro does not start on some errors: until they are mended, a server in its place shows them, and looks every second
 * whether they still stand. Returns when there are none.
 */
export async function waitForContent(find: () => Promise<Problem[]>, port: number, print: (text: string) => void) {
	let errors = await find();
	if (!errors.length) return;
	const server = createServer((_request, response) => showErrors(response, errors));
	// As Astro does when something else has the port.
	server.on('error', () => server.listen(++port, 'localhost'));
	await new Promise<void>((ready) => server.listen(port, 'localhost').once('listening', ready));
	print(`\n${formats.text(errors)}\nThe errors are shown at http://localhost:${port}/ until they are mended.`);
	for (; errors.length; errors = await find()) await setTimeout(1000);
	server.closeAllConnections();
	await once(server.close(), 'close');
}
