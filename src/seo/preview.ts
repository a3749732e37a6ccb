import { readFile } from 'node:fs/promises';
import { render } from 'takumi-js';
import { container, image, text, type Node } from 'takumi-js/helpers';
import { box, currents, strengths } from '../components/currents.ts';
import type { Frame } from '../data/frame.ts';
import { kinds, type Kind } from '../schemas/choice.ts';
import { colors } from './colors.ts';

const size = { width: 1200, height: 630 } as const;
const fonts = ['latin', 'latin-ext'].map(
	(script) => `node_modules/@fontsource-variable/fraunces/files/fraunces-${script}-opsz-normal.woff2`,
);

/** The words that the fonts can draw: without emoji and other scripts, which would come out as empty boxes. */
const drawable = (words: string) =>
	words
		.replace(/[^\p{Script=Latin}\p{N}\p{P}\p{Sc}\p{Zs}+<=>|~^]|\p{Extended_Pictographic}/gu, '')
		.replace(/\s+(?=[\s:;,.!?)])/gu, '')
		.trim();

const currentSvg = (kind: Kind) => {
	const attributes = `viewBox="0 0 ${box.width} ${box.height}" fill="none" stroke="${colors[kind]}" stroke-width="1.4"`;
	const paths = currents[kind].map(
		(d, i) => `<path d="${d}" opacity="${strengths[i] ?? 1}" vector-effect="non-scaling-stroke"/>`,
	);
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${paths.join('')}</svg>`;
	return `data:image/svg+xml,${encodeURIComponent(svg)}`;
};

/** One of the two doors at the foot of the picture: current and name. */
const door = (kind: Kind, name: string) =>
	container({
		style: {
			display: 'flex',
			flexDirection: 'column',
			width: 536,
			paddingLeft: kind === 'medical' ? 40 : 0,
			borderLeft: kind === 'medical' ? `2px solid ${colors.line}` : 'none',
		},
		children: [
			image({ src: currentSvg(kind), width: 480, height: 120 }),
			text(name, { fontSize: 34, color: colors[kind], marginTop: 10 }),
		],
	});

/** The picture as Takumi lays it out: the site's first screen, 1200 x 630 pixels. Long titles are set smaller. */
function previewTree(title: string, { clinic: { name }, guide }: Frame): Node {
	const words = drawable(title) || drawable(name);
	const fontSize = words.length > 44 ? 84 : words.length > 32 ? 100 : 110;
	return container({
		style: {
			display: 'flex',
			flexDirection: 'column',
			justifyContent: 'space-between',
			...size,
			padding: '56px 64px 48px',
			fontFamily: 'Fraunces',
			fontWeight: 500,
			backgroundColor: colors.surface,
			color: colors.text,
		},
		children: [
			text(drawable(name), { fontSize: 30 }),
			text(words, { fontSize, lineHeight: 1.04, letterSpacing: '-0.02em', textWrap: 'balance', lineClamp: 3 }),
			container({
				style: { display: 'flex', borderTop: `2px solid ${colors.text}`, paddingTop: 20 },
				children: kinds.map((kind) => door(kind, drawable(guide[kind].name))),
			}),
		],
	});
}

/** The PNG of a page's preview. */
export async function drawPreview(title: string, frame: Frame): Promise<Buffer> {
	const data = await Promise.all(fonts.map((font) => readFile(font)));
	const options = { ...size, emoji: 'from-font', fonts: data.map((data) => ({ name: 'Fraunces', data })) } as const;
	return Buffer.from(await render(previewTree(title, frame), options));
}
