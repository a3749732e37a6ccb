import { on } from 'node:events';
import { watch } from 'node:fs';
import { createServer } from 'node:http';
import { dev } from 'astro';
import { contentDir } from '../settings.ts';
import { formats } from '../integrations/content-check/report.ts';
import { startPrintingInbox } from './inbox-cli.ts';
import { findMistakes, mistakesFirst, showMistakes } from './mistakes.ts';
import { listen } from './serve.ts';

/** The development server with the local inbox in the form service's place. Words, styles and code reload as they change. */
let port = 4321;
const { endpoint } = await startPrintingInbox(4322);
process.env['FORM_ENDPOINT'] = endpoint;
process.env['SITE_URL'] ??= `http://localhost:${port}`;

// Astro does not start on content with mistakes: until they are mended, a server of our own shows them. What changes while
// they are looked for waits in line.
const watcher = watch(contentDir, { recursive: true });
const changes = on(watcher, 'change');
let mistakes = await findMistakes();
if (mistakes.length) {
	const server = createServer((_request, response) => showMistakes(response, mistakes));
	port = await listen(server, port);
	console.error(formats.text(mistakes));
	console.error(`The mistakes are shown at http://localhost:${port}/ until they are mended.`);
	while (mistakes.length) {
		await changes.next();
		mistakes = await findMistakes();
	}
	server.closeAllConnections();
	await new Promise((closed) => server.close(closed));
}
watcher.close();
// `force` empties the store of an earlier run: it would bring back text of another content folder.
await dev({ server: { port }, force: true, vite: { plugins: [mistakesFirst] } });
