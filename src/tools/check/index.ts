import { files, folders } from '../../schemas/index.ts';
import { requiredPages } from '../../schemas/page.ts';
import { checkValues, type Ids, kitFor } from './fields.ts';
import { fixedAnchors } from './links.ts';
import { parseBody, parseField } from './markdown.ts';
import type { Problem } from './problem.ts';
import { checkProse } from './prose.ts';
import { type Entry, type Folder, readTree } from './tree.ts';
import { type Fields, readFields, split } from './yaml.ts';

export type { Problem } from './problem.ts';

/** Folders that the guide cannot do without; the others may be empty. */
const needed: Folder[] = ['sections', 'comparison'];

/** Fields whose values two files of a folder cannot share. */
const unique: Partial<Record<Folder, string[]>> = {
	sections: ['order', 'title', 'short'],
	comparison: ['order', 'category'],
	team: ['order', 'name'],
	choices: ['order', 'question'],
	terms: ['term'],
	pages: ['title'],
};

/** Checks one file, and returns what its fields hold. */
async function checkEntry(entry: Entry, ids: Ids): Promise<Fields | undefined> {
	const { folder, id, say } = entry;
	const halves = split(entry);
	if (!halves) return undefined;
	const schema = folder ? folders[folder].schema(kitFor(entry, ids)) : files[id as keyof typeof files]();
	const wanted = folder ? folders[folder].body : 'none';
	const fields = readFields(halves.yaml, entry);
	if (fields) {
		await checkValues(schema, fields.data ?? {}, (path, message, hint) =>
			say(fields.lineOf(path), message, hint, { field: path.join('.') }),
		);
		for (const { text, line, field } of fields.texts)
			if (!/^https?:|^\S+@\S+$/.test(text)) await checkProse(parseField(text), entry, ids, line, field);
	}
	const { body, bodyLine } = halves;
	const hasBody = body.trim() !== '';
	if (wanted === 'none' && hasBody)
		say(body.slice(0, body.search(/\S/)).split('\n').length, 'Text below the dashes is shown nowhere.', 'Delete it.');
	else if (wanted === 'required' && !hasBody)
		say(bodyLine, 'There is no text below the dashes.', 'Write it after the second ---.');
	else if (hasBody) {
		const tree = parseBody(body, entry);
		if (tree) await checkProse(tree, entry, ids);
	}
	return fields;
}

/** Finds everything that is wrong with the content in `dir`, in the order of its files and lines. */
export async function checkContent(dir: string): Promise<Problem[]> {
	const problems: Problem[] = [];
	const entries = readTree(dir, (problem) => problems.push(problem));
	const idsOf = (folder: Folder) => entries.filter((entry) => entry.folder === folder).map(({ id }) => id);
	const ids = Object.fromEntries(Object.keys(folders).map((folder) => [folder, idsOf(folder as Folder)])) as Ids;
	const missing = (path: string, message: string, hint: string) =>
		problems.push({ file: `content/${path}`, line: 1, message, hint, level: 'error' });

	for (const folder of needed)
		if (!ids[folder].length) missing(folder, 'The folder holds no entry.', 'At least one is needed.');
	for (const page of requiredPages)
		if (!ids.pages.includes(page))
			missing(`pages/${page}.md`, 'The site cannot do without this page.', 'Bring the file back.');

	const taken = new Map<string, string>();
	for (const entry of entries) {
		const { folder, id, file, say } = entry;
		const fields = await checkEntry(entry, ids);
		if (folder === 'sections' && [...fixedAnchors, ...ids.team].includes(id))
			say(1, `The name ${id} is taken on the page.`, 'Rename the file.');
		for (const name of (folder && unique[folder]) ?? []) {
			const value = (fields?.data as Record<string, unknown> | null)?.[name];
			if (typeof value !== 'string' && typeof value !== 'number') continue;
			const key = `${folder} ${name} ${String(value).trim().toLowerCase()}`;
			const other = taken.get(key);
			if (other)
				say(fields?.lineOf([name]) ?? 1, `\`${name}\` is the same as in ${other}.`, 'Give each its own.', {
					field: name,
				});
			else taken.set(key, file);
		}
	}
	return problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
