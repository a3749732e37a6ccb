import { glob, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import rehypeParse from 'rehype-parse';
import { unified } from 'unified';

/** Every page of a built site, in the order of their paths: the file, its path in `folder`, and its HTML. */
export async function* readPages(folder: string): AsyncGenerator<{ file: string; path: string; html: string }> {
	const paths = await Array.fromAsync(glob('**/*.html', { cwd: folder }));
	for (const path of paths.sort()) {
		const file = join(folder, path);
		yield { file, path: path.replaceAll('\\', '/'), html: await readFile(file, 'utf8') };
	}
}

/** The syntax tree of a page, with the place of each node in `html`. */
export const parseHtml = (html: string) => unified().use(rehypeParse).parse(html);
