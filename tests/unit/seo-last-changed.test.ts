import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { changeDays, lastChanged } from '../../src/seo/last-changed.ts';

const room = mkdtempSync(join(tmpdir(), 'history-'));
const whole = join(room, 'whole');
const git = (cwd: string, ...args: string[]) =>
	execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@t.example', ...args], { cwd, stdio: 'pipe' });

function commit(day: string, files: Record<string, string>) {
	for (const [file, text] of Object.entries(files)) {
		mkdirSync(dirname(join(whole, file)), { recursive: true });
		writeFileSync(join(whole, file), text);
	}
	git(whole, 'add', '.');
	vi.stubEnv('GIT_COMMITTER_DATE', `${day}T12:00:00Z`);
	git(whole, 'commit', '-m', day);
}

const page = (sources: string[]) => ({
	id: 'x',
	path: '/x/',
	title: 'X',
	description: '',
	hidden: false,
	sources,
	updated: new Date('2020-02-02'),
});

beforeAll(() => {
	mkdirSync(whole);
	git(whole, 'init', '-q');
	commit('2026-01-05', { 'content/pages/a.md': '1', 'content/pages/b.md': '1', 'content/team/jo.md': '1' });
	commit('2026-02-05', { 'content/pages/b.md': '2', 'src/code.ts': '1' });
	commit('2026-03-05', { 'src/code.ts': '2' });
	git(room, 'clone', '-q', '--depth', '2', `file://${whole}`, 'shallow');
});
afterAll(() => {
	vi.unstubAllEnvs();
	rmSync(room, { recursive: true });
});

describe('the day a page last changed', () => {
	test('is that of the newest commit that touched its own files', () => {
		const days = changeDays(join(whole, 'content'));
		expect(Object.fromEntries(days)).toEqual({
			'pages/a': '2026-01-05',
			'pages/b': '2026-02-05',
			'team/jo': '2026-01-05',
		});
		expect(lastChanged(page(['pages/a']), days)).toBe('2026-01-05');
		expect(lastChanged(page(['pages/a', 'team']), days)).toBe('2026-01-05');
		expect(lastChanged(page(['pages']), days)).toBe('2026-02-05');
	});

	test('is what its editors say where the history is cut off before it', () => {
		const days = changeDays(join(room, 'shallow', 'content'));
		expect(git(join(room, 'shallow'), 'rev-list', '--count', 'HEAD').toString().trim()).toBe('2');
		expect([...days.keys()]).toEqual([]);
		expect(lastChanged(page(['pages/b']), days)).toBe('2020-02-02');
	});

	test('is what its editors say outside of a repository, and without git', () => {
		const alone = mkdtempSync(join(tmpdir(), 'alone-'));
		expect(changeDays(alone).size).toBe(0);
		rmSync(alone, { recursive: true });
		vi.stubEnv('PATH', '/nowhere');
		expect(changeDays(join(whole, 'content')).size).toBe(0);
	});
});
