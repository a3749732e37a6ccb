import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { beforeAll, describe, expect, test } from 'vitest';
import { htmlValidateConfig } from '../htmlvalidate.ts';
import { type BuiltPage, builtPages, textOf } from '../support/page.ts';
import { sites } from '../support/sites.ts';

let pages: BuiltPage[];
beforeAll(async () => {
	pages = await builtPages();
	expect(pages.length).toBeGreaterThan(10);
});

/** What `find` reports on each page, with the page's name in front; together nothing is wanted. */
const findings = (find: (page: BuiltPage) => string[]) =>
	pages.flatMap((page) => find(page).map((finding) => `${page.name}: ${finding}`));

/** The elements of a page, and how to name one of them. */
const all = ({ document }: BuiltPage, selector: string) => [...document.querySelectorAll<HTMLElement>(selector)];
const tag = (element: Element) => (element.cloneNode(false) as Element).outerHTML.replace(/<\/.*/, '').slice(0, 120);

/** Makes sure that a test which looks at these elements has some to look at. */
const count = (selector: string) => pages.reduce((sum, page) => sum + all(page, selector).length, 0);

const focusable = 'a[href], button, input:not([type="hidden"]), select, textarea, summary, [tabindex="0"]';

describe('every page', () => {
	test('is valid HTML', async () => {
		const validator = new HtmlValidate(new StaticConfigLoader(htmlValidateConfig));
		const reports = await Promise.all(
			pages.map(async ({ name, html }) => ({ name, report: await validator.validateString(html, name) })),
		);
		const mistakes = reports.flatMap(({ name, report }) =>
			report.results.flatMap(({ messages }) =>
				messages.map(({ ruleId, message, selector }) => `${name}: ${ruleId}: ${message} (${selector ?? '?'})`),
			),
		);
		expect(mistakes).toEqual([]);
	});

	test('has one main heading, with words', () => {
		expect(
			findings((page) => {
				const headings = all(page, 'h1').map((heading) => textOf(heading));
				return headings.length === 1 && headings[0] ? [] : [`h1: ${headings.join(', ') || 'none'}`];
			}),
		).toEqual([]);
	});

	test('has headings that skip no level, each with words', () => {
		expect(count('h2')).toBeGreaterThan(10);
		expect(
			findings((page) => {
				let before = 0;
				return all(page, 'h1, h2, h3, h4, h5, h6').flatMap((heading) => {
					const level = Number(heading.tagName.slice(1));
					const skips = level > before + 1;
					before = level;
					return skips || !textOf(heading) ? [`h${level} “${textOf(heading)}”`] : [];
				});
			}),
		).toEqual([]);
	});

	test('has one banner, one main part, one foot, and navigation with names of its own', () => {
		expect(
			findings((page) => {
				const outside = (selector: string) =>
					all(page, selector).filter((element) => !element.closest('main, article, section, aside')).length;
				const names = all(page, 'nav').map((nav) => nav.getAttribute('aria-label') ?? '');
				return [
					...(outside('header') === 1 ? [] : ['banner']),
					...(outside('footer') === 1 ? [] : ['contentinfo']),
					...(all(page, 'main').length === 1 ? [] : ['main']),
					...(names.length > 0 && names.every(Boolean) && new Set(names).size === names.length
						? []
						: [`nav: ${names.join(', ')}`]),
				];
			}),
		).toEqual([]);
	});

	test('keeps everything that is read inside a landmark', () => {
		expect(
			findings(({ document }) =>
				[...document.body.children]
					.filter(
						(element) => !element.matches('header, main, footer, .skip, script, link, [aria-hidden="true"], [popover]'),
					)
					.map(tag),
			),
		).toEqual([]);
	});

	test('starts with a skip link whose target exists and takes the focus', () => {
		expect(
			findings((page) => {
				const first = page.document.querySelector(focusable);
				const target = first?.getAttribute('href') ?? '';
				const main = /^#./.test(target) && page.document.getElementById(target.slice(1));
				return main && main.matches('main[tabindex="-1"]') ? [] : [first ? tag(first) : 'nothing takes the focus'];
			}),
		).toEqual([]);
	});

	test('gives each id once', () => {
		expect(count('[id]')).toBeGreaterThan(50);
		expect(
			findings((page) => {
				const ids = all(page, '[id]').map(({ id }) => id);
				return ids.filter((id, i) => !id || ids.indexOf(id) !== i);
			}),
		).toEqual([]);
	});

	test('says its language', () => {
		expect(findings(({ document }) => (document.documentElement.lang === 'en-US' ? [] : ['lang']))).toEqual([]);
	});

	test('has a title and a description that no other page of the site has', () => {
		for (const read of [
			({ document }: BuiltPage) => document.title.trim(),
			({ document }: BuiltPage) =>
				document.querySelector('meta[name="description"]')?.getAttribute('content')?.trim() ?? '',
		]) {
			const seen = pages.map((page) => `${page.name.split(' ')[0] ?? ''}: ${read(page)}`);
			expect(seen.filter((text, i) => /: $/.test(text) || seen.indexOf(text) !== i)).toEqual([]);
		}
	});

	test('resolves every reference between its elements', () => {
		const attributes = ['for', 'list', 'headers', 'form', 'popovertarget', 'commandfor'].concat(
			['labelledby', 'describedby', 'controls', 'owns', 'details', 'errormessage', 'activedescendant', 'flowto'].map(
				(name) => `aria-${name}`,
			),
		);
		expect(count('[aria-labelledby], [aria-describedby]')).toBeGreaterThan(10);
		expect(count('[popovertarget]')).toBeGreaterThan(10);
		expect(count('label[for]')).toBeGreaterThan(5);
		expect(
			findings((page) =>
				attributes.flatMap((name) =>
					all(page, `[${name}]`).flatMap((element) =>
						(element.getAttribute(name) ?? '')
							.split(/\s+/)
							.filter((id) => !id || !page.document.getElementById(id))
							.map((id) => `${name}="${id}"`),
					),
				),
			),
		).toEqual([]);
		// Drawings refer to each other too.
		expect(count('use')).toBeGreaterThan(10);
		expect(
			findings((page) =>
				all(page, 'use').flatMap((use) =>
					page.document.querySelector(use.getAttribute('href') ?? '#') ? [] : [tag(use)],
				),
			),
		).toEqual([]);
	});

	test('opens only what is a popover', () => {
		expect(
			findings((page) =>
				all(page, '[popovertarget]')
					.filter(
						(button) =>
							!page.document.getElementById(button.getAttribute('popovertarget') ?? '')?.hasAttribute('popover'),
					)
					.map(tag),
			),
		).toEqual([]);
	});

	test('describes every picture in words, or hides it from those who cannot see it', () => {
		expect(count('img, svg')).toBeGreaterThan(10);
		expect(
			findings((page) => [
				...all(page, 'img:not([alt])').map(tag),
				...all(page, 'svg')
					.filter((svg) => !svg.closest('[aria-hidden="true"]'))
					.filter(
						(svg) =>
							svg.getAttribute('role') !== 'img' ||
							(svg.getAttribute('aria-labelledby') ?? '')
								.split(' ')
								.some((id) => !page.document.getElementById(id)?.textContent.trim()),
					)
					.map(tag),
			]),
		).toEqual([]);
	});

	test('labels every control of a form', () => {
		expect(count('form')).toBeGreaterThan(0);
		const controls = 'form input:not([type="hidden"]), form textarea, form select';
		expect(count(controls)).toBeGreaterThan(8);
		expect(
			findings((page) =>
				all(page, controls)
					.filter((control) => !control.closest('label') && !page.document.querySelector(`label[for="${control.id}"]`))
					.map(tag),
			),
		).toEqual([]);
	});

	test('carries no style attributes and no scripts in attributes, which the content security policy forbids', () => {
		expect(
			findings((page) =>
				all(page, '*').flatMap((element) =>
					[...element.attributes]
						.filter(({ name, value }) => name === 'style' || name.startsWith('on') || /^\s*javascript:/i.test(value))
						.map(({ name }) => `${name} on ${tag(element)}`),
				),
			),
		).toEqual([]);
	});

	test('hides no fault behind an empty or half-made value', () => {
		expect(
			findings((page) => [
				...all(page, '[href="#"], [href=""], [src=""], [action=""], [id=""], [class=""]').map(tag),
				...all(page, '*').flatMap((element) =>
					[...element.attributes]
						.filter(({ value }) => /\bundefined\b|\bNaN\b|\[object /.test(value))
						.map(({ name }) => name),
				),
				...(/\bundefined\b|\bNaN\b|Invalid Date|\[object |\bnull\b|\{\{|\$\{|lorem ipsum|\bTODO\b|\bTBD\b/i.exec(
					`${page.document.title} ${textOf(page.document.body)}`,
				) ?? []),
			]),
		).toEqual([]);
	});

	test('glues no words together', () => {
		const letter = '[\\p{L}\\p{N}]';
		const marks = 'a|b|strong|em|i|time|cite|code|span|button|label';
		// A letter directly before or after a link or an emphasis, and a full stop with a letter behind it.
		const glued = new RegExp(
			[
				`${letter}<(?:a|button|time|strong|b|em)\\b[^>]*>${letter}`,
				`${letter}</(?:${marks})>(?:<(?:${marks})\\b[^>]*>)*${letter}`,
			].join('|'),
			'gu',
		);
		const sentence = /\p{Ll}[.!?;:,”]\p{Lu}\p{Ll}/gu;
		expect(
			findings((page) => {
				const body = page.html
					.replace(/[\s\S]*<body[^>]*>/, '')
					.replaceAll('\u2060', '')
					.replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ');
				return [...(body.match(glued) ?? []), ...(textOf(page.document.body).match(sentence) ?? [])];
			}),
		).toEqual([]);
		expect('call<a href="/">us</a>today, <b>or</b><a>write</a>'.match(glued)).toHaveLength(3);
	});
});

describe('the guide', () => {
	/** The page with the comparison, of each site. */
	const guides = () => {
		const found = pages.filter(({ document }) => document.querySelector('table'));
		expect(found).toHaveLength(Object.keys(sites).length);
		return found;
	};

	test('gives every section an anchor, a name, and a link to copy', () => {
		for (const page of guides()) {
			const sections = all(page, 'section');
			expect(sections.length).toBeGreaterThan(9);
			for (const section of sections) {
				const label = section.getAttribute('aria-labelledby');
				const heading = label === null ? section.querySelector('h2') : page.document.getElementById(label);
				expect(heading?.tagName, `${page.name}: ${tag(section)}`).toBe('H2');
				expect(section.contains(heading)).toBe(true);
				const anchor = section.id || (heading?.id ?? '');
				expect(anchor, tag(section)).not.toBe('');
				// The chooser is a part of the first screen; the sections of the guide are what people send to each other.
				if (section.closest('.guide')) expect(heading?.querySelector('a')?.getAttribute('href')).toBe(`#${section.id}`);
			}
		}
	});

	test('lists its sections in order', () => {
		for (const page of guides()) {
			const listed = all(page, 'nav[aria-label="On this page"] a').map((link) => link.getAttribute('href'));
			expect(listed.length).toBeGreaterThan(5);
			expect(listed).toEqual(all(page, '.guide > section').map(({ id }) => `#${id}`));
		}
	});

	test('compares in a real table: caption, headers of columns and rows, roles that survive `display: block`', () => {
		for (const page of guides()) {
			const [table, ...others] = all(page, 'table');
			expect(others).toEqual([]);
			if (!table) throw new Error('No table.');
			expect(textOf(table.querySelector('caption') ?? page.document.createElement('i'))).toMatch(/\w+ \w+ \w+/);
			expect(table.getAttribute('role')).toBe('table');
			const heads = [...table.querySelectorAll('thead th')];
			expect(heads.map((head) => textOf(head))).toEqual([expect.stringMatching(/\w/), 'Spa', 'Medical']);
			for (const head of heads) {
				expect(head.getAttribute('scope')).toBe('col');
				expect(head.getAttribute('role')).toBe('columnheader');
			}
			for (const group of table.querySelectorAll('thead, tbody')) expect(group.getAttribute('role')).toBe('rowgroup');
			const rows = [...table.querySelectorAll('tbody tr')];
			expect(rows.length).toBeGreaterThan(1);
			for (const row of table.querySelectorAll('tr')) expect(row.getAttribute('role')).toBe('row');
			for (const row of rows) {
				const [head, spa, medical, ...rest] = [...row.children];
				expect(head?.matches('th[scope="row"][role="rowheader"]'), textOf(row)).toBe(true);
				expect(spa?.matches('td[role="cell"]') && medical?.matches('td[role="cell"]')).toBe(true);
				expect(rest).toEqual([]);
				for (const cell of row.children) expect(textOf(cell), 'an empty cell says so in words').not.toBe('');
				expect(head?.querySelector('a')?.getAttribute('href'), 'the way to the section that says more').toMatch(/^#./);
			}
		}
	});

	test('gives both charts a title and the numbers in words', () => {
		for (const page of guides()) {
			const charts = all(page, 'figure svg[role="img"]');
			expect(charts).toHaveLength(2);
			for (const chart of charts) {
				expect(textOf(chart.querySelector('desc') ?? chart)).toMatch(/(\d[^\d]+){4}/);
				expect(textOf(chart.closest('figure') ?? chart)).toMatch(/an example, not a promise/i);
			}
		}
	});

	test('puts spa before medical everywhere', () => {
		for (const page of guides()) {
			const pairs = all(page, 'main div, main tr').filter((group) =>
				[...group.children].some((child) => /^(Spa|Medical)( asks| massage|\b)/.test(textOf(child))),
			);
			const order = pairs
				.map((group) => [...group.children].map((child) => /^(Spa|Medical)\b/.exec(textOf(child))?.[1]).filter(Boolean))
				.filter((kinds) => new Set(kinds).size === 2);
			expect(order.length).toBeGreaterThan(8);
			expect(order.filter(([first]) => first !== 'Spa')).toEqual([]);
		}
	});

	test('answers the chooser without a script: a disclosure for each reader, one open at a time', () => {
		for (const page of guides()) {
			const answers = all(page, 'details[name]');
			expect(answers.length).toBeGreaterThan(3);
			expect(new Set(answers.map((answer) => answer.getAttribute('name'))).size).toBe(1);
			for (const answer of answers) {
				expect(answer.firstElementChild?.tagName).toBe('SUMMARY');
				expect(textOf(answer)).toMatch(/fits|have their place/);
				expect(answer.querySelectorAll('a[href^="#"]').length).toBeGreaterThan(0);
			}
		}
	});
});
