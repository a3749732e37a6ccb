import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';

/** The collections that grow. Each entry beyond the ones that are there is a copy of one of them, with an order of its own. */
export const grown = ['sections', 'comparison', 'team', 'terms'] as const;

/** Writes the site's own content into `target`, with `count` entries in each collection that grows (never fewer than now). */
export async function multiply(count: number, target: string): Promise<void> {
	await rm(target, { recursive: true, force: true });
	await mkdir(target, { recursive: true });
	await cp('content', target, { recursive: true });
	for (const collection of grown) {
		const folder = `${target}/${collection}`;
		const files = (await readdir(folder)).filter((file) => /\.mdx?$/.test(file)).sort();
		for (let i = files.length; i < count; i++) {
			const file = files[i % files.length] ?? '';
			const text = await readFile(`${folder}/${file}`, 'utf8');
			const copy = text
				.replace(/^order: \d+$/m, `order: ${i + 1}`)
				.replace(/^shows: .*\n/m, '')
				// Names must differ, and a copy of a heading must not take its anchor away.
				.replace(/^(name|term|category|short|title): "(.*)"$/gm, `$1: "$2 ${i}"`)
				.replace(/^### (.*)$/gm, `### $1 ${i}`);
			await writeFile(`${folder}/${file.replace(/(\.mdx?)$/, `-${i}$1`)}`, copy);
		}
	}
}
