import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { htmlOf } from './site.ts';
import { parse } from './page.ts';

/** Bytes of a text on the wire: brotli at its best. */
export const brotli = (text: string | Buffer): number =>
	brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

const isText = (file: string) => !['.woff2', '.png', '.jpg', '.webp', '.avif', '.ico'].includes(extname(file));

export interface Weight {
	path: string;
	html: number;
	script: number;
	fonts: number;
	/** All that a first visit fetches, and in how many requests. */
	visit: number;
	requests: number;
	blocking: number;
}

/**
 * What the page at `path` of the built site in `folder` costs a first visit, from its HTML: style sheets, scripts, preloads
 * and the icon that a browser takes (the one that scales). Pictures that wait for the reader do not count.
 */
export async function weigh(folder: string, path: string, base = '/'): Promise<Weight> {
	const html = await htmlOf(folder, path);
	const document = parse(html);
	const urls = (selector: string, attribute: string) =>
		[...document.querySelectorAll(selector)].map((element) => element.getAttribute(attribute) ?? '');
	const styles = urls('link[rel="stylesheet"]', 'href');
	const scripts = urls('script[src]', 'src');
	const fonts = urls('link[rel="preload"][as="font"]', 'href');
	const others = [...urls('link[rel="icon"][type]', 'href'), ...urls('img:not([loading="lazy"])', 'src')];
	const size = async (url: string) => {
		const bytes = await readFile(`${folder}/${url.slice(base.length)}`);
		return isText(url) ? brotli(bytes) : bytes.length;
	};
	const sum = async (list: string[]) => (await Promise.all(list.map(size))).reduce((a, b) => a + b, 0);
	const all = [...styles, ...scripts, ...fonts, ...others];
	return {
		path,
		html: brotli(html),
		script: await sum(scripts),
		fonts: await sum(fonts),
		visit: brotli(html) + (await sum(all)),
		requests: 1 + all.length,
		// A style sheet at the foot holds up nothing: all that it could hold up is there.
		blocking: document.querySelectorAll(
			'head link[rel="stylesheet"], link[rel="stylesheet"]:has(~ *), script[src]:not([type="module"], [async], [defer])',
		).length,
	};
}

/** Every script that somebody who uses the form of a page fetches: those in the HTML, and what they import, at once or later. */
export async function scriptsOf(folder: string, path: string): Promise<Record<string, number>> {
	const html = await htmlOf(folder, path);
	const found = new Set([...html.matchAll(/src="[^"]*\/([\w.-]+\.js)"/g)].map(([, name = '']) => name));
	for (const name of found) {
		const code = await readFile(`${folder}/_astro/${name}`, 'utf8');
		for (const [, other = ''] of code.matchAll(/["'`]([\w./-]+\.js)["'`]/g)) found.add(basename(other));
	}
	const sizes = [...found].map(async (name) => [name, brotli(await readFile(`${folder}/_astro/${name}`))] as const);
	return Object.fromEntries(await Promise.all(sizes));
}

/** What each part adds to a page: its bytes as they are, and by how much the page on the wire would shrink without it. */
export function parts(html: string): Record<string, { plain: number; saved: number }> {
	const whole = brotli(html);
	const without = (pattern: RegExp) => {
		const rest = html.replace(pattern, '');
		return { plain: html.length - rest.length, saved: whole - brotli(rest) };
	};
	return {
		words: {
			plain: words(html).length,
			saved: brotli(words(html)),
		},
		styles: without(/<style[^>]*>.*?<\/style>/gs),
		drawings: without(/<svg.*?<\/svg>/gs),
		'class names': without(/ class="[^"]*"/g),
		form: without(/<form.*?<\/form>/gs),
		'structured data': without(/<script type="application\/ld\+json">.*?<\/script>/gs),
		'other head': without(/<(?:meta|link)\b[^>]*>/g),
	};
}
const words = (html: string) =>
	html
		.replace(/<(style|script|svg).*?<\/\1>/gs, '')
		.replace(/<[^>]*>/g, ' ')
		.replace(/\s+/g, ' ');
