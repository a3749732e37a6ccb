import { expect, test } from 'vitest';
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
	const names = pairs.flatMap(([front, ground]) => [front, ground]);
	const colours = await page.evaluate((names) => {
		const probe = document.body.appendChild(document.createElement('p'));
		return names.map((name) => {
			// A token that is gone makes the declaration invalid, and the color that of the parent: ask for the token too.
			if (!getComputedStyle(probe).getPropertyValue(`--color-${name}`)) throw new Error(`There is no --color-${name}.`);
			probe.style.color = `var(--color-${name})`;
			return getComputedStyle(probe).color;
		});
	}, names);
	const ratios = await contrasts(
		page,
		pairs.map((_, i) => ({ front: colours[2 * i] ?? '', grounds: [colours[2 * i + 1] ?? ''] })),
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
