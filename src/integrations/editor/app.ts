/** The editor, as its page runs it in the browser. */
import CMS from '@sveltia/cms';
import { z } from 'astro/zod';
import { files, folders } from '../../schemas/index.ts';
import { editorConfig } from './config.ts';
import { formContext } from './fields.ts';
import { readEntry, writeEntry } from './format.ts';
import { announce, guardFiles, newest } from './guard.ts';
import { offerParts } from './insert.ts';
import type { Values } from './yaml.ts';

/** The repository and its branch, which the build fills in. */
declare const repository: { repo: string; branch: string };

// What zod does for speed otherwise, the policy of the page forbids.
z.config({ jitless: true });
guardFiles();
offerParts();

function register(name: string, ending: string, schema: z.ZodType): void {
	async function toFile(values: Values): Promise<string> {
		const source = typeof values['source'] === 'string' ? newest(values['source']) : undefined;
		const text = await writeEntry(source ? { ...values, source } : values, schema);
		announce(source ?? '', text);
		return text;
	}
	CMS.registerCustomFormat(name, ending, { fromFile: readEntry, toFile });
}
for (const [name, { endings, schema }] of Object.entries(folders))
	register(name, endings[0].slice(1), schema(formContext));
for (const [name, schema] of Object.entries(files)) register(name, 'yaml', schema());
await CMS.init({ config: editorConfig(repository.repo, repository.branch) });
