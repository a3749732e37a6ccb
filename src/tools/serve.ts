import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

export type Site = Awaited<ReturnType<typeof serveSite>>;

/** Listens on `port`, or on any free one when it is 0 or taken. Loopback only. */
export async function listen(server: Server, port: number): Promise<number> {
	const attempt = (at: number) =>
		new Promise<void>((resolve, reject) => {
			server.once('error', reject);
			server.listen(at, 'localhost', resolve);
		});
	await attempt(port).catch(() => attempt(0));
	return (server.address() as AddressInfo).port;
}

/** Serves a built site as a plain static host does: folders by their index, a missing page by `404.html` with status 404. */
export async function serveSite(folder: string, base = '/', port = 0) {
	const files = sirv(folder, { etag: true, dev: true });
	const server = createServer((request, response) => {
		const notFound = async () => {
			response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
			response.end(await readFile(`${folder}/404.html`).catch(() => 'Not found'));
		};
		const path = request.url ?? '/';
		if (!path.startsWith(base)) return void notFound();
		request.url = `/${path.slice(base.length)}`;
		files(request, response, () => void notFound());
	});
	const at = await listen(server, port);
	return {
		/** Address of the site's root, with its base path and a slash at its end. */
		url: `http://localhost:${at}${base}`,
		async close() {
			server.closeAllConnections();
			await once(server.close(), 'close');
		},
	};
}
