import { indexSite } from './site.ts';
import { parse } from './parse.ts';
import type { Problem } from './problem.ts';
import { readContent } from './read.ts';
import { rules } from './rules/index.ts';

/**
 * Checks the content in `dir` like a linter: every file is read once, parsed once, and shown to each rule.
 * Returns the problems in the order of files and lines; none of them throws.
 */
export async function checkContent(dir: string): Promise<Problem[]> {
	const { sources, problems } = readContent(dir);
	const entries = sources.map(parse);
	const site = indexSite(dir, entries);
	for (const entry of entries)
		for (const rule of rules)
			for await (const finding of rule(entry, site)) problems.push({ file: entry.file, level: 'error', ...finding });
	return problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
