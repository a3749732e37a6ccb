import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { files, folders } from '../../schemas/index.ts';
import type { Node } from './markdown.ts';
import { didYouMean, type Problem, type Say } from './problem.ts';

export type Folder = keyof typeof folders;
export const folderNames = Object.keys(folders) as Folder[];
const fileNames = Object.keys(files).map((name) => `${name}.yaml`);
/** Words that the dictionary does not have, for the spelling. */
export const wordList = 'words.txt';
const pictures = ['.jpg', '.jpeg', '.png', '.webp', '.avif'];
const unshown = /^\.(heic|heif|tiff?|gif|bmp|psd|svg|raw|dng)$/i;

/** A file of the content folder. */
export interface Entry {
	file: string;
	path: string;
	id: string;
	/** Absent for single files such as `clinic.yaml`. */
	folder: Folder | undefined;
	/** Line ends are `\n` and a byte order mark is gone. Absent when the file cannot be read. */
	text: string | undefined;
	/** The words that readers see, each block with its place. Filled while the file is checked. */
	words: { text: string; line: number; field?: string | undefined }[];
	/** Those of them that are paragraphs of the text. */
	paragraphs: { text: string; line: number }[];
	/** The fields and the text below them, once they are read. */
	data?: Record<string, unknown> | null | undefined;
	tree?: Node | undefined;
	say: Say;
}

/** A name as a file name: small letters, digits and single hyphens. */
export const slug = (name: string) => {
	const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	return letters.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
};
/** The endings that files of a folder may have, with their dots. */
export const endingsOf = (folder: Folder) =>
	(folders[folder].pattern.match(/\w+/g) ?? []).map((ending) => `.${ending}`);

/** Says what is wrong with a file's name: names become addresses, and Astro passes over endings it does not expect. */
function checkName(stem: string, ending: string, endings: string[], say: Say) {
	const better = slug(stem) || 'a-short-name';
	const known = [...endings, ...pictures].includes(ending.toLowerCase());
	const rename = `Rename it to ${better}${known ? ending.toLowerCase() : endings[0]}.`;
	if (unshown.test(ending)) {
		say(1, 'This is no picture that browsers show.', 'Save it as a JPEG picture.');
		return;
	}
	if (!known) say(1, `Files in this folder end in ${endings.join(' or ')}; this one is passed over.`, rename);
	if (stem !== better || (known && ending !== ending.toLowerCase()))
		say(1, 'A file name has only small letters, digits and single hyphens: it becomes an address.', rename);
}

function readText(path: string, say: Say): string | undefined {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)).replaceAll('\r\n', '\n');
		if (text.trim() && !text.includes('\0')) return text;
		say(1, text.trim() ? 'The file is not plain text.' : 'The file is empty.', 'Write it anew, or delete it.');
	} catch (error) {
		say(1, `The file cannot be read: ${(error as Error).message}`, 'Save it again as text in the encoding UTF-8.');
	}
	return undefined;
}

/** Reads every content file below `dir`, and reports what is missing, misplaced or misnamed. */
export function readTree(dir: string, report: (problem: Problem) => void): Entry[] {
	const entries: Entry[] = [];
	const label = (path: string) => relative(dirname(resolve(dir)), path).replaceAll(sep, '/');
	const sayAt = (path: string): Say => {
		return (line, message, hint, more) =>
			report({ file: label(path), line, message, ...(hint ? { hint } : {}), level: 'error', ...more });
	};
	const list = (path: string) =>
		(existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [])
			.filter(({ name }) => !name.startsWith('.'))
			.sort((a, b) => (a.name < b.name ? -1 : 1));

	function read(item: Dirent, endings: string[], folder?: Folder) {
		const path = join(item.parentPath, item.name);
		const say = sayAt(path);
		if (!item.isFile()) {
			say(1, 'This is a folder or a link to a file.', 'Put the files themselves here.');
			return;
		}
		const ending = extname(item.name);
		const id = item.name.slice(0, item.name.length - ending.length);
		checkName(id, ending, endings, say);
		if (!endings.includes(ending.toLowerCase())) return;
		// Names come in order, so that a twin comes right before.
		const last = entries.at(-1);
		if (last?.id === id && last.folder === folder)
			say(1, `${last.file} has the same name.`, 'Rename or delete one of the two.');
		const text = readText(path, say);
		entries.push({ file: label(path), path, id, folder, text, words: [], paragraphs: [], say });
	}

	for (const name of [...folderNames, ...fileNames])
		if (!existsSync(join(dir, name)))
			sayAt(join(dir, name))(
				1,
				`${name} is missing.`,
				'Bring it back; a folder that is empty on purpose holds a file named .gitkeep.',
			);
	for (const item of list(dir)) {
		const { name } = item;
		const folder = folderNames.find((known) => known === name);
		const endings = folder && endingsOf(folder);
		if (endings) for (const inner of list(join(dir, name))) read(inner, endings, folder);
		else if (fileNames.includes(name)) read(item, ['.yaml']);
		else if (name !== 'README.md' && name !== wordList)
			sayAt(join(dir, name))(1, 'The site does not read this.', didYouMean(name, [...folderNames, ...fileNames]));
	}
	return entries;
}
