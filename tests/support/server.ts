import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo, Server as AnyServer } from 'node:net';
import sirv from 'sirv';

export interface SiteServer {
	port: number;
	/** Address of the site's root, with its base path and a slash at its end. */
	url: string;
	/** Where its requests can be listened to. */
	server: Server;
	close(): Promise<void>;
}

/** Starts a server of this machine's own on a free port, and returns the port. */
export async function listen(server: AnyServer): Promise<number> {
	await once(server.listen(0, '127.0.0.1'), 'listening');
	return (server.address() as AddressInfo).port;
}

/** A port that is free now, for a program that cannot find one by itself. */
export async function freePort(): Promise<number> {
	const server = createServer();
	const port = await listen(server);
	await once(server.close(), 'close');
	return port;
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
		server,
		async close() {
			server.closeAllConnections();
			await once(server.close(), 'close');
		},
	};
}
