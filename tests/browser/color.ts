import type { Page } from 'playwright-core';

type Rgba = [red: number, green: number, blue: number, alpha: number];

/** A color and what lies behind it, the nearest first, all as CSS writes them. */
export interface Pair {
	front: string;
	grounds: string[];
}

/** CSS colors of any notation as the browser paints them: each from 0 to 1. */
function paint(page: Page, colors: string[]): Promise<Rgba[]> {
	return page.evaluate((colors) => {
		const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
		if (!canvas) throw new Error('This browser draws nothing.');
		return colors.map((color) => {
			canvas.clearRect(0, 0, 1, 1);
			canvas.fillStyle = color;
			canvas.fillRect(0, 0, 1, 1);
			return [...canvas.getImageData(0, 0, 1, 1).data].map((n) => n / 255) as Rgba;
		});
	}, colors);
}

const over = (front: Rgba, back: Rgba): Rgba => {
	const mixed = front.map((n, i) => n * front[3] + (back[i] ?? 1) * (1 - front[3]));
	return [mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0, 1];
};

function luminance([red, green, blue]: Rgba): number {
	const [r = 0, g = 0, b = 0] = [red, green, blue].map((n) =>
		n <= 0.04045 ? n / 12.92 : ((n + 0.055) / 1.055) ** 2.4,
	);
	return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The WCAG contrast ratio of each pair, from 1 to 21. Under the last ground lies `Canvas`. */
export async function contrasts(page: Page, pairs: Pair[]): Promise<number[]> {
	const painted = await paint(page, [
		'Canvas',
		...pairs.flatMap(({ front, grounds }) => [...grounds.toReversed(), front]),
	]);
	const canvas = painted.shift() ?? [1, 1, 1, 1];
	return pairs.map(({ grounds }) => {
		const ground = painted.splice(0, grounds.length).reduce((below, layer) => over(layer, below), canvas);
		const front = over(painted.shift() ?? canvas, ground);
		const [dark = 0, light = 0] = [luminance(front), luminance(ground)].toSorted((a, b) => a - b);
		return (light + 0.05) / (dark + 0.05);
	});
}
