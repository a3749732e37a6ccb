import axe from 'axe-core';
import { afterEach, beforeAll, expect, test } from 'vitest';
import type { Settings } from './driver.ts';
import { engines } from './engines.ts';
import { closeFirefoxes } from './pages.ts';
import { layout, linksWithin, misplacedDefinition, missedHeading, scrollProgress, sideways } from './looks.ts';
import { sizes, startSite, type Site } from './site.ts';
import { visitorOf, type Visitor } from './visitor.ts';

/** Whether it says that what a test asked for went wrong: a page that is missing, or a form service that refuses. */
const isExpected = (error: string) =>
	error.includes('Failed to load resource') && /no-such-page|\/f\/localinbox/.test(error);
const { phone, desk } = sizes;
/** The words that open a definition. */
const words = 'button[popovertarget]:not(header *)';
/** The links of a list that lead to places of the page alone. */
const contents = 'nav:not(:has(a:not([href^="#"]))) a';
const countOf = (selector: string) => document.querySelectorAll(selector).length;

/** One tour of every page and every feature of the fixture site, in one of the engines. */
export function tour(name: keyof typeof engines): void {
	const start = engines[name];
	let site: Site;
	beforeAll(async () => {
		site = await startSite(name);
		expect(site.pages.size).toBeGreaterThan(5);
		return () => Promise.all([site.close(), closeFirefoxes()]);
	});
	const visitors: Visitor[] = [];
	/** Opens a page as a new visitor. When the test ends, any error in the console fails it. */
	async function visit(path: string, settings: Settings): Promise<Visitor> {
		const visitor = visitorOf(await start(settings), site.root);
		visitors.push(visitor);
		await visitor.open(path);
		return visitor;
	}
	afterEach(async () => {
		site.inbox.reset();
		const errors: string[] = [];
		for (const visitor of visitors.splice(0)) errors.push(...(await visitor.errors().finally(() => visitor.close())));
		expect(errors.filter((error) => !isExpected(error))).toEqual([]);
	});

	/** Looks at every page at every size. What `look` finds are faults; it says how many things it has looked at. */
	async function everyPage(
		look: (visitor: Visitor, path: string) => Promise<{ faults: string[]; count: number }>,
		settings: Partial<Settings> = {},
		at: Record<string, Pick<Settings, 'width' | 'height'>> = sizes,
	): Promise<void> {
		const visitor = await visit('/', { ...phone, ...settings });
		const found: string[] = [];
		let total = 0;
		for (const { width, height } of Object.values(at)) {
			for (const path of site.pages.keys()) {
				await visitor.resize(width, height);
				await visitor.open(path);
				await visitor.settle();
				const { faults, count } = await look(visitor, path);
				found.push(...faults.map((fault) => `${width} px, ${path} ${fault}`));
				total += count;
			}
		}
		expect(total).toBeGreaterThan(5);
		expect(found).toEqual([]);
	}

	/** Goes to places of a page, each from anew, and says which of them are not where the reader looks. */
	async function missed(visitor: Visitor, hashes: string[], go: (hash: string, i: number) => Promise<unknown>) {
		const faults: string[] = [];
		for (const [i, hash] of hashes.entries()) {
			await visitor.goto('about:blank');
			await go(hash, i);
			await visitor.until(`a way to ${hash}`, (hash) => location.hash === hash, hash);
			await visitor.settle();
			const fault = await visitor.js(missedHeading, hash);
			if (fault) faults.push(`${hash} ${fault}`);
		}
		return { faults, count: hashes.length };
	}

	test('lands where links from other pages lead', () =>
		everyPage((visitor, path) =>
			missed(visitor, [...(site.pages.get(path)?.places ?? [])], (hash) => visitor.open(path + hash)),
		));

	test('lands where links of the same page lead', () =>
		everyPage(async (visitor, path) => {
			const links = await visitor.js(linksWithin);
			return missed(
				visitor,
				links.map(({ hash }) => hash),
				async (_, i) => {
					await visitor.open(path);
					await visitor.click('a[href]', links[i]?.index);
				},
			);
		}));

	test.each([{ dark: false }, { dark: true }])('has nothing that axe finds, dark: $dark', ({ dark }) =>
		everyPage(
			async (visitor) => {
				await visitor.evaluate(`void (() => {${axe.source}})()`);
				return visitor.js(async () => {
					const { violations, passes } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
					const faults = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
					return { faults, count: passes.length };
				});
			},
			{ dark, still: true },
			dark ? { desk } : { phone },
		),
	);

	test('needs no scrolling sideways at 320 px', () =>
		everyPage(
			async (visitor) => ({ faults: await visitor.js(sideways), count: await visitor.js(countOf, 'body *') }),
			{},
			{ small: { width: 320, height: 568 } },
		));

	test('is laid out anew when a phone is turned', () =>
		everyPage(
			async (visitor) => {
				await visitor.resize(844, 390);
				await visitor.settle();
				const turned = await visitor.js(layout);
				// Nothing is left of a layout when the page was not shown in between.
				await visitor.js(() => {
					document.body.hidden = true;
					document.body.getBoundingClientRect();
					document.body.hidden = false;
				});
				const anew = await visitor.js(layout);
				return { faults: turned.filter((place) => !anew.includes(place)), count: anew.length };
			},
			{},
			{ phone: { width: 390, height: 844 } },
		));

	test('explains words in sight of them', () =>
		everyPage(async (visitor, path) => {
			const faults: string[] = [];
			const count = await visitor.js(countOf, words);
			for (let index = 0; index < count; index++)
				// Where in the window the word is when it is clicked.
				for (const block of ['start', 'center', 'end'] as const) {
					await visitor.js(
						(words, index, block) =>
							document.querySelectorAll(words)[index]?.scrollIntoView({ block, behavior: 'instant' }),
						...([words, index, block] as const),
					);
					await visitor.click(words, index);
					await visitor.until(`word ${index} of ${path} opens at the ${block}`, () =>
						document.querySelector(':popover-open'),
					);
					const fault = await visitor.js(misplacedDefinition, words, index);
					if (fault) faults.push(`word ${index} at the ${block}: ${fault}`);
					await visitor.pressEscape();
					await visitor.until('it closes', () => !document.querySelector(':popover-open'));
				}
			return { faults, count };
		}));

	test('carries each answer of the chooser into the form', async () => {
		const visitor = await visit('/', phone);
		const goals = await visitor.js(() =>
			Array.from(document.querySelectorAll<HTMLElement>('[data-goal]'), ({ dataset }) => dataset['goal'] ?? ''),
		);
		expect(goals.length).toBeGreaterThan(1);
		for (const [index, goal] of goals.entries()) {
			await visitor.open('/');
			await visitor.click('[data-goal] > summary', index);
			await visitor.atForm();
			const chosen = (goal: string) => document.querySelector(`[name=goal][value="${goal}"]:checked`);
			await visitor.until(`the form's goal is ${goal}`, chosen, goal);
		}
	});

	test('marks the section that is read in the contents', async () => {
		const visitor = await visit('/', desk);
		const count = await visitor.js(countOf, contents);
		expect(count).toBeGreaterThan(1);
		// The last section may be too short to come to the place where one reads.
		for (let index = 0; index < count - 1; index++) {
			await visitor.click(contents, index);
			const marked = (contents: string, index: number) =>
				[...document.querySelectorAll(contents)].every((link, i) => !!link.ariaCurrent === (i === index));
			await visitor.until(`link ${index} is marked`, marked, contents, index);
		}
	});

	test('leads to another page by the menu of a phone, and back at once', async () => {
		const visitor = await visit('/', phone);
		await visitor.click('header :is(summary, [popovertarget], [aria-expanded])');
		const index = await visitor.js(() =>
			Array.from(document.querySelectorAll<HTMLAnchorElement>('header nav a')).findIndex(
				({ pathname }) => pathname !== location.pathname,
			),
		);
		await visitor.click('header nav a', index);
		await visitor.until('another page', () => location.pathname !== '/');
		await visitor.back();
		await visitor.until('the page before', () => location.pathname === '/');
		await visitor.settle();
	});

	test('comes back to where its reader was, after a reload and from another page', async () => {
		const visitor = await visit('/', phone);
		await visitor.settle();
		const top = () => document.querySelector('main section:nth-of-type(2) h2')?.getBoundingClientRect().top ?? NaN;
		await visitor.js(() => document.querySelector('main section:nth-of-type(2) h2')?.scrollIntoView());
		await visitor.settle();
		const before = await visitor.js(top);
		await visitor.reload();
		await visitor.settle();
		expect(Math.abs((await visitor.js(top)) - before)).toBeLessThan(phone.height / 4);
		await visitor.open('/team/');
		await visitor.back();
		await visitor.until('the page before', () => location.pathname === '/');
		await visitor.settle();
		expect(Math.abs((await visitor.js(top)) - before)).toBeLessThan(phone.height / 4);
	});

	test('keeps the chosen theme on every page', async () => {
		const visitor = await visit('/', desk);
		const ground = () =>
			[document.documentElement, document.body].map((root) => getComputedStyle(root).backgroundColor).join();
		const light = await visitor.js(ground);
		await visitor.click('[data-theme-switch]');
		const dark = await visitor.js(ground);
		expect(dark).not.toBe(light);
		for (const path of site.pages.keys()) {
			await visitor.open(path);
			expect(await visitor.js(ground), path).toBe(dark);
		}
	});

	test('shows how far one has read, where the browser can', async () => {
		const visitor = await visit('/', desk);
		await visitor.settle();
		if (!(await visitor.js(() => CSS.supports('animation-timeline: scroll()')))) return;
		expect(await visitor.js(scrollProgress)).toContain(0);
		await visitor.js(() => scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' }));
		await visitor.until('all is read', () => scrollY + innerHeight >= document.documentElement.scrollHeight - 1);
		await visitor.settle();
		expect(await visitor.js(scrollProgress)).toContain(1);
	});

	const text = { name: 'Ada Vann', email: 'ada@example.com', message: 'Mornings are best' };
	/** What the form holds, of `text`. */
	const held = (visitor: Visitor) =>
		visitor.js(
			(names) =>
				Object.fromEntries(
					names.map((name) => [name, document.querySelector<HTMLInputElement>(`form [name="${name}"]`)?.value]),
				),
			Object.keys(text),
		);

	/** Opens the shortest page with a form, and fills it in. */
	async function write(settings: Partial<Settings> = {}): Promise<Visitor> {
		const [path = ''] = [...site.pages.keys()]
			.filter((path) => site.pages.get(path)?.html.includes('<form'))
			.sort((a, b) => (site.pages.get(a)?.html.length ?? 0) - (site.pages.get(b)?.html.length ?? 0));
		const visitor = await visit(path, { ...phone, ...settings });
		if (settings.scripts !== false) await visitor.atForm();
		for (const [name, value] of Object.entries(text)) {
			const field = `form [name="${name}"]`;
			await visitor.click(field);
			await visitor.until(`the focus is on ${name}`, (field) => document.activeElement?.matches(field), field);
			await visitor.type(value);
		}
		await expect.poll(() => held(visitor)).toEqual(text);
		return visitor;
	}

	test('says what became of a request: refused, unknown, or sent', async () => {
		const visitor = await write();
		const news = new Set();
		for (const fault of ['busy', 'cut', undefined] as const) {
			site.inbox.setFault(fault);
			await visitor.js(() => (document.activeElement as HTMLElement).blur());
			await visitor.click('form [type=submit]');
			await visitor.until('news with the focus', () => document.activeElement?.querySelector('h2, h3'));
			news.add(await visitor.js(() => document.activeElement?.querySelector('h2, h3')?.textContent));
			if (fault) expect(await held(visitor)).toEqual(text);
		}
		expect(news.size).toBe(3);
		expect(site.inbox.messages.at(-1)?.fields).toMatchObject(text);
		expect(await visitor.js(() => JSON.stringify(sessionStorage))).not.toContain(text.message);
	});

	test('keeps what was written through a reload and on the way back', async () => {
		const visitor = await write();
		await visitor.reload();
		await visitor.atForm();
		expect(await held(visitor)).toEqual(text);
		const from = await visitor.js(() => location.pathname);
		await visitor.open('/');
		await visitor.back();
		await visitor.until('the page before', (from) => location.pathname === from, from);
		await visitor.atForm();
		expect(await held(visitor)).toEqual(text);
	});

	test('sends without scripts, and leads back to the site', async () => {
		const visitor = await write({ scripts: false });
		const from = await visitor.js(() => location.pathname);
		await visitor.click('form [type=submit]');
		await visitor.until('another page', (from) => location.pathname !== from && document.querySelector('h1'), from);
		expect([...site.pages.keys()].map((path) => new URL(path, site.root).href)).toContain(
			await visitor.js(() => location.href),
		);
		expect(site.inbox.messages.map(({ fields }) => fields)).toMatchObject([text]);
	});

	test('shows the field that the browser misses, without scripts', async () => {
		const visitor = await write({ scripts: false });
		await visitor.js(() => document.querySelector<HTMLInputElement>('form [name=name]')?.setRangeText('', 0, 99));
		await visitor.click('form [type=submit]');
		await visitor.until('the field', () => {
			const field = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
			return document.activeElement?.matches('form [name=name]') && field.top >= 0 && field.bottom <= innerHeight;
		});
		// But for its edge, which a hair of the header may cover.
		const shown = await visitor.js(() => {
			const { left, top, bottom } = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
			return [top + 4, bottom - 4].map((y) => document.elementFromPoint(left + 9, y) === document.activeElement);
		});
		expect(shown).toEqual([true, true]);
	});
}
