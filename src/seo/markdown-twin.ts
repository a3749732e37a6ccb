import { markdownToMdast, mdxToMdast } from 'satteri';
import { chartLabel, painWords, reliefWords, type ChartWords } from '../components/prose/chart-words.ts';
import { components, type ComponentName } from '../schemas/components.ts';
import { absolute } from '../settings.ts';

/** As much of a syntax tree as the twin looks at. */
interface Node {
	type: string;
	position?: { start: { offset: number }; end: { offset: number } };
	children?: Node[];
	url?: string;
	name?: string | null;
	attributes?: { name: string; value: unknown }[];
}

/** Plain text as Markdown that shows the same characters. */
export const escapeMarkdown = (text: string): string => text.replace(/[\\`*_[\]<>|~]|&(?=#?\w+;)|^(?=[#+-])/g, '\\$&');

const quote = (text: string) => text.trim().replace(/^/gm, '> ');
const chart = ({ title, description }: ChartWords, caption: string) =>
	`**${chartLabel}: ${escapeMarkdown(title)}.** ${escapeMarkdown(description)}\n\n${caption.trim()}`;

/** What a component becomes: its label and its words. `inside` is Markdown already. */
const parts: Record<ComponentName, (inside: string, attributes: Record<string, unknown>) => string> = {
	Pair: (inside) => inside,
	Spa: (inside) => `**Spa**\n\n${inside}`,
	Medical: (inside) => `\n**Medical**\n\n${inside}`,
	Asks: (_, attributes) => {
		const { spa, medical } = components.Asks.parse(attributes);
		return `**Spa asks:** “${escapeMarkdown(spa)}”\n\n**Medical asks:** “${escapeMarkdown(medical)}”`;
	},
	Quote: (inside, { who }) => `${quote(inside)}\n>\n> ${escapeMarkdown(String(who))}`,
	Example: (inside) => `**Example**\n\n${inside}`,
	Term: (inside) => inside,
	PainChart: (inside, attributes) => chart(painWords(components.PainChart.parse(attributes).points), inside),
	ReliefChart: (inside, attributes) => {
		const { spa, medical } = components.ReliefChart.parse(attributes);
		return chart(reliefWords(spa, medical), inside);
	},
};

/**
 * The text of a content file as plain Markdown: components become words, links full addresses. Everything else stays as its
 * author wrote it. `page` is the path that anchors belong to. Throws on MDX that the build would not take either.
 */
export function plainMarkdown(source: string, page = '/', mdx = true): string {
	const tree = (mdx ? mdxToMdast : markdownToMdast)(source, { features: { frontmatter: false } }) as Node;
	const start = (node: Node) => node.position?.start.offset ?? 0;
	const end = (node: Node) => node.position?.end.offset ?? source.length;

	function words(node: Node): string {
		const { children = [], name, url } = node;
		const isPart = node.type.startsWith('mdxJsx') && name && Object.hasOwn(parts, name);
		const first = children[0];
		let at = isPart ? (first ? start(first) : end(node)) : start(node);
		let text = '';
		for (const child of children) {
			text += source.slice(at, start(child)) + words(child);
			at = end(child);
		}
		if (isPart) {
			const attributes = Object.fromEntries((node.attributes ?? []).map(({ name, value }) => [name, value]));
			return parts[name as ComponentName](text, attributes);
		}
		text += source.slice(at, end(node));
		if (node.type !== 'link' || !url) return text;
		return text.replace(`](${url}`, () => `](${absolute(url.startsWith('#') ? page + url : url)}`);
	}
	return words(tree)
		.trim()
		.replace(/\n{3,}/g, '\n\n');
}
