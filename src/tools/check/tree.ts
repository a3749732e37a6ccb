import { type Dirent, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, extname, join, relative, resolve, sep } from 'node:path';
import { files, folders } from '../../schemas/index.ts';
import { didYouMean, type Problem, type Say } from './problem.ts';

export type Folder = keyof typeof folders;

/** A file of the content folder. Line ends are `\n` and a byte order mark is gone, so that lines can be counted. */
export interface Entry {
	file: string;
	path: string;
	id: string;
	/** Absent for `clinic.yaml` and `guide.yaml`. */
	folder?: Folder;
	text: string;
	say: Say;
}

const pictures = ['.jpg', '.jpeg', '.png', '.webp', '.avif'];
const folderNames = Object.keys(folders) as Folder[];
const fileNames = Object.keys(files).map((name) => `${name}.yaml`);

/** Says what is wrong with a file's name: names become addresses, and Astro passes over endings it does not expect. */
function checkName(name: string, endings: string[], say: Say) {
	const ending = extname(name);
	const stem = name.slice(0, name.length - ending.length);
	const expected = endings.join(' or ');
	const slug = stem.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
	const better = slug.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '') || 'a-short-name';
	if (![...endings, ...pictures].includes(ending.toLowerCase()))
		say(1, `Files in this folder end in ${expected}; this one is passed over.`, `Rename it to ${better}${endings[0]}.`);
	else if (ending !== ending.toLowerCase())
		say(1, `The ending ${ending} has upper-case letters.`, `Rename it to ${better}${ending.toLowerCase()}.`);
	if (stem !== better)
		say(
			1,
			'A file name has only small letters, digits and single hyphens: it becomes an address.',
			`Rename it to ${better}${ending.toLowerCase()}.`,
		);
}

/** The text of a file, or undefined with a problem. TextDecoder drops a byte order mark. */
function readText(path: string, say: Say): string | undefined {
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)).replaceAll('\r\n', '\n');
		if (text.includes('\0')) throw new TypeError('zero byte');
		if (text.trim()) return text;
		say(1, 'The file is empty.', 'Fill it in, or delete it.');
	} catch (error) {
		if (error instanceof TypeError)
			say(1, 'The file is not saved as UTF-8 text.', 'Save it again with the encoding UTF-8.');
		else say(1, `The file cannot be read (${(error as NodeJS.ErrnoException).code}).`, 'Check its permissions.');
	}
	return undefined;
}

/** Reads every content file below `dir`, and reports what is missing, misplaced or misnamed. */
export function readTree(dir: string, report: (problem: Problem) => void): Entry[] {
	const label = (path: string) => relative(dirname(resolve(dir)), path).replaceAll(sep, '/');
	const sayer =
		(path: string): Say =>
		(line, message, hint, more) =>
			report({ file: label(path), line, message, ...(hint ? { hint } : {}), level: 'error', ...more });
	const list = (path: string) =>
		(existsSync(path) ? readdirSync(path, { withFileTypes: true }) : [])
			.filter(({ name }) => !name.startsWith('.'))
			.sort((a, b) => (a.name < b.name ? -1 : 1));
	const entries: Entry[] = [];

	const read = (item: Dirent, endings: string[], folder?: Folder) => {
		const path = join(item.parentPath, item.name);
		const say = sayer(path);
		if (item.isSymbolicLink()) return say(1, 'This is a link to another file.', 'Put the file itself here.');
		if (!item.isFile()) return say(1, 'Folders cannot stand inside this folder.', 'Move its files up.');
		if (folder) checkName(item.name, endings, say);
		const ending = extname(item.name);
		if (!endings.includes(ending.toLowerCase())) return;
		const id = item.name.slice(0, -ending.length);
		const twin = entries.find((other) => other.id === id && other.folder === folder);
		if (twin) say(1, `${twin.file} has the same name.`, 'Rename or delete one of the two.');
		const text = readText(path, say);
		if (text !== undefined) entries.push({ file: label(path), path, id, ...(folder && { folder }), text, say });
	};

	for (const name of [...folderNames, ...fileNames])
		if (!existsSync(join(dir, name)))
			sayer(join(dir, name))(1, `${label(join(dir, name))} is missing.`, 'Bring it back.');
	for (const item of list(dir)) {
		if (fileNames.includes(item.name)) read(item, ['.yaml']);
		else if (item.name !== 'README.md' && !(folderNames as string[]).includes(item.name))
			sayer(join(dir, item.name))(
				1,
				'The site does not read this.',
				didYouMean(item.name, [...folderNames, ...fileNames]),
			);
	}
	for (const folder of folderNames) {
		const endings = (folders[folder].pattern.match(/\w+/g) ?? []).map((ending) => `.${ending}`);
		for (const item of list(join(dir, folder))) read(item, endings, folder);
	}
	return entries;
}
