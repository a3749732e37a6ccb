import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { request as plain, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as secure } from 'node:https';
import { resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Site } from '../../src/tools/serve.ts';
import { parse } from '../support/page.ts';
import { runBuild } from '../support/run-build.ts';
import { missing, serveBy } from '../support/servers.ts';
import { pagesOf } from '../support/site.ts';
import { own, ports } from '../support/sites.ts';

/**
 * The rules of Mozilla's HTTP Observatory, one by one, on every page of a published site behind nginx with TLS: what each
 * asks for and the points that it gives, after https://github.com/mdn/mdn-http-observatory (August 2026). The Observatory
 * itself looks at the first page alone. A site begins with 100 points; from 100 on its grade is A+.
 */

interface Answer {
	status: number;
	headers: IncomingHttpHeaders;
	body: string;
}

const folder = own('published');
const host = 'massage.example';
const env = { SITE_URL: `https://${host}`, BASE_PATH: '/', FORM_ENDPOINT: 'https://formspree.io/f/abcdefgh' };
const certificates = resolve(own('certificates'));

/** Asks the server on this machine as if it were the published site. */
const ask = (protocol: 'http:' | 'https:', path: string) =>
	new Promise<Answer>((done, failed) => {
		const at = { host: 'localhost', path, headers: { Host: host, Origin: 'https://elsewhere.example' } };
		const answer = (response: IncomingMessage) => {
			const { statusCode: status = 0, headers } = response;
			text(response).then((body) => done({ status, headers, body }), failed);
		};
		const made =
			protocol === 'https:'
				? secure({ ...at, port: ports.secure, servername: host, rejectUnauthorized: false }, answer)
				: plain({ ...at, port: ports.insecure }, answer);
		made.once('error', failed).end();
	});

const policiesOf = ({ headers, body }: Answer) =>
	[
		String(headers['content-security-policy'] ?? ''),
		parse(body).querySelector('meta[http-equiv="content-security-policy"]')?.getAttribute('content') ?? '',
	].map((policy) => new Map(policy.split(';').map((part) => [part.split(' ')[0] ?? '', part.split(' ').slice(1)])));

const rules: [rule: string, points: number, holds: (answer: Answer) => boolean][] = [
	[
		'content-security-policy: in header and page, nothing by default, nothing unsafe, broad or insecure',
		10,
		(answer) =>
			policiesOf(answer).every(
				(policy) =>
					policy.get('default-src')?.join() === "'none'" &&
					policy.has('base-uri') &&
					policy.has('form-action') &&
					[...policy.values()].flat().every((source) => !/^'unsafe-|^(https?|ftp|data|blob):$|^http:|\*/.test(source)),
			),
	],
	['cookies: none', 0, ({ headers }) => !headers['set-cookie']],
	['cross-origin-resource-sharing: none', 0, ({ headers }) => !headers['access-control-allow-origin']],
	['referrer-policy', 5, ({ headers }) => headers['referrer-policy'] === 'strict-origin-when-cross-origin'],
	[
		'strict-transport-security: six months or more',
		0,
		({ headers }) => Number(/^max-age=(\d+)$/.exec(headers['strict-transport-security'] ?? '')?.[1]) >= 15_768_000,
	],
	[
		'subresource-integrity: no script of another origin',
		0,
		({ body }) =>
			[...parse(body).querySelectorAll('script[src]')].every((s) => /^\/\w/.test(s.getAttribute('src') ?? '')),
	],
	['x-content-type-options', 0, ({ headers }) => headers['x-content-type-options'] === 'nosniff'],
	[
		'x-frame-options: by frame-ancestors in the header',
		5,
		(answer) => policiesOf(answer)[0]?.get('frame-ancestors')?.join() === "'none'",
	],
	['cross-origin-resource-policy', 10, ({ headers }) => headers['cross-origin-resource-policy'] === 'same-origin'],
	['cross-origin-opener-policy', 10, ({ headers }) => headers['cross-origin-opener-policy'] === 'same-origin'],
	['cross-origin-embedder-policy', 10, ({ headers }) => headers['cross-origin-embedder-policy'] === 'require-corp'],
];

const reason = missing('nginx');
describe.skipIf(reason)(`Mozilla’s HTTP Observatory ${reason ?? 'behind nginx'}`, () => {
	let site: Site;
	let answers: Map<string, Answer>;

	beforeAll(async () => {
		expect(await runBuild(folder, './content', env)).toMatchObject({ code: 0 });
		mkdirSync(`${certificates}/${host}`, { recursive: true });
		const [key, chain] = ['privkey.pem', 'fullchain.pem'].map((name) => `${certificates}/${host}/${name}`);
		const names = ['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`];
		const files = ['-nodes', '-keyout', key ?? '', '-out', chain ?? ''];
		execFileSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-days', '2', ...names, ...files], {
			stdio: 'ignore',
		});
		site = await serveBy('nginx', folder, `http://localhost:${ports.insecure}/`, (sample) =>
			sample
				.replaceAll('/etc/letsencrypt/live', certificates)
				.replace(/(listen (?:\[::\]:)?)443/g, `$1${ports.secure}`)
				.replace(/(listen (?:\[::\]:)?)80;/g, `$1${ports.insecure};`),
		);
		const paths = await pagesOf(folder);
		answers = new Map(await Promise.all(paths.map(async (path) => [path, await ask('https:', path)] as const)));
		expect(answers.size).toBeGreaterThan(5);
	});
	afterAll(() => site.close());

	test.each(rules)('%s (%i points)', (_rule, _points, holds) => {
		expect([...answers].filter(([, answer]) => !holds(answer)).map(([path]) => path)).toEqual([]);
	});

	test('redirection: to the same page over TLS at once (0 points)', async () => {
		for (const path of answers.keys()) {
			const { status, headers } = await ask('http:', path);
			expect([status, headers.location]).toEqual([301, `https://${host}${path}`]);
		}
	});

	test('makes 150 points: all but those for the lists in browsers, and for marks on scripts of our own', () => {
		const met = rules.filter(([, , holds]) => [...answers.values()].every(holds));
		expect(met.reduce((sum, [, points]) => sum + points, 100)).toBe(150);
	});
});
