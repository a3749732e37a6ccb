import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { AstroIntegration } from 'astro';
import { parse } from 'yaml';
import { redirects as schema } from '../schemas/redirects.ts';

/**
 * Hands the addresses that changed, from a YAML file that the schema describes, to Astro, which makes a page of each.
 * Astro puts the base path before the old address; the new one needs it as well.
 */
export const redirects = ({ file }: { file: string }): AstroIntegration => ({
	name: 'redirects',
	hooks: {
		'astro:config:setup': async ({ config, updateConfig, addWatchFile }) => {
			const list = schema().safeParse(parse(await readFile(file, 'utf8').catch(() => '')) ?? {}).data ?? {};
			const target = (path: string) => (path.startsWith('/') ? config.base + path.slice(1) : path);
			updateConfig({ redirects: Object.fromEntries(Object.entries(list).map(([from, to]) => [from, target(to)])) });
			addWatchFile(resolve(file));
		},
	},
});
