import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import type { BuiltPage, BuiltSite } from '../page.ts';

/** Everything that `html-validate` knows, and a reason for each rule that is off. */
const validator = new HtmlValidate(
	new StaticConfigLoader({
		root: true,
		extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:a11y'],
		rules: {
			// Axe looks at the landmarks and at the way to skip to the content.
			'heading-level': 'error',
			'no-missing-references': 'error',
			'no-inline-style': ['error', { allowedProperties: [] }],
			// Preact's renderer writes `<input/>`; the HTML standard allows both.
			'void-style': 'off',
			// Google knows no limit, and the words are the editors'.
			'long-title': 'off',
			// People copy numbers, and the usual hyphen is what they expect.
			'tel-non-breaking': 'off',
		},
	}),
);

/** What `find` reports on each page, with the page's path in front. Throws when there are no pages to look at. */
export function onEachPage({ pages, folder }: BuiltSite, find: (page: BuiltPage) => string[]): string[] {
	if (pages.length === 0) throw new Error(`${folder} has no pages.`);
	return pages.flatMap((page) => find(page).map((finding) => `${page.path} ${finding}`));
}

const all = ({ document }: BuiltPage, selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const tag = (element: Element) => (element.cloneNode(false) as Element).outerHTML.replace(/<\/.*/, '').slice(0, 120);

export async function validHtml({ pages }: BuiltSite): Promise<string[]> {
	const found = await Promise.all(
		pages.map(async ({ path, html }) => {
			const { results } = await validator.validateString(html, path);
			return results.flatMap(({ messages }) =>
				messages.map(({ ruleId, message, line }) => `${path}:${line} ${ruleId}: ${message}`),
			);
		}),
	);
	return found.flat();
}

/** What a strict policy forbids, values that were never filled in, and pictures without words. */
export const attributes = (site: BuiltSite): string[] =>
	onEachPage(site, (page) => {
		const found = all(page, '*').flatMap((element) =>
			[...element.attributes]
				.filter(
					({ name, value }) =>
						/^(style$|on)/.test(name) ||
						/^\s*javascript:/i.test(value) ||
						/^(undefined|null|NaN)$|\[object \w/.test(value),
				)
				.map(({ name }) => `${name} on ${tag(element)}`),
		);
		const silent = all(page, 'svg').filter((svg) => !svg.closest('[aria-hidden="true"], [role="img"]'));
		return [...found, ...all(page, '[href=""], [src=""], [srcset=""], img:not([alt])').concat(silent).map(tag)];
	});
