import { expect, test } from 'vitest';
import { desk, inEachEngine, phone, sizes } from './in-each-engine.ts';
import { badDefinition, scrollProgress } from './looks.ts';

const words = 'button[popovertarget]:not(header *)';
const ground = () =>
	[document.documentElement, document.body].map((root) => getComputedStyle(root).backgroundColor).join();

inEachEngine((stage) => {
	test.each(sizes)('explains words in sight of them at $width px', async (size) => {
		const faults: string[] = [];
		let count = 0;
		const visitor = await stage.visit('/', size);
		for (const path of stage.site.pages.keys()) {
			await visitor.open(path);
			await visitor.settle();
			const length = await visitor.js((words) => document.querySelectorAll(words).length, words);
			for (let index = 0; index < length; index++)
				// Where in the window the word is when it is clicked.
				for (const block of ['start', 'center', 'end'] as const) {
					count += 1;
					await visitor.js(
						(words, index, block) =>
							document.querySelectorAll(words)[index]?.scrollIntoView({ block, behavior: 'instant' }),
						...([words, index, block] as const),
					);
					await visitor.click(words, index);
					await visitor.until(`${path} ${index} opens at ${block}`, () => document.querySelector(':popover-open'));
					const fault = await visitor.js(badDefinition, words, index);
					if (fault) faults.push(`${path} ${index} at ${block}: ${fault}`);
					await visitor.press('Escape');
					await visitor.until('it closes', () => !document.querySelector(':popover-open'));
				}
		}
		expect(count).toBeGreaterThan(0);
		expect(faults).toEqual([]);
	});

	test('carries each answer of the chooser into the form', async () => {
		const visitor = await stage.visit('/', phone);
		const goals = await visitor.js(() =>
			Array.from(document.querySelectorAll<HTMLElement>('[data-goal]'), ({ dataset }) => dataset['goal'] ?? ''),
		);
		expect(goals.length).toBeGreaterThan(1);
		for (const [index, goal] of goals.entries()) {
			await visitor.open('/');
			await visitor.click('[data-goal] > summary', index);
			await visitor.atForm();
			await visitor.until(
				`the form's goal is ${goal}`,
				(goal) => document.querySelector<HTMLInputElement>('[name=goal]:checked')?.value === goal,
				goal,
			);
		}
	});

	test('marks the section that is read in the contents', async () => {
		const visitor = await stage.visit('/', desk);
		const contents = 'nav:not(:has(a:not([href^="#"]))) a';
		const length = await visitor.js((contents) => document.querySelectorAll(contents).length, contents);
		expect(length).toBeGreaterThan(1);
		// The last section may be too short to come to the place where one reads.
		for (let index = 0; index < length - 1; index++) {
			await visitor.click(contents, index);
			await visitor.until(
				`link ${index} is marked`,
				(contents, index) => {
					const links = [...document.querySelectorAll(contents)];
					return links.every((link, i) => (link.ariaCurrent !== null) === (i === index));
				},
				...([contents, index] as const),
			);
		}
	});

	test('leads to another page by the menu of a phone, and back', async () => {
		const visitor = await stage.visit('/', phone);
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

	test('keeps the chosen theme on the next page', async () => {
		const visitor = await stage.visit('/', desk);
		const light = await visitor.js(ground);
		await visitor.click('[data-theme-switch]');
		const dark = await visitor.js(ground);
		expect(dark).not.toBe(light);
		for (const path of stage.site.pages.keys()) {
			await visitor.open(path);
			expect(await visitor.js(ground), path).toBe(dark);
		}
		await visitor.click('[data-theme-switch]');
		expect(await visitor.js(ground)).toBe(light);
	});

	test('shows how far one has read, where the browser can', async () => {
		const visitor = await stage.visit('/', desk);
		await visitor.settle();
		if (!(await visitor.js(() => CSS.supports('animation-timeline: scroll()')))) return;
		const atTop = await visitor.js(scrollProgress);
		expect(atTop).not.toEqual([]);
		await visitor.js(() => scrollTo({ top: document.body.scrollHeight, behavior: 'instant' }));
		await visitor.settle();
		const atEnd = await visitor.js(scrollProgress);
		expect(atEnd.length).toBe(atTop.length);
		expect(atEnd).not.toEqual(atTop);
	});
});
