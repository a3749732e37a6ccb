import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, parse, relative, resolve, sep } from 'node:path';
import { files, folders } from '../../schemas/index.ts';
import type { Node } from './markdown.ts';
import { didYouMean, type Problem, type Say } from './problem.ts';
import { linesBefore } from './words.ts';
import type { Fields } from './yaml.ts';

export type Folder = keyof typeof folders;
export const folderNames = Object.keys(folders) as Folder[];
const fileNames = Object.keys(files).map((name) => `${name}.yaml`);
/** Words that the dictionary does not have, for the spelling. */
export const wordList = 'words.txt';
const pictures = ['.jpg', '.jpeg', '.png', '.webp', '.avif'];
const unshown = /^\.(heic|heif|tiff?|gif|bmp|psd|svg|raw|dng)$/i;

/** A file of the content folder. What is read while it is checked is added then. */
export interface Entry {
	file: string;
	path: string;
	id: string;
	/** Absent for single files such as `clinic.yaml`. */
	folder: Folder | undefined;
	/** Line ends are `\n` and a byte order mark is gone. Absent when the file cannot be used. */
	text: string | undefined;
	/** The words that readers see, each block with its place. */
	words: { text: string; line: number; field?: string | undefined }[];
	/** Those of them that are paragraphs of the text. */
	paragraphs: { text: string; line: number }[];
	fields?: Fields | undefined;
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
function checkName(stem: string, ending: string, endings: string[], say: Say): void {
	const better = slug(stem) || 'a-short-name';
	const known = [...endings, ...pictures].includes(ending.toLowerCase());
	const rename = `Rename it to ${better}${known ? ending.toLowerCase() : endings[0]}.`;
	if (unshown.test(ending)) return say(1, 'This is no picture that browsers show.', 'Save it as a JPEG picture.');
	if (!known) say(1, `Files in this folder end in ${endings.join(' or ')}; this one is passed over.`, rename);
	if (stem !== better || (known && ending !== ending.toLowerCase()))
		say(1, 'A file name has only small letters, digits and single hyphens: it becomes an address.', rename);
}

function readText(path: string, say: Say): string | undefined {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)).replaceAll('\r\n', '\n');
		const merge = text.search(/^(?:<{7}|={7}|>{7})(?: .*)?$/m);
		if (!text.trim()) say(1, 'The file is empty.', 'Write it anew, or delete it.');
		else if (text.includes('\0')) say(1, 'The file is not plain text.', 'Write it anew, or delete it.');
		else if (merge < 0) return text;
		else say(1 + linesBefore(text, merge), 'Two versions of the text meet here.', 'Keep one, and delete these marks.');
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
		return (line, message, hint, more) => report({ file: label(path), line, message, hint, level: 'error', ...more });
	};
	const list = (path: string) =>
		(existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [])
			.filter(({ name }) => !name.startsWith('.'))
			.sort((a, b) => (a.name < b.name ? -1 : 1));

	function read(item: Dirent, endings: string[], folder?: Folder): void {
		const path = join(item.parentPath, item.name);
		const say = sayAt(path);
		if (!item.isFile()) return say(1, 'This is a folder or a link to a file.', 'Put the files themselves here.');
		const { name: id, ext: ending } = parse(item.name);
		checkName(id, ending, endings, say);
		if (!endings.includes(ending.toLowerCase())) return;
		// Names come in order, so that a twin comes right before.
		const last = entries.at(-1);
		if (last?.id === id && last.folder === folder)
			say(1, `${last.file} has the same name.`, 'Rename or delete one of the two.');
		const text = readText(path, say);
		entries.push({ file: label(path), path, id, folder, text, words: [], paragraphs: [], say });
	}

	const back = 'Bring it back; a folder that is empty on purpose holds a file named .gitkeep.';
	const names = [...folderNames, ...fileNames];
	for (const name of names) if (!existsSync(join(dir, name))) sayAt(join(dir, name))(1, `${name} is missing.`, back);
	for (const item of list(dir)) {
		const { name } = item;
		const folder = folderNames.find((known) => known === name);
		if (folder) for (const inner of list(join(dir, folder))) read(inner, endingsOf(folder), folder);
		else if (fileNames.includes(name)) read(item, ['.yaml']);
		else if (name !== 'README.md' && name !== wordList)
			sayAt(join(dir, name))(1, 'The site does not read this.', didYouMean(name, names));
	}
	return entries;
}
