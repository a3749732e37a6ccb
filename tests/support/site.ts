import { glob, readFile } from 'node:fs/promises';

/** The paths of every HTML page of a built site, from its files: `/`, `/team/`, `/404.html`. Throws when there is none. */
export async function pagesOf(folder: string): Promise<string[]> {
	const files = await Array.fromAsync(glob('**/*.html', { cwd: folder }));
	if (files.length === 0) throw new Error(`${folder} holds no pages. Build the site first.`);
	return files.map((file) => `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`).sort();
}

/** The HTML of the page at `path`, as `pagesOf` gives it. */
export const htmlOf = (folder: string, path: string): Promise<string> =>
	readFile(`${folder}${path.endsWith('/') ? `${path}index.html` : path}`, 'utf8');
