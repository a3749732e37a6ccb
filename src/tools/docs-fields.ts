import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { files, folders } from '../schemas/index.ts';
import { folderNames } from './check/tree.ts';
import { newEntry, type Shape, shapeOf } from './entries.ts';

const handbook = 'content/README.md';
const fileNames = Object.keys(files) as (keyof typeof files)[];

/** One line of a table for each field, and for each field inside it. */
function rows(shape: Shape, before = ''): string[] {
	const { properties = {}, required = [] } = shape.anyOf?.[0] ?? shape.items ?? shape;
	return Object.entries(properties).flatMap(([name, field]) => {
		const limit = field.maxLength && field.maxLength < 1000 ? ` Up to ${field.maxLength} characters.` : '';
		const values = field.enum ? ` One of: ${field.enum.join(', ')}.` : '';
		const inner = field.anyOf?.[0] ?? field;
		return [
			`| \`${before}${name}\` | ${required.includes(name) ? 'yes' : ''} | ${field.description ?? ''}${values}${limit} |`,
			...rows(inner, `${before}${name}.`),
		];
	});
}

/** Every file that is made from the schemas, by its path: the handbook's tables, and what an editor's program helps with. */
export async function madeFromSchemas(): Promise<Record<string, string>> {
	const head = '| Field | Needed | What to write |\n| --- | --- | --- |';
	const readme = (await readFile(handbook, 'utf8')).replace(
		/(<!-- fields: (\w+) -->\n)[^]*?(<!-- end -->)/g,
		(_, start: string, name: keyof typeof folders, end: string) =>
			[start, head, ...rows(shapeOf(name)), '', end].join('\n'),
	);
	const snippets = folderNames.map((folder) => {
		let stop = 2;
		const body = newEntry(folder, '"${1:Name}"', '${2:1}', () => `\${${++stop}:TODO}`).split('\n');
		return [`A new entry of ${folder}`, { prefix: `new ${folder}`, scope: 'markdown,mdx', body }];
	});
	const made = {
		[handbook]: readme,
		'.vscode/entries.code-snippets': JSON.stringify(Object.fromEntries(snippets)),
		...Object.fromEntries(fileNames.map((name) => [`.vscode/schemas/${name}.json`, JSON.stringify(shapeOf(name))])),
	};
	const tidy: Record<string, string> = {};
	for (const [file, text] of Object.entries(made))
		tidy[file] = await format(text, { ...(await resolveConfig(file)), filepath: file });
	return tidy;
}

if (import.meta.main) for (const [file, text] of Object.entries(await madeFromSchemas())) await writeFile(file, text);
