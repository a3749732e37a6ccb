import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Element, Root } from 'hast';
import rehypeRemark, { type Options } from 'rehype-remark';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
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

const element = (tagName: string, children: Element['children'] = [], properties: Element['properties'] = {}) =>
	({ type: 'element', tagName, properties, children }) satisfies Element;

const handlers: Options['handlers'] = {
	/** A drawing becomes what its `<desc>` says. */
	svg(state, svg: Element) {
		const desc = svg.children.find((child) => child.type === 'element' && child.tagName === 'desc');
		return desc?.type === 'element' ? state.one({ ...desc, tagName: 'p' }, svg) : undefined;
	},
	/** The question of a disclosure heads its answer, which in Markdown is always open. */
	summary: (state, summary: Element) => state.one({ ...summary, tagName: 'h3' }, undefined),
};
const toMdast = unified()
	.use(rehypeRemark, { handlers })
	.use(remarkGfm)
	.use(remarkStringify, { bullet: '-', rule: '-' });

/**
 * A built page as Markdown; undefined for a page that names no Markdown alternate, because robots are to stay away
 * from it.
 */
export function toMarkdown(html: string): MarkdownPage | undefined {
	const head: Record<string, string> = {};
	const words: Element['children'] = [];
	visit(parseHtml(html), 'element', ({ tagName, properties, children }) => {
		const key = tagName === 'link' ? properties['rel'] : (properties['name'] ?? tagName);
		const [text] = tagName === 'title' ? children : [];
		const value = text?.type === 'text' ? text.value : (properties['href'] ?? properties['content']);
		if (/^(link|meta|title)$/.test(tagName) && typeof value === 'string') head[String(key)] ??= value;
		// What is for the eye, for the hand, or for editors alone.
		if (properties['ariaHidden'] === 'true' || 'dataNosnippet' in properties || /^(form|noscript)$/.test(tagName))
			properties['dataMdast'] = 'ignore';
		// The notice that this is no medical advice, the sources and the date stand in the footer.
		if (tagName === 'footer') words.push(element('hr'));
		if (tagName === 'main' || tagName === 'footer') words.push(...children);
	});
	const { alternate, canonical: url, title = '', description = '' } = head;
	if (!alternate || !url || words.length === 0) return undefined;
	// A base makes the addresses whole.
	const page: Root = { type: 'root', children: [element('div', [element('base', [], { href: url }), ...words])] };
	return { title, description, url, alternate, markdown: toMdast.stringify(toMdast.runSync(page)) };
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
