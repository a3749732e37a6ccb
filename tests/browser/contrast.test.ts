import { expect, test } from 'vitest';
import { color } from '../../src/seo/theme-colors.ts';
import { contrasts } from './colour.ts';
import { visitSite } from './setup.ts';

const visit = visitSite();

/** What is written on what, and how much it has to stand out: 7 for what is read at length, 3 for the focus ring. */
const pairs: [front: string, ground: string, least: number][] = [
	['text', 'surface', 7],
	['text', 'raised', 7],
	['muted', 'surface', 7],
	['muted', 'raised', 4.5],
	['spa-text', 'spa-ground', 7],
	['medical-text', 'medical-ground', 7],
	['spa-text', 'surface', 7],
	['medical-text', 'surface', 7],
	['spa', 'surface', 4.5],
	['medical', 'surface', 4.5],
	['link', 'surface', 7],
	['error', 'surface', 4.5],
	['error', 'raised', 4.5],
	['surface', 'text', 4.5],
	['surface', 'link', 4.5],
	['focus', 'surface', 3],
	['focus', 'raised', 3],
];

test.each(['light', 'dark'] as const)('sets every pair of colors apart in the %s theme', async (colorScheme) => {
	const page = await visit.open('/', { colorScheme });
	const ratios = await contrasts(
		page,
		pairs.map(([front, ground]) => ({ front: color(front, colorScheme), grounds: [color(ground, colorScheme)] })),
	);
	const measured = pairs.map(([front, ground, least], i) => ({ front, ground, least, ratio: ratios[i] ?? 0 }));
	expect(measured.filter(({ least, ratio }) => ratio < least)).toEqual([]);
});

test('finds the contrast of black on white to be 21, and of half-transparent black on white that of gray', async () => {
	const page = await visit.open('/thanks/');
	const [full, half, gray] = await contrasts(page, [
		{ front: '#000', grounds: ['#fff'] },
		{ front: '#000', grounds: ['#0008', '#fff'] },
		{ front: '#000', grounds: ['#777'] },
	]);
	expect(full).toBeCloseTo(21);
	expect(half).toBeCloseTo(gray ?? 0, 0);
});
