import type { ServerResponse } from 'node:http';
import { resolve, sep } from 'node:path';
import type { ViteDevServer } from 'vite';
import { contentDir } from '../settings.ts';
import { checkContent } from '../integrations/content-check/check.ts';
import type { Problem } from '../integrations/content-check/problem.ts';
import { formats } from '../integrations/content-check/report.ts';

/** What is wrong with the content. */
export const findMistakes = async () => (await checkContent(contentDir)).filter(({ level }) => level === 'error');

/** Asks twice a second for this page, and shows the site or other mistakes once they come. A server that is away is waited for. */
const wait = `let now; setInterval(() => fetch(location, { headers: { accept: 'text/html' } })
	.then(async (response) => [response.ok, await response.text()])
	.then(([mended, page]) => (mended || (now ??= page) !== page) && location.reload())
	.catch(() => {}), 500)`;

/** Answers with the mistakes, in the words of the check, on a page that gives way to the site when they are mended. */
export function showMistakes(response: ServerResponse, mistakes: Problem[]) {
	const text = formats.text(mistakes).replaceAll('&', '&amp;').replaceAll('<', '&lt;');
	response.writeHead(503, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
	response.end(
		`<!doctype html><html lang="en"><title>Mistakes in the content</title><h1>Mistakes in the content</h1><pre style="white-space: pre-wrap">${text}</pre><script>${wait}</script></html>`,
	);
}

/** Shows mistakes in the place of every page of the development server, which by itself would go on with the old words. */
export const mistakesFirst = {
	name: 'mistakes-first',
	configureServer(server: ViteDevServer) {
		server.middlewares.use((request, response, next) => {
			if (!request.headers.accept?.includes('text/html')) return next();
			void findMistakes().then((mistakes) => (mistakes.length ? showMistakes(response, mistakes) : next()), next);
		});
		server.watcher.on('all', (_event, file) => {
			if (!resolve(file).startsWith(resolve(contentDir) + sep)) return;
			void findMistakes().then((mistakes) => mistakes.length && server.hot.send({ type: 'full-reload' }));
		});
	},
};
