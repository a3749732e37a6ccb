import { readFile } from 'node:fs/promises';
import { render } from 'takumi-js';
import { container, image, text, type Node } from 'takumi-js/helpers';
import { height, linePath, relief } from '../components/line.ts';
import type { Frame } from '../data/frame.ts';
import { kinds } from '../schemas/choice.ts';
import { colors } from './colors.ts';

const size = { width: 1200, height: 630 } as const;
/** A font for each script, by a name of its own: of two with one name, now the one and now the other came first. */
const scripts = ['latin', 'latin-ext'];
const fontFile = (script: string) =>
	`node_modules/@fontsource-variable/fraunces/files/fraunces-${script}-opsz-normal.woff2`;

/** The words that the fonts can draw: without emoji and other scripts, which would come out as empty boxes. */
const drawable = (words: string) =>
	words
		.replace(/[^\p{Script=Latin}\p{N}\p{P}\p{Sc}\p{Zs}+<=>|~^]|\p{Extended_Pictographic}/gu, '')
		.replace(/\s+(?=[\s:;,.!?)])/gu, '')
		.trim();

/** The whole line, with the grounds of the two kinds below it. */
function lineSvg(): string {
	const half = size.width / 2;
	const stroke = 'fill="none" stroke-width="4" vector-effect="non-scaling-stroke"';
	const parts = kinds.flatMap((kind, i) => {
		const path = linePath(relief[kind], half);
		const place = `transform="translate(${i * half})"`;
		return [
			`<path ${place} d="${path}V${height}H0z" fill="${colors[`${kind}Ground`]}"/>`,
			`<path ${place} d="${path}" stroke="${colors[kind]}" ${stroke}/>`,
		];
	});
	const box = `viewBox="0 -4 ${size.width} ${height + 4}" preserveAspectRatio="none"`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${box}>${parts.join('')}</svg>`;
	return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

const column = (children: Node[], style: object = {}) =>
	container({ style: { display: 'flex', flexDirection: 'column', ...style }, children });

/** The picture as Takumi lays it out: the site's first screen, 1200 x 630 pixels. Long titles are set smaller. */
function previewTree({ page: { title }, clinic: { name }, guide }: Frame): Node {
	const words = drawable(title) || drawable(name);
	const fontSize = words.length > 44 ? 84 : words.length > 32 ? 100 : 110;
	const heading = { fontSize, lineHeight: 1.04, letterSpacing: '-0.02em', textWrap: 'balance', lineClamp: 3 } as const;
	const doors = kinds.map((kind) =>
		container({
			style: { width: size.width / 2, padding: '8px 64px 44px', backgroundColor: colors[`${kind}Ground`] },
			children: [text(drawable(guide[kind].name), { fontSize: 36, color: colors[kind] })],
		}),
	);
	const top = [text(drawable(name), { fontSize: 30 }), text(words, heading)];
	const foot = [
		image({ src: lineSvg(), width: size.width, height: 130 }),
		container({ style: { display: 'flex' }, children: doors }),
	];
	return column([column(top, { gap: 28, padding: '52px 64px 0' }), column(foot)], {
		...size,
		justifyContent: 'space-between',
		fontFamily: scripts.join(', '),
		fontWeight: 500,
		backgroundColor: colors.surface,
		color: colors.text,
	});
}

/** The PNG of a page's preview. */
export async function drawPreview(frame: Frame) {
	const fonts = await Promise.all(scripts.map(async (name) => ({ name, data: await readFile(fontFile(name)) })));
	return render(previewTree(frame), { ...size, emoji: 'from-font', fonts });
}
