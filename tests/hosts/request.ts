import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from 'node:zlib';

export interface Response {
	status: number;
	headers: Record<string, string | undefined>;
	/** Decompressed. */
	body: Buffer;
	/** Where a redirect leads, as a browser understands it. */
	location: string | undefined;
}

const decoders = new Map<string, (bytes: Buffer) => Buffer>([
	['br', brotliDecompressSync],
	['gzip', gunzipSync],
	['zstd', zstdDecompressSync],
]);

/** Asks for exactly this path, which `fetch` would tidy up first, and follows no redirect. Waits 20 seconds at most. */
export async function ask(
	origin: string,
	path: string,
	headers: Record<string, string> = {},
	method = 'GET',
): Promise<Response> {
	const { hostname: host, port } = new URL(origin);
	const options = { host, port, path, method, headers, agent: false, signal: AbortSignal.timeout(20_000) };
	const [answer] = (await once(request(options).end(), 'response')) as [IncomingMessage];
	const sent = await buffer(answer);
	const decode = decoders.get(answer.headers['content-encoding'] ?? '');
	const { location } = answer.headers;
	return {
		status: answer.statusCode ?? 0,
		headers: answer.headers as Response['headers'],
		body: decode && sent.length > 0 ? decode(sent) : sent,
		location: location === undefined ? undefined : new URL(location, origin + path).href,
	};
}
