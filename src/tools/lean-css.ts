import type { AcceptedPlugin } from 'postcss';

/**
 * A PostCSS plugin that runs after Tailwind and takes out what helps whoever writes styles but not whoever reads the page,
 * because every page carries its style sheet. Comments go. Names of the palette (`--palette-*`) give way to their values. Tailwind's own
 * properties (`--tw-*`) go: no utility used here reads one that another sets, so a border is solid and the rest is unread.
 */
export const leanCss: AcceptedPlugin = {
	postcssPlugin: 'lean-css',
	OnceExit(root) {
		root.walkComments((comment) => void comment.remove());
		const values = new Map([['--tw-border-style', 'solid']]);
		root.walkAtRules(/^(property|layer)$/, (rule) => {
			if (/^(--tw-[\w-]+|properties)$/.test(rule.params) && rule.nodes) rule.remove();
		});
		root.walkDecls(/^--(palette|tw)-/, (declaration) => {
			if (declaration.prop.startsWith('--palette-')) values.set(declaration.prop, declaration.value);
			declaration.remove();
		});
		root.walkDecls((declaration) => {
			declaration.value = declaration.value.replace(/var\((--(?:palette|tw)-[\w-]+)\)/g, (_, name: string) => {
				const value = values.get(name);
				if (value === undefined) throw declaration.error(`Nothing in tokens.css sets ${name}.`);
				return value;
			});
		});
	},
};
