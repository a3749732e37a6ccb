import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, parse, resolve } from 'node:path';
import { files, folders } from '../../schemas/index.ts';
import { at, didYouMean, linesBefore, type Problem, type Words } from './problem.ts';

export type Folder = keyof typeof folders;
export const folderNames = Object.keys(folders) as Folder[];
const fileNames = Object.keys(files).map((name) => `${name}.yaml`);
/** Words that the dictionary does not have. */
export const wordList = 'words.txt';

/** A file of the content folder, read once. */
export interface Source {
	/** Its name as problems show it, such as `content/team/jane.md`. */
	file: string;
	path: string;
	/** Its name without the ending. */
	id: string;
	/** Absent for single files such as `clinic.yaml`. */
	folder: Folder | undefined;
	/** Line ends are `\n` and a byte order mark is gone. Empty when the file cannot be used. */
	text: string;
}

const pictures = ['.jpg', '.jpeg', '.png', '.webp', '.avif'];
const unshown = /^\.(heic|heif|tiff?|gif|bmp|psd|svg|raw|dng)$/i;
/** What systems and editing programs leave behind; nothing of it is published. */
const leftBehind = /^\.|~$|^~\$|^#.*#$|\.(swp|swo|bak|tmp|orig|rej)$|^(Thumbs\.db|desktop\.ini|Icon\r)$/i;

/** What is wrong with a name: it becomes an address, and Astro passes over endings that it does not expect. */
function checkName(name: string, ending: string, endings: readonly string[]): Words | undefined {
	const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	const better = letters.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'a-short-name';
	const known = [...endings, ...pictures].includes(ending.toLowerCase());
	const hint = `Rename it to ${better}${known ? ending.toLowerCase() : endings[0]}.`;
	if (unshown.test(ending)) return ['This is no picture that browsers show.', 'Save it as a JPEG picture.'];
	if (!known) return [`Files in this folder end in ${endings.join(' or ')}; this one is passed over.`, hint];
	const right = name === better && ending === ending.toLowerCase();
	return right ? undefined : ['A file name has only small letters, digits and single hyphens.', hint];
}

/** The text of a file, and what is wrong with it, if anything, on which line. */
function readText(path: string): { text: string; line?: number; wrong?: Words } {
	const again = 'Write it anew, or delete it.';
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)).replace(/\r\n?/g, '\n');
		const merge = text.search(/^(?:<{7}|={7}|>{7})(?: .*)?$/m);
		if (!text.trim()) return { text: '', wrong: ['The file is empty.', again] };
		if (text.includes('\0')) return { text: '', wrong: ['The file is not plain text.', again] };
		if (merge < 0) return { text };
		const wrong: Words = ['Two versions of the text meet here.', 'Keep one, and delete these marks.'];
		return { text: '', line: 1 + linesBefore(text, merge), wrong };
	} catch (error) {
		const message = `The file cannot be read: ${(error as Error).message}`;
		return { text: '', wrong: [message, 'Save it again as text in the encoding UTF-8.'] };
	}
}

const list = (path: string) =>
	(existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [])
		.filter(({ name }) => !leftBehind.test(name))
		.sort((a, b) => (a.name < b.name ? -1 : 1));

/** Reads every content file below `dir` once, and names what is missing, misplaced, misnamed or unreadable. */
export function readContent(dir: string): { sources: Source[]; problems: Problem[] } {
	const [sources, problems]: [Source[], Problem[]] = [[], []];
	const label = (name: string) => `${basename(resolve(dir))}/${name}`;
	const add = (name: string, words: Words | undefined, line = 1) =>
		words && problems.push({ ...at({ line }, words), level: 'error', file: label(name) });

	function read(name: string, isFile: boolean, endings: readonly string[], folder?: Folder): void {
		const { name: id, ext } = parse(name);
		if (!isFile) return void add(name, ['This is a folder or a link to a file.', 'Put the files themselves here.']);
		add(name, checkName(id, ext, endings));
		if (!endings.includes(ext.toLowerCase())) return;
		const path = join(dir, name);
		const { text, line, wrong } = readText(path);
		add(name, wrong, line);
		sources.push({ file: label(name), path, id, folder, text });
	}

	const names = [...folderNames, ...fileNames];
	const back = 'Bring it back; a folder that is empty on purpose holds a file named .gitkeep.';
	for (const name of names) if (!existsSync(join(dir, name))) add(name, [`${name} is missing.`, back]);
	for (const item of list(dir)) {
		const folder = folderNames.find((name) => name === item.name);
		if (folder)
			for (const inner of list(join(dir, folder)))
				read(`${folder}/${inner.name}`, inner.isFile(), folders[folder].endings, folder);
		else if (fileNames.includes(item.name)) read(item.name, item.isFile(), ['.yaml']);
		else if (item.name !== 'README.md' && item.name !== wordList)
			add(item.name, ['The site does not read this.', didYouMean(item.name, names)]);
	}
	return { sources, problems };
}
