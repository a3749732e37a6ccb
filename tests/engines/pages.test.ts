import axe from 'axe-core';
import { expect, test } from 'vitest';
import { desk, inEachEngine, phone, sizes } from './in-each-engine.ts';
import { layout, linksWithin, missedHeading, sideways } from './looks.ts';

inEachEngine((stage) => {
	test.each(sizes)('lands on every place that links lead to, from outside, at $width px', async (size) => {
		const faults: string[] = [];
		let count = 0;
		const visitor = await stage.visit('/', size);
		for (const [path, { places }] of stage.site.pages)
			for (const hash of places) {
				count += 1;
				await visitor.goto('about:blank');
				await visitor.open(path + hash);
				await visitor.settle();
				const missed = await visitor.js(missedHeading, hash);
				if (missed) faults.push(`${path}${hash}: ${missed}`);
			}
		expect(count).toBeGreaterThan(5);
		expect(faults).toEqual([]);
	});

	test.each(sizes)('lands on every place that links lead to, from inside, at $width px', async (size) => {
		const faults: string[] = [];
		const visitor = await stage.visit('/', size);
		const links = await visitor.js(linksWithin);
		expect(links.length).toBeGreaterThan(5);
		for (const { index, hash } of links) {
			await visitor.goto('about:blank');
			await visitor.open('/');
			await visitor.click('a[href]', index);
			await visitor.until(`the address ends in ${hash}`, (hash) => location.hash === hash, hash);
			await visitor.settle();
			const missed = await visitor.js(missedHeading, hash);
			if (missed) faults.push(`link ${index} to ${hash}: ${missed}`);
		}
		expect(faults).toEqual([]);
	});

	test.each([
		{ ...phone, still: true },
		{ ...desk, still: true, dark: true },
	])('has nothing that axe finds at $width px', async (settings) => {
		const visitor = await stage.visit('/', settings);
		const faults: string[] = [];
		for (const path of stage.site.pages.keys()) {
			await visitor.open(path);
			await visitor.settle();
			await visitor.evaluate(`void (() => {${axe.source}})()`);
			const found = await visitor.js(async () => {
				const { violations, passes } = await (globalThis as unknown as { axe: typeof axe }).axe.run();
				const words = violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
				return { words, passes: passes.length };
			});
			expect(found.passes).toBeGreaterThan(10);
			faults.push(...found.words.map((words) => `${path} ${words}`));
		}
		expect(faults).toEqual([]);
	});

	test('needs no scrolling sideways at 320 px', async () => {
		const visitor = await stage.visit('/', { width: 320, height: 568 });
		for (const path of stage.site.pages.keys()) {
			await visitor.open(path);
			await visitor.settle();
			expect(await visitor.js(sideways), path).toEqual([]);
		}
	});

	test('is laid out anew when a phone is turned', async () => {
		const visitor = await stage.visit('/', { width: 390, height: 844 });
		for (const path of stage.site.pages.keys()) {
			await visitor.resize(390, 844);
			await visitor.open(path);
			await visitor.settle();
			await visitor.resize(844, 390);
			await visitor.settle();
			const turned = await visitor.js(layout);
			await visitor.goto('about:blank');
			await visitor.open(path);
			await visitor.settle();
			expect(turned, path).toEqual(await visitor.js(layout));
		}
	});
});
