import { execFileSync } from 'node:child_process';
import type { SitePage } from '../data/pages.ts';

/**
 * Days on which the files of `folder` last changed, by path without the ending: from one `git log`. Empty without git, or
 * outside of a repository. Where the history is cut off (a shallow clone), the oldest commit seems to hold everything; what
 * only that one says is left out.
 */
export function changeDays(folder: string): Map<string, string> {
	const days = new Map<string, string>();
	let log = '';
	try {
		const args = ['log', '--format=%x00%cs %D', '--decorate-refs=none', '--name-only', '--relative', '--', '.'];
		log = execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
	} catch {
		return days;
	}
	for (const commit of log.split('\0').slice(1)) {
		const [head = '', ...files] = commit.split('\n').filter(Boolean);
		if (head.endsWith('grafted')) continue;
		for (const file of files.map((path) => path.replace(/\.\w+$/, '')))
			if (!days.has(file)) days.set(file, head.slice(0, 10));
	}
	return days;
}

/** The day a page last changed, as year-month-day: by its newest commit, or by its editors where git does not know. */
export function lastChanged({ sources, updated }: SitePage, days: Map<string, string>): string {
	const isOwn = (file: string) => sources.some((source) => file === source || file.startsWith(`${source}/`));
	const own = [...days].flatMap(([file, day]) => (isOwn(file) ? day : []));
	return own.sort().at(-1) ?? updated.toISOString().slice(0, 10);
}
