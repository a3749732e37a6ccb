import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { Document, isScalar, parse, visit } from 'yaml';
import type { Random } from './random.ts';
import type { Folder } from './values.ts';
import { wordList } from './words.ts';

export interface Entry {
	folder: Folder;
	id: string;
	ending: string;
	fields: Record<string, unknown>;
	body: string;
}
export interface Content {
	entries: Entry[];
	clinic: Record<string, unknown>;
	guide: Record<string, unknown>;
	redirects: Record<string, string>;
	/** How many names and words were made up. */
	count: number;
}

const yamlFile = (path: string) => (parse(readFileSync(path, 'utf8')) ?? {}) as Record<string, unknown>;

/** Reads a content folder. Throws when it holds no entries. */
export function readContent(dir: string): Content {
	const entries = globSync('*/*.{md,mdx}', { cwd: dir })
		.sort()
		.map((file): Entry => {
			const [, folder = '', id = '', ending = ''] = /^(.+)[/\\](.+)(\.mdx?)$/.exec(file) ?? [];
			const [, head = '', body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(readFileSync(`${dir}/${file}`, 'utf8')) ?? [];
			return { folder: folder as Folder, id, ending, fields: parse(head) as Record<string, unknown>, body };
		});
	if (entries.length === 0) throw new Error(`${dir} holds no entries.`);
	const [clinic, guide] = [yamlFile(`${dir}/clinic.yaml`), yamlFile(`${dir}/guide.yaml`)];
	return { entries, clinic, guide, redirects: yamlFile(`${dir}/redirects.yaml`) as Record<string, string>, count: 0 };
}

/** YAML as different editors write it: with quotes of either kind, or with none where none are needed. */
function yaml(values: Record<string, unknown>, random: Random): string {
	const document = new Document(values);
	visit(document, {
		Scalar(key, node) {
			if (key === 'key' || typeof node.value !== 'string' || !isScalar(node)) return;
			const isDate = /^\d{4}-\d\d-\d\d$/.test(node.value);
			const isPlain =
				/^[A-Za-z][A-Za-z ]+$/.test(node.value) && !/^(true|false|null|yes|no|on|off|[yn])$/i.test(node.value);
			const quotes = random.pick(['QUOTE_DOUBLE', 'QUOTE_SINGLE', ...(isPlain ? ['PLAIN' as const] : [])] as const);
			node.type = isDate ? 'PLAIN' : quotes;
		},
	});
	return document.toString({ lineWidth: 0 });
}

/** Writes content over a copy of the fixture in `dir`, pictures included. */
export function writeContent(fixture: string, dir: string, content: Content, random: Random): void {
	rmSync(dir, { recursive: true, force: true });
	cpSync(fixture, dir, { recursive: true });
	for (const file of globSync('*/*.{md,mdx}', { cwd: dir })) rmSync(`${dir}/${file}`);
	for (const { folder, id, ending, fields, body } of content.entries)
		writeFileSync(
			`${dir}/${folder}/${id}${ending}`,
			`---\n${yaml(fields, random)}---\n${body && `\n${body.trim()}\n`}`,
		);
	writeFileSync(`${dir}/clinic.yaml`, yaml(content.clinic, random));
	writeFileSync(`${dir}/guide.yaml`, yaml(content.guide, random));
	const list = Object.entries(content.redirects).map(([from, to]) => `${from}: ${to}\n`);
	writeFileSync(`${dir}/redirects.yaml`, list.join('') || '# None.\n');
	writeFileSync(`${dir}/words.txt`, `${readFileSync(`${fixture}/words.txt`, 'utf8')}${wordList.join('\n')}\n`);
	// Folders without entries stay, as git keeps them.
	for (const folder of ['team', 'choices', 'terms']) writeFileSync(`${dir}/${folder}/.gitkeep`, '');
}
