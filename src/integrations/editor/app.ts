/** The editor, as its page runs it in the browser. */
import CMS from '@sveltia/cms';
import { z } from 'astro/zod';
import { files, folders } from '../../schemas/index.ts';
import { shapeContext } from '../../schemas/shape.ts';
import { readFile, type Values, writeFile } from './file.ts';
import { editorConfig } from './form.ts';
import { guard, sources } from './guard.ts';
import { offerParts } from './insert.ts';

/** The repository and its branch, which the build fills in. */
declare const repository: { repo: string; branch: string };

// What zod does for speed otherwise, the policy of the page forbids.
z.config({ jitless: true });
guard();
offerParts();

function register(name: string, ending: string, schema: z.ZodType): void {
	async function toFile(values: Values): Promise<string> {
		const text = await writeFile(values, schema);
		sources.set(text.trim(), values.source ?? '');
		return text;
	}
	CMS.registerCustomFormat(name, ending, { fromFile: readFile, toFile });
}
for (const [name, { endings, schema }] of Object.entries(folders))
	register(name, endings[0].slice(1), schema(shapeContext));
for (const [name, schema] of Object.entries(files)) register(name, 'yaml', schema());
await CMS.init({ config: editorConfig(repository.repo, repository.branch) });
