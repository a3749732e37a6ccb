import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, parse, resolve } from 'node:path';
import { files, folders } from '../../schemas/index.ts';
import { didYouMean, linesBefore, type Report, type Words } from './problem.ts';

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

/** The text of a file; empty when it cannot be used, which is reported. */
function readText(path: string, report: (line: number, ...words: Words) => void): string {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)).replace(/\r\n?/g, '\n');
		const merge = text.search(/^(?:<{7}|={7}|>{7})(?: .*)?$/m);
		if (!text.trim()) report(1, 'The file is empty.', 'Write it anew, or delete it.');
		else if (text.includes('\0')) report(1, 'The file is not plain text.', 'Write it anew, or delete it.');
		else if (merge < 0) return text;
		else
			report(1 + linesBefore(text, merge), 'Two versions of the text meet here.', 'Keep one, and delete these marks.');
	} catch (error) {
		report(1, `The file cannot be read: ${(error as Error).message}`, 'Save it again as text in the encoding UTF-8.');
	}
	return '';
}

const list = (path: string) =>
	(existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [])
		.filter(({ name }) => !leftBehind.test(name))
		.sort((a, b) => (a.name < b.name ? -1 : 1));

/** Reads every content file below `dir` once, and reports what is missing, misplaced, misnamed or unreadable. */
export function readContent(dir: string, report: Report): Source[] {
	const sources: Source[] = [];
	const label = (name: string) => `${basename(resolve(dir))}/${name}`;
	const add = (name: string, ...words: Words) => report({ file: label(name), line: 1 }, ...words);

	function read(name: string, isFile: boolean, endings: readonly string[], folder?: Folder): void {
		const { name: id, ext } = parse(name);
		if (!isFile) return add(name, 'This is a folder or a link to a file.', 'Put the files themselves here.');
		const wrong = checkName(id, ext, endings);
		if (wrong) add(name, ...wrong);
		if (!endings.includes(ext.toLowerCase())) return;
		const [file, path] = [label(name), join(dir, name)];
		const text = readText(path, (line, ...words) => report({ file, line }, ...words));
		sources.push({ file, path, id, folder, text });
	}

	const names = [...folderNames, ...fileNames];
	for (const name of names.filter((name) => !existsSync(join(dir, name))))
		add(name, `${name} is missing.`, 'Bring it back; a folder that is empty on purpose holds a file named .gitkeep.');
	for (const item of list(dir)) {
		const folder = folderNames.find((name) => name === item.name);
		if (folder)
			for (const inner of list(join(dir, folder)))
				read(`${folder}/${inner.name}`, inner.isFile(), folders[folder].endings, folder);
		else if (fileNames.includes(item.name)) read(item.name, item.isFile(), ['.yaml']);
		else if (item.name !== 'README.md' && item.name !== wordList)
			add(item.name, 'The site does not read this.', didYouMean(item.name, names));
	}
	return sources;
}
