import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Element, ElementContent, Root } from 'hast';
import rehypeRemark from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { SKIP, visit } from 'unist-util-visit';
import { parseHtml, readPages } from './html-files.ts';

interface MarkdownPage {
	title: string;
	description: string;
	/** The address of the page. */
	url: string;
	/** Its Markdown alternate, and the words in it. */
	alternate: string;
	markdown: string;
}

/** What is for the eye, for the hand, or for editors alone. */
const isLeftOut = ({ tagName, properties }: Element) =>
	properties['ariaHidden'] === 'true' ||
	'dataNosnippet' in properties ||
	/^(form|script|style|noscript)$/.test(tagName);

/** What a drawing shows, in the words of its `<desc>`. */
function describe(svg: Element): ElementContent | undefined {
	const desc = svg.children.find((child) => child.type === 'element' && child.tagName === 'desc');
	return desc?.type === 'element'
		? { type: 'element', tagName: 'p', properties: {}, children: desc.children }
		: undefined;
}

/** Takes out what is not text, turns drawings into their descriptions, and makes addresses whole. */
function cleanUp(page: Element, url: string): void {
	visit(page, 'element', (element, index, parent) => {
		if (!parent || index === undefined) return;
		const replacement = element.tagName === 'svg' ? describe(element) : undefined;
		if (isLeftOut(element) || element.tagName === 'svg') {
			parent.children.splice(index, 1, ...(replacement ? [replacement] : []));
			return [SKIP, index + (replacement ? 1 : 0)];
		}
		for (const name of ['href', 'src']) {
			const address = element.properties[name];
			if (typeof address === 'string') element.properties[name] = new URL(address, url).href;
		}
		// The question of a disclosure heads its answer, which in Markdown is always open.
		if (element.tagName === 'summary') element.tagName = 'h3';
		return undefined;
	});
}

/**
 * A built page as Markdown; undefined for a page that names no Markdown alternate, because robots are to stay away
 * from it.
 */
export function toMarkdown(html: string): MarkdownPage | undefined {
	const head: Record<string, string> = {};
	const words: ElementContent[] = [];
	visit(parseHtml(html), 'element', ({ tagName, properties, children }) => {
		const key = tagName === 'link' ? properties['rel'] : (properties['name'] ?? tagName);
		const value =
			tagName === 'title' ? (children[0] as { value?: string }).value : (properties['href'] ?? properties['content']);
		if (/^(link|meta|title)$/.test(tagName) && typeof value === 'string') head[String(key)] ??= value;
		// The notice that this is no medical advice, the sources and the date stand in the footer.
		if (tagName === 'footer') words.push({ type: 'element', tagName: 'hr', properties: {}, children: [] });
		if (tagName === 'main' || tagName === 'footer') words.push(...children);
	});
	const { alternate, canonical: url, title = '', description = '' } = head;
	if (!alternate || !url || words.length === 0) return undefined;
	const page: Element = { type: 'element', tagName: 'div', properties: {}, children: words };
	cleanUp(page, url);
	const processor = unified().use(rehypeRemark).use(remarkGfm).use(remarkStringify, { bullet: '-', rule: '-' });
	const markdown = processor.stringify(processor.runSync({ type: 'root', children: [page] } satisfies Root));
	return { title, description, url, alternate, markdown };
}

/**
 * Writes the Markdown alternate of every page that search engines may list (`index.md` beside its `index.html`), and
 * `llms.txt` (https://llmstxt.org), made from the built pages, so that no component is written twice.
 */
export const markdownPages = (): AstroIntegration => ({
	name: 'markdown-pages',
	hooks: {
		'astro:build:done': async ({ dir }) => {
			const folder = fileURLToPath(dir);
			const pages: MarkdownPage[] = [];
			for await (const { path, html } of readPages(folder)) {
				const page = toMarkdown(html);
				if (!page) continue;
				pages.push(page);
				await writeFile(join(folder, dirname(path), 'index.md'), page.markdown);
			}
			const home = pages.find(({ url }) => pages.every((page) => page.url.startsWith(url)));
			if (!home) return;
			const list = pages.map(({ title, description, alternate }) => `- [${title}](${alternate}): ${description}`);
			await writeFile(
				join(folder, 'llms.txt'),
				`# ${home.title}\n\n> ${home.description}\n\n## Pages\n\n${list.join('\n')}\n`,
			);
		},
	},
});
