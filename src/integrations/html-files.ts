import { glob, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** Every page of a built site, in the order of their paths: the file, its path in `folder`, and its HTML. */
export async function* readPages(folder: string): AsyncGenerator<{ file: string; path: string; html: string }> {
	const found = await Array.fromAsync(glob('**/*.html', { cwd: folder, withFileTypes: true }));
	// The folder of an old address may end in `.html`.
	const files = found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
	for (const file of files.sort())
		yield { file, path: relative(folder, file).replaceAll('\\', '/'), html: await readFile(file, 'utf8') };
}

/** The syntax tree of a page, with the place of each node in `html`. */
export const parseHtml = (html: string) => unified().use(rehypeParse).parse(html);
