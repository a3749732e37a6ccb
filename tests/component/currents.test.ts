import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { box, chartPath, currents, type Point } from '../../src/components/currents.ts';
import Ripple from '../../src/components/Ripple.astro';
import { kinds, type Kind } from '../../src/schemas/choice.ts';
import { pointsOf } from '../support/path.ts';
import { render } from '../support/render.ts';

describe('chartPath', () => {
	const measured: Point[] = [
		[0, 100],
		[50, 20],
		[100, 90],
		[150, 90],
		[200, 10],
	];

	test('passes through every point', () => {
		const drawn = pointsOf(chartPath(measured)).map(String);
		expect(measured.map(String).filter((point) => !drawn.includes(point))).toEqual([]);
	});

	test('never swings beyond the two points it joins', () => {
		const [start, ...rest] = pointsOf(chartPath(measured));
		let from = start;
		for (let i = 0; i + 2 < rest.length; i += 3) {
			const to = rest[i + 2];
			if (!from || !to) throw new Error('The path breaks off.');
			const [low, high] = [Math.min(from[1], to[1]), Math.max(from[1], to[1])];
			for (const [, y] of rest.slice(i, i + 2)) {
				expect(y).toBeGreaterThanOrEqual(low);
				expect(y).toBeLessThanOrEqual(high);
			}
			from = to;
		}
		expect(from).toEqual(measured.at(-1));
	});

	test('draws two points as a line and none as nothing', () => {
		expect(
			chartPath([
				[0, 5],
				[10, 0],
			]),
		).toBe('m0 5l10-5');
		expect(chartPath([])).toBe('');
	});
});

describe('currents', () => {
	/** Where a path leaves ink in its box: the pixels it touches. */
	async function ink(path: string): Promise<Point[]> {
		const { width, height } = box;
		const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><path d="${path}" fill="none" stroke="red"/></svg>`;
		const data = await sharp(Buffer.from(svg)).ensureAlpha().extractChannel('alpha').raw().toBuffer();
		return [...data].flatMap((value, i): Point[] => (value > 64 ? [[i % width, Math.floor(i / width)]] : []));
	}
	const span = (numbers: number[]) => [Math.min(...numbers), Math.max(...numbers)] as const;

	test.each(kinds)('draws %s as three lines across its box, none cut off', async (kind) => {
		expect(currents[kind]).toHaveLength(3);
		for (const path of currents[kind]) {
			const points = await ink(path);
			expect(span(points.map(([x]) => x))).toEqual([0, box.width - 1]);
			const [top, bottom] = span(points.map(([, y]) => y));
			expect(top).toBeGreaterThan(0);
			expect(bottom).toBeLessThan(box.height - 1);
		}
	});

	test('draws spa wide and medical tight around the middle', async () => {
		/** Between which columns the strongest line runs in the upper half of its own height. */
		const crest = async (kind: Kind) => {
			const points = await ink(currents[kind][0] ?? '');
			const [top, bottom] = span(points.map(([, y]) => y));
			return span(points.filter(([, y]) => y < (top + bottom) / 2).map(([x]) => x));
		};
		const [spaLeft, spaRight] = await crest('spa');
		expect(spaRight - spaLeft).toBeGreaterThan(box.width / 2);
		const [left, right] = await crest('medical');
		expect(right - left).toBeLessThan(box.width / 4);
		expect((left + right) / 2).toBeCloseTo(box.width / 2, -1);
	});
});

describe('Ripple', () => {
	test.each(kinds)('shows the current of %s as an ornament that no screen reader reads', async (kind) => {
		const { root, screen } = await render(Ripple, { kind, class: 'h-8' });
		const svg = root.querySelector('svg');
		expect(svg?.getAttribute('aria-hidden')).toBe('true');
		expect(svg?.querySelector('use')?.getAttribute('href')).toBe(`#current-${kind}`);
		expect(svg?.getAttribute('class')).toMatch(new RegExp(`stroke-${kind}\\b.*\\bh-8\\b`));
		expect(screen.queryByRole('img')).toBeNull();
	});
});
