import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, parse, resolve } from 'node:path';
import { files, folders } from '../../schemas/index.ts';
import { didYouMean, type Finding, linesBefore, type Problem } from './problem.ts';

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

/** Names become addresses, and Astro passes over endings that it does not expect. */
function* nameProblems({ name, ext }: { name: string; ext: string }, endings: string[]): Iterable<Finding> {
	const letters = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	const better = letters.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'a-short-name';
	const known = [...endings, ...pictures].includes(ext.toLowerCase());
	const hint = `Rename it to ${better}${known ? ext.toLowerCase() : endings[0]}.`;
	const wrongEnding = `Files in this folder end in ${endings.join(' or ')}; this one is passed over.`;
	if (unshown.test(ext))
		yield { line: 1, message: 'This is no picture that browsers show.', hint: 'Save it as a JPEG picture.' };
	else if (!known) yield { line: 1, message: wrongEnding, hint };
	else if (name !== better || ext !== ext.toLowerCase())
		yield { line: 1, message: 'A file name has only small letters, digits and single hyphens.', hint };
}

function readText(path: string): string | Finding {
	const hint = 'Write it anew, or delete it.';
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)).replace(/\r\n?/g, '\n');
		const merge = text.search(/^(?:<{7}|={7}|>{7})(?: .*)?$/m);
		if (!text.trim()) return { line: 1, message: 'The file is empty.', hint };
		if (text.includes('\0')) return { line: 1, message: 'The file is not plain text.', hint };
		if (merge < 0) return text;
		const line = 1 + linesBefore(text, merge);
		return { line, message: 'Two versions of the text meet here.', hint: 'Keep one, and delete these marks.' };
	} catch (error) {
		const message = `The file cannot be read: ${(error as Error).message}`;
		return { line: 1, message, hint: 'Save it again as text in the encoding UTF-8.' };
	}
}

const list = (path: string) =>
	(existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [])
		.filter(({ name }) => !leftBehind.test(name))
		.sort((a, b) => (a.name < b.name ? -1 : 1));

/** Reads every content file below `dir` once, and names what is missing, misplaced, misnamed or unreadable. */
export function readContent(dir: string): { sources: Source[]; problems: Problem[] } {
	const [sources, problems]: [Source[], Problem[]] = [[], []];
	const top = basename(resolve(dir));
	const add = (file: string, finding: Finding) => problems.push({ level: 'error', file: `${top}/${file}`, ...finding });

	function read(item: Dirent, endings: string[], folder?: Folder): void {
		const file = folder ? `${folder}/${item.name}` : item.name;
		const parts = parse(item.name);
		const message = 'This is a folder or a link to a file.';
		if (!item.isFile()) return void add(file, { line: 1, message, hint: 'Put the files themselves here.' });
		for (const finding of nameProblems(parts, endings)) add(file, finding);
		if (!endings.includes(parts.ext.toLowerCase())) return;
		const path = join(dir, file);
		const text = readText(path);
		if (typeof text !== 'string') add(file, text);
		sources.push({ file: `${top}/${file}`, path, id: parts.name, folder, text: typeof text === 'string' ? text : '' });
	}

	const names = [...folderNames, ...fileNames];
	const hint = 'Bring it back; a folder that is empty on purpose holds a file named .gitkeep.';
	for (const name of names)
		if (!existsSync(join(dir, name))) add(name, { line: 1, message: `${name} is missing.`, hint });
	for (const item of list(dir)) {
		const folder = folderNames.find((name) => name === item.name);
		if (folder) for (const inner of list(join(dir, folder))) read(inner, folders[folder].endings, folder);
		else if (fileNames.includes(item.name)) read(item, ['.yaml']);
		else if (item.name !== 'README.md' && item.name !== wordList)
			add(item.name, { line: 1, message: 'The site does not read this.', hint: didYouMean(item.name, names) });
	}
	return { sources, problems };
}
