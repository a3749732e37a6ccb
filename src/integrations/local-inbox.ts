import { appendFile, mkdir } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { arrayBuffer } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { AstroIntegration } from 'astro';

type Fields = Record<string, string>;
interface Answer {
	status: number;
	body: object;
	/** Where a form without scripts goes on. */
	location?: string | undefined;
}

/** Words of a visitor must not steer the terminal: no escape sequences, control characters or changes of direction. */
const plain = (text: string) =>
	stripVTControlCharacters(text.replace(/\r\n?/g, '\n'))
		.replace(/(?!\n)[\p{Cc}\p{Bidi_Control}]/gu, '')
		.replaceAll('\n', '\n    ');

const describe = (fields: Fields) =>
	Object.entries(fields).map(([name, value]) => `\n  ${plain(name)}: ${plain(value)}`);

/** Whether a page of another site sends this. Older browsers have no `Sec-Fetch-Site`, command lines neither header. */
function isCrossSite({ origin, host, 'sec-fetch-site': site }: IncomingMessage['headers']): boolean {
	if (site) return site !== 'same-origin';
	return origin !== undefined && (!URL.canParse(origin) || new URL(origin).host !== host);
}

async function receive(request: IncomingMessage, keep: (fields: Fields) => Promise<void>): Promise<Answer> {
	if (request.method !== 'POST') return { status: 405, body: { error: 'Please submit POST request.' } };
	if (isCrossSite(request.headers)) return { status: 403, body: { error: 'Only this site may send here.' } };
	const headers = { 'content-type': request.headers['content-type'] ?? '' };
	const data = await new Response(await arrayBuffer(request), { headers }).formData().catch(() => undefined);
	if (!data) return { status: 400, body: { error: 'This is no form.' } };
	const fields = Object.fromEntries([...data].map(([name, value]) => [name, typeof value === 'string' ? value : '']));
	await keep(fields);
	const next = /^(https?:\/)?\//.test(fields['_next'] ?? '') ? fields['_next'] : '/';
	return { status: 200, body: { ok: true, next }, location: next };
}

/**
 * Stands in for the form service in development and preview: takes the form's requests at `local-inbox` below the base
 * path, prints them, appends them to `.inbox/messages.jsonl` in the project and answers as the service does.
 */
export const localInbox = (): AstroIntegration => ({
	name: 'local-inbox',
	hooks: {
		'astro:config:setup': ({ config, updateConfig, logger }) => {
			const folder = fileURLToPath(new URL('.inbox/', config.root));
			async function keep(fields: Fields): Promise<void> {
				await mkdir(folder, { recursive: true });
				await appendFile(`${folder}messages.jsonl`, `${JSON.stringify({ at: new Date(), fields })}\n`);
				logger.info(`A request has arrived.${describe(fields).join('')}`);
			}
			/** Answers in the place of a proxy, which both of Vite's servers ask before they forward a request. */
			async function bypass(request: IncomingMessage, response?: ServerResponse): Promise<string> {
				const { status, body, location } = await receive(request, keep);
				const goesOn = location && !request.headers.accept?.includes('json');
				const headers = { 'content-type': 'application/json', ...(goesOn && { location }) };
				response?.writeHead(goesOn ? 303 : status, headers).end(JSON.stringify(body));
				return '';
			}
			const proxy = { target: 'http://localhost', bypass };
			// Astro's development server has taken off the base path by then.
			const server = { proxy: { '/local-inbox': proxy } };
			const preview = { proxy: { [`${config.base.replace(/\/?$/, '/')}local-inbox`]: proxy } };
			updateConfig({ vite: { server, preview } });
		},
	},
});
