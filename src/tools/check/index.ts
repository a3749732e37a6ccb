import { join } from 'node:path';
import type { z } from 'astro/zod';
import { files, folders } from '../../schemas/index.ts';
import { requiredPages } from '../../schemas/page.ts';
import { checkValues, type Ids, kitFor } from './fields.ts';
import { checkRedirects, fixedAnchors } from './links.ts';
import { parseText } from './markdown.ts';
import type { Problem } from './problem.ts';
import { checkProse } from './prose.ts';
import { checkSpelling } from './spelling.ts';
import { adviseTerms } from './terms.ts';
import { type Entry, type Folder, folderNames, readTree } from './tree.ts';
import { adviseLength, linesBefore } from './words.ts';
import { readFields, split } from './yaml.ts';

export type { Problem } from './problem.ts';

/** Fields whose values two files of a folder cannot share. */
const unique = ['order', 'title', 'short', 'category', 'name', 'question', 'term'];

/** Checks one file, and keeps what it holds. `schemas` are those of the folders: one for each file would take as long as the rest. */
async function checkEntry(entry: Entry, ids: Ids, schemas: Record<Folder, z.ZodType>) {
	const { folder, id, say, text } = entry;
	const halves = text && split(text, entry);
	if (!halves) return;
	const { body, yaml } = halves;
	const schema = folder ? schemas[folder] : files[id as keyof typeof files]();
	const fields = readFields(yaml, say);
	entry.fields = fields;
	if (fields)
		await checkValues(schema, fields.data ?? {}, (path, message, hint) =>
			say(fields.lineOf(path), message, hint, { field: path.join('.') }),
		);
	for (const { text: value, line, field } of fields?.texts ?? []) {
		const tree = /^(https?:|\S+@\S+$)/.test(value) ? undefined : parseText(value, entry, false);
		// A file that is one bare word has no field.
		if (tree) await checkProse(tree, entry, ids, line, field || undefined);
	}

	const wantsBody = folder && folders[folder].body === 'required';
	const start = body.search(/\S/);
	if (wantsBody && start < 0)
		say(yaml.split('\n').length, 'There is no text below the dashes.', 'Write it after the second ---.');
	else if (wantsBody) entry.tree = parseText(body, entry, entry.file.endsWith('.mdx'));
	else if (start >= 0) say(1 + linesBefore(body, start), 'Text below the dashes is shown nowhere.', 'Delete it.');
	if (entry.tree) await checkProse(entry.tree, entry, ids);
}

/** Finds everything that is wrong with the content in `dir`, in the order of its files and lines, and may give advice as well. */
export async function checkContent(dir: string, advise = true): Promise<Problem[]> {
	const problems: Problem[] = [];
	const entries = readTree(dir, (problem) => problems.push(problem));
	const each = <T>(make: (folder: Folder) => T) =>
		Object.fromEntries(folderNames.map((folder) => [folder, make(folder)])) as Record<Folder, T>;
	const ids: Ids = each((folder) => entries.filter((entry) => entry.folder === folder).map(({ id }) => id));
	const schemas = each<z.ZodType>((folder) => folders[folder].schema(kitFor(join(dir, folder), ids)));
	const need = (file: string, message: string) =>
		problems.push({ file: `content/${file}`, line: 1, message, level: 'error' });
	for (const folder of ['sections', 'comparison'] as const)
		if (!ids[folder].length) need(folder, 'The guide needs at least one file here.');
	for (const page of requiredPages)
		if (!ids.pages.includes(page)) need(`pages/${page}.md`, 'The site cannot do without this page. Bring it back.');

	const otherAnchors = new Set([...fixedAnchors, ...ids.team]);
	const taken = new Map<string, string>();
	for (const entry of entries) {
		await checkEntry(entry, ids, schemas);
		const { folder, id, file, say, fields } = entry;
		if (!folder && id === 'redirects') checkRedirects(entry, ids);
		if (folder === 'sections' && otherAnchors.has(id))
			say(1, `Another part of the page is called ${id}.`, 'Rename the file.');
		for (const name of folder ? unique : []) {
			const value = fields?.data?.[name];
			if (typeof value !== 'string' && typeof value !== 'number') continue;
			const key = `${folder} ${name} ${String(value).trim().toLowerCase()}`;
			const other = taken.get(key);
			const line = fields?.lineOf([name]) ?? 1;
			if (other) say(line, `\`${name}\` is the same as in ${other}.`, 'Give each its own.', { field: name });
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
