import { parse } from './parse.ts';
import type { Problem, Report } from './problem.ts';
import { readContent } from './read.ts';
import { draftRules, rules } from './rules/index.ts';
import { indexSite } from './site.ts';

/**
 * Checks the content in `dir` like a linter: every file is read once, parsed once, and shown to each rule.
 * Returns errors and advice in the order of files and lines.
 */
export async function checkContent(dir: string): Promise<Problem[]> {
	const problems: Problem[] = [];
	const reportIn =
		(own = ''): Report =>
		({ file = own, level = 'error', line, field }, message, hint) =>
			void problems.push({ file, level, line, field, message, hint });
	const entries = readContent(dir, reportIn()).map((source) => parse(source, reportIn(source.file)));
	const site = indexSite(dir, entries);
	for (const entry of entries)
		for (const rule of entry.draft ? draftRules : rules) await rule(entry, site, reportIn(entry.file));
	return problems.sort((a, b) => (a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1));
}
