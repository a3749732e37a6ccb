import { glob, readFile } from 'node:fs/promises';

async function htmlFiles(folder: string, redirects: boolean): Promise<string[]> {
	const files: string[] = [];
	for await (const file of glob('**/*.html', { cwd: folder }))
		if ((await readFile(`${folder}/${file}`, 'utf8')).includes('http-equiv="refresh"') === redirects) files.push(file);
	if (files.length === 0) throw new Error(`${folder} holds no pages. Build the site first.`);
	return files.map((file) => `/${file.replaceAll('\\', '/').replace(/(^|\/)index\.html$/, '$1')}`).sort();
}

/** The paths of every HTML page of a built site, from its files: `/`, `/team/`, `/404.html`. Throws when there is none. */
export const pagesOf = (folder: string): Promise<string[]> => htmlFiles(folder, false);

/** The old addresses that lead to a page, from the files that do it. Throws when there is none. */
export const redirectsOf = (folder: string): Promise<string[]> => htmlFiles(folder, true);

/** The HTML of the page at `path`, as `pagesOf` gives it. */
export const htmlOf = (folder: string, path: string): Promise<string> =>
	readFile(`${folder}${path.endsWith('/') ? `${path}index.html` : path}`, 'utf8');
