import { defineHastPlugin, markdownToHtml } from 'satteri';
import { href } from '../settings.ts';

/** Lets editors write links from the root of the site (`/contact/`) wherever the site lives. */
export const linksUnderBase = defineHastPlugin({
	name: 'links-under-base',
	element: {
		filter: ['a'],
		visit(node, context) {
			const target = node.properties['href'];
			if (typeof target === 'string') context.setProperty(node, 'href', href(target));
		},
	},
});

/** Aligns the cells of a table by an attribute of our own: the policy forbids the `style` that Markdown writes. */
export const cellsWithoutStyle = defineHastPlugin({
	name: 'cells-without-style',
	element: {
		filter: ['th', 'td'],
		visit(node, context) {
			const [, side] = /text-align: ?(\w+)/.exec(String(node.properties['style'])) ?? [];
			if (!side) return;
			context.setProperty(node, 'style', undefined);
			context.setProperty(node, 'dataAlign', side);
		},
	},
});

/** HTML of one line of Markdown, without the paragraph around it. */
export function inlineHtml(markdown: string): string {
	const { html } = markdownToHtml(markdown, {
		hastPlugins: [linksUnderBase],
		features: { smartPunctuation: true },
	});
	return html.trim().replace(/^<p>|<\/p>$/g, '');
}

/** Text of one line of Markdown, without its marks. */
export const plainText = (markdown: string): string =>
	inlineHtml(markdown)
		.replace(/<[^>]+>/g, '')
		.replace(/&lt;/g, '<')
		.replace(/&gt;/g, '>')
		.replace(/&quot;/g, '"')
		.replace(/&amp;/g, '&');
