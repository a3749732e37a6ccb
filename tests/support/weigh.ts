import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { BuiltPage, BuiltSite } from './page.ts';

/** A text as it goes over the wire: brotli at its best. */
export const compress = (text: string | Buffer): Buffer =>
	brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });

const brotli = (text: string | Buffer): number => compress(text).length;

const isText = (file: string) => !['.woff2', '.png', '.jpg', '.webp', '.avif', '.ico'].includes(extname(file));

export interface Weight {
	html: number;
	/** What the words alone would weigh, which are the editors'. */
	words: number;
	/** What the page adds to its words. */
	code: number;
	script: number;
	fonts: number;
	/** All that a first visit fetches, and in how many requests. */
	visit: number;
	requests: number;
	/** Requests that the first paint waits for. */
	blocking: number;
}

/** The text of a page without markup, styles, scripts and drawings. */
const words = (html: string) =>
	html
		.replace(/<(style|script|svg)\b.*?<\/\1>/gs, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ');

/**
 * What a page costs a first visit, from its HTML: style sheets, scripts, preloads and the icon that a browser takes (the one
 * that scales). Pictures that wait for the reader do not count. Bytes are those on the wire.
 */
export async function weigh({ folder, base }: BuiltSite, { html, document }: BuiltPage): Promise<Weight> {
	const urls = (selector: string, attribute: string) =>
		[...document.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? '');
	const scripts = urls('script[src]', 'src');
	const fonts = urls('link[rel="preload"][as="font"]', 'href');
	const others = [...urls('link[rel="icon"][type]', 'href'), ...urls('img:not([loading="lazy"])', 'src')];
	const size = async (url: string) => {
		const bytes = await readFile(`${folder}/${url.slice(base.length)}`);
		return isText(url) ? brotli(bytes) : bytes.length;
	};
	const sum = async (list: string[]) => (await Promise.all(list.map(size))).reduce((a, b) => a + b, 0);
	const all = [...urls('link[rel="stylesheet"]', 'href'), ...scripts, ...fonts, ...others];
	const [page, text] = [brotli(html), brotli(words(html))];
	return {
		html: page,
		words: text,
		code: page - text,
		script: await sum(scripts),
		fonts: await sum(fonts),
		visit: page + (await sum(all)),
		requests: 1 + all.length,
		// A style sheet at the foot holds up nothing: all that it could hold up is there.
		blocking: document.querySelectorAll(
			'head link[rel="stylesheet"], link[rel="stylesheet"]:has(~ *), script[src]:not([type="module"], [async], [defer])',
		).length,
	};
}

/** Every script that somebody who uses the form of a page fetches: those in the HTML, and what they import, at once or later. */
export async function scriptsOf({ folder }: BuiltSite, { html }: BuiltPage): Promise<Record<string, number>> {
	const found = new Set([...html.matchAll(/src="[^"]*\/([\w.-]+\.js)"/g)].map(([, name = '']) => name));
	for (const name of found) {
		const code = await readFile(`${folder}/_astro/${name}`, 'utf8');
		for (const [, other = ''] of code.matchAll(/["'`]([\w./-]+\.js)["'`]/g)) found.add(basename(other));
	}
	const sizes = [...found].map(async (name) => [name, brotli(await readFile(`${folder}/_astro/${name}`))] as const);
	return Object.fromEntries(await Promise.all(sizes));
}
