import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

export interface SiteServer {
	port: number;
	/** Address of the site's root, with its base path and a slash at its end. */
	url: string;
	close(): Promise<void>;
}

async function listen(server: Server): Promise<number> {
	await once(server.listen(0, '127.0.0.1'), 'listening');
	return (server.address() as AddressInfo).port;
}

/** Serves a built site on a free port as a plain static host does: a missing page by `404.html` with status 404. */
export async function serveSite(folder: string, base = '/'): Promise<SiteServer> {
	const files = sirv(folder, { etag: true, dev: true });
	const server = createServer((request, response) => {
		const notFound = async () => {
			response.writeHead(404, { 'Content-Type': 'text/html; charset=utf-8' });
			response.end(await readFile(`${folder}/404.html`));
		};
		const path = request.url ?? '/';
		if (!path.startsWith(base)) return void notFound();
		request.url = `/${path.slice(base.length)}`;
		files(request, response, () => void notFound());
	});
	const port = await listen(server);
	return {
		port,
		url: `http://localhost:${port}${base}`,
		async close() {
			server.closeAllConnections();
			await once(server.close(), 'close');
		},
	};
}
