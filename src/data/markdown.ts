import { defineHastPlugin, markdownToHtml } from 'satteri';

/** Puts `base` before the address of every link from the root of the site; `base` begins and ends with a slash. */
export const linksBelow = (base: string) =>
	defineHastPlugin({
		name: 'links-below-base',
		element: {
			filter: ['a'],
			visit(node, context) {
				const target = node.properties['href'];
				if (typeof target === 'string' && target.startsWith('/'))
					context.setProperty(node, 'href', base + target.slice(1));
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

/** HTML of one line of Markdown, without the paragraph around it, for a site that lives below `base`. */
export function inlineHtml(markdown: string, base: string): string {
	const { html } = markdownToHtml(markdown, { hastPlugins: [linksBelow(base)], features: { smartPunctuation: true } });
	return html.trim().replace(/^<p>|<\/p>$/g, '');
}
