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

const element = (tagName: string, children: Element['children'] = [], properties: Element['properties'] = {}) =>
	({ type: 'element', tagName, properties, children }) satisfies Element;

const handlers: Options['handlers'] = {
	/** A drawing becomes what a screen reader says of it. */
	svg: (state, svg: Element) => {
		const label = svg.properties['ariaLabel'];
		return label ? state.one(element('p', [{ type: 'text', value: label }]), svg) : undefined;
	},
	/** The question of a disclosure heads its answer, which in Markdown is always open. */
	summary: (state, summary: Element) => state.one({ ...summary, tagName: 'h3' }, undefined),
};
const toMdast = unified()
	.use(rehypeRemark, { handlers })
	.use(remarkGfm)
	.use(remarkStringify, { bullet: '-', rule: '-' });

/** A built page as Markdown; undefined for one that names no Markdown alternate: robots are to stay away from it. */
export function toMarkdown(html: string): string | undefined {
	let [url, hasAlternate] = ['', false];
	const words: Element['children'] = [];
	visit(parseHtml(html), 'element', ({ tagName, properties, children }) => {
		const { rel, href, type } = properties;
		if (String(rel) === 'canonical') url = String(href);
		if (String(rel) === 'alternate' && type === 'text/markdown') hasAlternate = true;
		// What is for the eye, for the hand, or for editors alone.
		if (properties['ariaHidden'] === 'true' || 'dataNosnippet' in properties || /^(form|noscript)$/.test(tagName))
			properties['dataMdast'] = 'ignore';
		// The notice that this is no medical advice, the sources and the date stand in the footer.
		if (tagName === 'footer') words.push(element('hr'));
		if (tagName === 'main' || tagName === 'footer') words.push(...children);
	});
	if (!hasAlternate || !url || words.length === 0) return undefined;
	// A base makes the addresses whole.
	const page: Root = { type: 'root', children: [element('div', [element('base', [], { href: url }), ...words])] };
	return toMdast.stringify(toMdast.runSync(page));
}

/**
 * Writes the Markdown alternate of every page that search engines may list (`index.md` beside its `index.html`), made
 * from the built page, so that no component is written twice.
 */
export const markdownPages = (): AstroIntegration => ({
	name: 'markdown-pages',
	hooks: {
		'astro:build:done': async ({ dir }) => {
			for await (const { file, html } of readPages(fileURLToPath(dir))) {
				const markdown = toMarkdown(html);
				if (markdown) await writeFile(join(dirname(file), 'index.md'), markdown);
			}
		},
	},
});
