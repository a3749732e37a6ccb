import { parse } from './parse.ts';
import type { Problem } from './problem.ts';
import { readContent } from './read.ts';
import { draftRules, rules } from './rules/index.ts';
import { indexSite } from './site.ts';

/**
 * Checks the content in `dir` like a linter: every file is read once, parsed once, and shown to each rule.
 * Returns errors and advice in the order of files and lines. `today` decides which days are past.
 */
export async function checkContent(dir: string, { today = new Date() } = {}): Promise<Problem[]> {
	const { sources, problems } = readContent(dir);
	const entries = sources.map(parse);
	const site = indexSite(dir, entries, new Date(today.toISOString().slice(0, 10)));
	for (const entry of entries)
		for (const rule of entry.draft ? draftRules : rules)
			for await (const finding of rule(entry, site))
				problems.push({ level: 'error', ...finding, file: finding.file ?? entry.file });
	return problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
