import { join } from 'node:path';
import type { z } from 'astro/zod';
import { files, folders } from '../../schemas/index.ts';
import { requiredPages } from '../../schemas/page.ts';
import { checkValues, type Ids, kitFor } from './fields.ts';
import { fixedAnchors } from './links.ts';
import { parseText } from './markdown.ts';
import type { Problem } from './problem.ts';
import { checkProse } from './prose.ts';
import { checkRedirects } from './redirects.ts';
import { checkSpelling } from './spelling.ts';
import { adviseTerms } from './terms.ts';
import { type Entry, type Folder, folderNames, readTree } from './tree.ts';
import { adviseLength, linesBefore } from './words.ts';
import { type Fields, readFields, split } from './yaml.ts';

export type { Problem } from './problem.ts';

/** Fields whose values two files of a folder cannot share. */
const unique = ['order', 'title', 'short', 'category', 'name', 'question', 'term'];

/** Checks one file, and returns what its fields hold. `schemas` are those of the folders: making one for each file takes as long as the rest. */
async function checkEntry(entry: Entry, ids: Ids, schemas: Record<Folder, z.ZodType>): Promise<Fields | undefined> {
	const { folder, id, say, text } = entry;
	const merge = text?.search(/^(?:<{7}|={7}|>{7})(?: .*)?$/m) ?? -1;
	if (text && merge >= 0)
		say(1 + linesBefore(text, merge), 'Two versions of the text meet here.', 'Keep one, and delete these marks.');
	const halves = merge < 0 && text && split(text, entry);
	if (!halves) return undefined;
	const { body, bodyLine, yaml } = halves;
	const schema = folder ? schemas[folder] : files[id as keyof typeof files]();
	const wantsBody = folder && folders[folder].body === 'required';

	const fields = readFields(yaml, entry);
	if (fields)
		await checkValues(schema, fields.data ?? {}, (path, message, hint) =>
			say(fields.lineOf(path), message, hint, { field: path.join('.') }),
		);
	for (const { text: value, line, field } of fields?.texts ?? []) {
		const tree = /^(https?:|\S+@\S+$)/.test(value) ? undefined : parseText(value, entry, false);
		if (tree) await checkProse(tree, entry, ids, line, field);
	}

	const start = body.search(/\S/);
	if (wantsBody && start < 0) say(bodyLine, 'There is no text below the dashes.', 'Write it after the second ---.');
	const tree = wantsBody && start >= 0 ? parseText(body, entry, entry.file.endsWith('.mdx')) : undefined;
	entry.tree = tree;
	if (tree) await checkProse(tree, entry, ids);
	if (!wantsBody && start >= 0)
		say(body.slice(0, start).split('\n').length, 'Text below the dashes is shown nowhere.', 'Delete it.');
	return fields;
}

/** Finds everything that is wrong with the content in `dir`, in the order of its files and lines, and may give advice as well. */
export async function checkContent(dir: string, advise = true): Promise<Problem[]> {
	const problems: Problem[] = [];
	const entries = readTree(dir, (problem) => problems.push(problem));
	const idsOf = (folder: Folder) => entries.filter((entry) => entry.folder === folder).map(({ id }) => id);
	const ids = Object.fromEntries(folderNames.map((folder) => [folder, idsOf(folder)])) as Ids;
	const schemas = Object.fromEntries<z.ZodType>(
		folderNames.map((folder) => [folder, folders[folder].schema(kitFor(join(dir, folder), ids))]),
	) as Record<Folder, z.ZodType>;
	const need = (file: string, message: string) =>
		problems.push({ file: `content/${file}`, line: 1, message, level: 'error' });
	for (const folder of ['sections', 'comparison'] as const)
		if (!ids[folder].length) need(folder, 'The guide needs at least one file here.');
	for (const page of requiredPages)
		if (!ids.pages.includes(page)) need(`pages/${page}.md`, 'The site cannot do without this page. Bring it back.');

	const otherAnchors = new Set([...fixedAnchors, ...ids.team]);
	const taken = new Map<string, string>();
	for (const entry of entries) {
		const { folder, id, file, say } = entry;
		const fields = await checkEntry(entry, ids, schemas);
		entry.data = fields?.data as Entry['data'];
		if (!folder && id === 'redirects' && fields) checkRedirects(entry, fields, ids);
		if (folder === 'sections' && otherAnchors.has(id))
			say(1, `Another part of the page is called ${id}.`, 'Rename the file.');
		for (const name of folder ? unique : []) {
			const value = entry.data?.[name];
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
	checkSpelling(entries, dir);
	if (advise) {
		adviseTerms(entries);
		entries.forEach(adviseLength);
	}
	return problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
