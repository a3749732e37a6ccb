import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { createContext, runInContext } from 'node:vm';
import { ask } from './request.ts';
import { type Host, installDebian, installNpm, type Running, serve } from './serve.ts';
import { shell } from './site.ts';

interface Field {
	value: string;
	multiValue?: Field[];
}
type Handler = (event: object) => Promise<{ uri: string; statusCode?: number; headers?: Record<string, Field> }>;
type Bucket = (path: string) => Promise<{ status: number; headers: Record<string, string>; body: Buffer }>;
const empty = Buffer.alloc(0);

/** The query in parts, as CloudFront hands it to a function: not decoded, and what comes twice as a list. */
function partsOf(query: string): Record<string, Field> {
	const parts: Record<string, Field> = {};
	for (const part of query.split('&').filter(Boolean)) {
		const [name = '', value = ''] = part.split(/=(.*)/s);
		const earlier = parts[name];
		parts[name] = earlier ? { value, multiValue: [...(earlier.multiValue ?? [earlier]), { value }] } : { value };
	}
	return parts;
}

/** The headers of the policy, by the names that a browser sees. */
async function readHeaders(): Promise<Record<string, string>> {
	const policy = JSON.parse(await readFile('.github/hosts/cloudfront-headers.json', 'utf8')) as {
		SecurityHeadersConfig: Record<string, Record<string, unknown>>;
		CustomHeadersConfig: { Quantity: number; Items: { Header: string; Value: string }[] };
	};
	const { SecurityHeadersConfig: known, CustomHeadersConfig: custom } = policy;
	if (custom.Quantity !== custom.Items.length) throw new Error('CloudFront refuses a wrong Quantity.');
	return {
		'Content-Security-Policy': String(known['ContentSecurityPolicy']?.['ContentSecurityPolicy']),
		'Strict-Transport-Security': `max-age=${String(known['StrictTransportSecurity']?.['AccessControlMaxAgeSec'])}`,
		'Referrer-Policy': String(known['ReferrerPolicy']?.['ReferrerPolicy']),
		...(known['ContentTypeOptions'] && { 'X-Content-Type-Options': 'nosniff' }),
		...Object.fromEntries(custom.Items.map(({ Header, Value }) => [Header, Value])),
	};
}

/** The text of the function with the old addresses in it, by the command in PUBLISHING.md. */
async function functionText(www: string): Promise<string> {
	const list = String.raw`sed "s|\(.*\) \(.*\) 301|'\1': '\2',|" "${www}/_redirects"`;
	return (await shell(`${list} | sed '/^const moved/r /dev/stdin' .github/hosts/cloudfront-function.js`, '.')).stdout;
}

/** Does what CloudFront does by PUBLISHING.md: the function, the bucket, the page for errors, the headers. */
async function front(handler: Handler, bucket: Bucket): Promise<Running> {
	const policy = await readHeaders();
	const answerTo: (method: string, uri: string, query: string) => ReturnType<Bucket> = async (method, uri, query) => {
		if (method !== 'GET' && method !== 'HEAD') return { status: 403, headers: {}, body: empty };
		const result = await handler({ request: { uri, querystring: partsOf(query) } });
		const location = result.headers?.['location']?.value ?? '';
		if (result.statusCode) return { status: result.statusCode, headers: { location }, body: empty };
		const found = await bucket(result.uri);
		return found.status < 400 ? found : { ...(await bucket('/404.html')), status: 404 };
	};
	const server = createServer(({ url = '', method = '' }, response) => {
		const [uri = '', query = ''] = url.split(/\?(.*)/s);
		void answerTo(method, uri, query)
			.catch((error: unknown) => ({ status: 500, headers: {}, body: Buffer.from(String(error)) }))
			.then(({ status, headers, body }) =>
				response.writeHead(status, { ...headers, ...policy }).end(method === 'HEAD' ? empty : body),
			);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as { port: number };
	return { origin: `http://127.0.0.1:${port}`, stop: () => Promise.resolve(void server.close()) };
}

const byService: Host['except'] = {
	'asked again': [/neither ETag/, 'CloudFront does it by itself'],
	compressed: [/not compressed/, 'CloudFront does it, once compression is switched on'],
};
const byUpload = 'the upload sets it; `npm run test:hosts -- s3` tests that';

/** The function in Node, over the files of the site. */
export const cloudfront: Host = {
	except: {
		...byService,
		types: [/is undefined$/, byUpload],
		cached: [/is undefined$/, byUpload],
		browser: [/switch/, 'without types, which the upload sets, a browser takes no style'],
	},
	start: async ({ www, files, missing }) => {
		const context = createContext({});
		runInContext(await functionText(www), context);
		return front(
			(event) => Promise.resolve(runInContext(`handler(${JSON.stringify(event)})`, context) as ReturnType<Handler>),
			(path) => {
				const page = { 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache' };
				if (path === '/404.html') return Promise.resolve({ status: 200, headers: page, body: missing });
				const body = files.get(path.replace(/\/index\.html$/, '/'));
				return Promise.resolve({ status: body ? 200 : 403, headers: {}, body: body ?? empty });
			},
		);
	},
};

/** The function in njs, on which CloudFront's runtime is based, over a stand-in for S3 that the upload filled. */
export const s3: Host = {
	except: byService,
	start: async ({ www }, folder) => {
		const njs = installDebian('/usr/bin/njs', 'njs');
		const flags = ['-d', `${folder}/data`, '-a', '127.0.0.1', '-p', 'PORT', '--configure-bucket', 'site'];
		const { origin, stop } = await serve({ command: [installNpm('s3rver', '3.7.1'), ...flags], folder });
		try {
			const keys = { AWS_ACCESS_KEY_ID: 'S3RVER', AWS_SECRET_ACCESS_KEY: 'S3RVER', AWS_DEFAULT_REGION: 'us-east-1' };
			// A clock that runs ahead: to the upload, every file seems newer than its copy in the bucket.
			await shell("find . -type f -exec touch -d '1 hour' {} +", www);
			await shell(`sh .github/hosts/s3-upload.sh "${www}" s3://site`, '.', { ...keys, AWS_ENDPOINT_URL: origin });
			// Its console cuts long lines.
			const print =
				'JSON.stringify(handler(JSON.parse(process.env.EVENT))).match(/.{1,1000}/g).forEach((piece) => console.log(piece))';
			const script = `${await functionText(www)}\n${print};`;
			await shell('cat > function.js <<"END"\n' + script + '\nEND', folder);
			const server = await front(
				async (event) => {
					const { stdout } = await shell(`${njs} function.js`, folder, { EVENT: JSON.stringify(event) });
					return JSON.parse(stdout.replaceAll('\n', '')) as Awaited<ReturnType<Handler>>;
				},
				async (path) => {
					const { status, headers, body } = await ask(origin, `/site${path}`);
					const { 'content-type': type = '', 'cache-control': caching = '' } = headers;
					return { status, headers: { 'Content-Type': type, 'Cache-Control': caching }, body };
				},
			);
			return { origin: server.origin, stop: () => server.stop().then(stop) };
		} catch (error) {
			await stop();
			throw error;
		}
	},
};
