import { existsSync, lstatSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { AstroIntegration } from 'astro';
import { plainError } from './plain-error.ts';

/** Throws where `folder` cannot be replaced by renaming another one: it is a link, or a file system of its own. */
function assertReplaceable(folder: string): void {
	const parent = lstatSync(dirname(folder), { throwIfNoEntry: false });
	const present = lstatSync(folder, { throwIfNoEntry: false });
	if (!present) return;
	const kind = present.isSymbolicLink() ? 'a link' : present.dev === parent?.dev ? undefined : 'a mount';
	const hint = 'Build into another folder with --outDir.';
	if (kind) throw plainError(`${folder} is ${kind}, so a finished build cannot take its place.`, hint);
}

/**
 * Keeps the last good build until the next one is whole. Astro empties its output folder at the start; with this it
 * builds into a folder beside it, which takes the old one's place at the very end. Must be the last integration.
 */
export function safeOutput(): AstroIntegration {
	let folder = '';
	return {
		name: 'safe-output',
		hooks: {
			'astro:config:setup': async ({ command, config, updateConfig }) => {
				if (command !== 'build') return;
				folder = resolve(fileURLToPath(config.outDir));
				assertReplaceable(folder);
				// A build that was killed between the two renames below has left its predecessor here.
				if (!existsSync(folder) && existsSync(`${folder}.old`)) await rename(`${folder}.old`, folder);
				await rm(`${folder}.next`, { recursive: true, force: true });
				updateConfig({ outDir: pathToFileURL(`${folder}.next/`) });
			},
			'astro:build:done': async () => {
				await rm(`${folder}.old`, { recursive: true, force: true });
				if (existsSync(folder)) await rename(folder, `${folder}.old`);
				await rename(`${folder}.next`, folder);
				await rm(`${folder}.old`, { recursive: true, force: true });
			},
		},
	};
}
