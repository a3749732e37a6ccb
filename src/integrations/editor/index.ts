import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { build } from 'vite';
import { parse } from 'yaml';
import { repositoryOf } from '../../data/edit.ts';
import { editorConfig } from './form.ts';

/**
 * Puts the editor of the content below `/edit/` when `file`, the facts about the clinic, names a repository at GitHub.
 * The page is an entry of its own, with a policy of its own: to come after all that reads the built pages.
 */
export const editor = ({ file }: { file: string }): AstroIntegration => ({
	name: 'editor',
	hooks: {
		// A field that has no form stops a build before it begins.
		'astro:config:setup': () => void editorConfig('', ''),
		'astro:build:done': async ({ dir }) => {
			const { repository } = parse(await readFile(file, 'utf8')) as { repository?: string };
			const found = repositoryOf(repository);
			if (!found) return;
			await build({
				root: fileURLToPath(new URL('.', import.meta.url)),
				logLevel: 'error',
				define: { repository: JSON.stringify(found), 'import.meta.env.GITHUB': '"https://api.github.com"' },
				build: { outDir: fileURLToPath(new URL('edit', dir)) },
			});
		},
	},
});
