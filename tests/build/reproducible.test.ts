import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { fingerprint, runBuild } from '../support/run-build.ts';
import { own } from '../support/sites.ts';

const other = mkdtempSync(join(tmpdir(), 'guide-'));
afterAll(() => rmSync(other, { recursive: true, force: true }));

test('makes the same site, byte by byte, from another copy of the checkout', async () => {
	cpSync('.', other, {
		recursive: true,
		filter: (file) => !/^(node_modules|dist|\.(reports|astro|preview|inbox))\b/.test(file),
	});
	// Hard links: a copy of its own for the build, without the time and room of one.
	execFileSync('cp', ['-al', 'node_modules', join(other, 'node_modules')]);
	for (const store of ['.astro', '.cache', '.vite'])
		rmSync(join(other, 'node_modules', store), { recursive: true, force: true });
	const here = own('again');
	const env = { SITE_URL: 'https://massage.example' };
	expect(await runBuild(here, './content', env)).toMatchObject({ code: 0 });
	const { PATH, HOME } = process.env;
	execFileSync(process.execPath, ['src/tools/build.ts', 'site'], { cwd: other, env: { PATH, HOME, ...env } });
	const files = await fingerprint(here);
	expect(files.length).toBeGreaterThan(30);
	expect(await fingerprint(join(other, 'site'))).toEqual(files);
}, 120_000);
