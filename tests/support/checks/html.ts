import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { textOf, type BuiltPage, type BuiltSite } from '../page.ts';

/** Everything that `html-validate` knows, and a reason for each rule that is off. */
const validator = new HtmlValidate(
	new StaticConfigLoader({
		root: true,
		extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:a11y'],
		rules: {
			// Preact's renderer writes `<input/>`; the HTML standard allows both.
			'void-style': 'off',
			// The roles of the comparison are written out because `display: block`, on a phone, takes them from a table.
			'no-redundant-role': 'off',
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

/** One main heading, and no level skipped below it. */
export const headings = (site: BuiltSite): string[] =>
	onEachPage(site, (page) => {
		const main = all(page, 'h1').map(textOf);
		let before = 0;
		const skips = all(page, 'h1, h2, h3, h4, h5, h6').flatMap((heading) => {
			const level = Number(heading.tagName.slice(1));
			const isWrong = level > before + 1 || !textOf(heading);
			before = level;
			return isWrong ? [`h${level} “${textOf(heading)}”`] : [];
		});
		return main.length === 1 ? skips : [`h1: ${main.join(', ') || 'none'}`, ...skips];
	});

/** One banner, one main part, one footer, navigation with names, nothing to read outside them, and a way to skip to main. */
export const landmarks = (site: BuiltSite): string[] =>
	onEachPage(site, (page) => {
		const top = (selector: string) =>
			all(page, selector).filter((at) => !at.parentElement?.closest('main, article, section, aside'));
		const navs = all(page, 'nav').map((nav) => nav.getAttribute('aria-label') ?? '');
		const isNamed = navs.every(Boolean) && new Set(navs).size === navs.length;
		const first = page.document.querySelector('a[href], button, input:not([type="hidden"]), summary');
		const target = page.document.querySelector(first?.getAttribute('href')?.replace(/^(?!#.)/, 'x') ?? 'x');
		const outside = [...page.document.body.children].filter(
			(at) => !at.matches('header, main, footer, script, link, [aria-hidden="true"], [popover]') && at !== first,
		);
		return [
			...['header', 'main', 'footer'].filter((name) => top(name).length !== 1).map((name) => `not one ${name}`),
			...(isNamed ? [] : [`nav: ${navs.join(', ')}`]),
			...(target?.matches('main[tabindex="-1"]') ? [] : ['no way to skip to the content']),
			...outside.map((at) => `outside of the landmarks: ${tag(at)}`),
		];
	});

const references = ['for', 'list', 'headers', 'form', 'popovertarget', 'commandfor'].concat(
	['labelledby', 'describedby', 'controls', 'owns', 'details', 'errormessage', 'activedescendant', 'flowto'].map(
		(name) => `aria-${name}`,
	),
);

/** Ids that stand twice, and references between elements that lead nowhere. */
export const ids = (site: BuiltSite): string[] =>
	onEachPage(site, (page) => {
		const given = all(page, '[id]').map(({ id }) => id);
		const known = new Set(given);
		const dead = references.flatMap((name) =>
			all(page, `[${name}]`).flatMap((element) =>
				(element.getAttribute(name) ?? '')
					.split(/\s+/)
					.filter((id) => !known.has(id))
					.map((id) => `${name}="${id}" leads nowhere`),
			),
		);
		const drawings = all(page, 'use').filter((use) => !known.has((use.getAttribute('href') ?? '').slice(1)));
		const doubles = given.filter((id, i) => !id || given.indexOf(id) !== i).map((id) => `id ${id || 'empty'} twice`);
		return [...doubles, ...dead, ...drawings.map(tag)];
	});

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
