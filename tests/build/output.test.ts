import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { build, fingerprint, runBuild } from '../support/build.ts';
import { fixture, sites } from '../support/sites.ts';

const room = mkdtempSync(join(tmpdir(), 'output-'));
afterAll(() => rmSync(room, { recursive: true, force: true }));

test('makes the same site, byte by byte, from another copy of the checkout', async () => {
	const other = join(room, 'a copy');
	cpSync('.', other, {
		recursive: true,
		filter: (file) => !/^(node_modules|dist|\.(git|reports|astro|preview|inbox))\b/.test(file),
	});
	// Hard links: a copy of its own for the build, without the time and room of one.
	execFileSync('cp', ['-al', 'node_modules', join(other, 'node_modules')]);
	for (const store of ['.astro', '.cache', '.vite'])
		rmSync(join(other, 'node_modules', store), { recursive: true, force: true });
	await build({ ...sites.published, outDir: 'site', cwd: other });
	const files = await fingerprint(sites.published.outDir);
	expect(files.length).toBeGreaterThan(30);
	expect(await fingerprint(join(other, 'site'))).toEqual(files);
});

test('keeps the last good site whole when a build fails, and says where the content is wrong', async () => {
	const [content, outDir] = [join(room, 'content'), join(room, 'site')];
	cpSync(sites.bare.outDir, outDir, { recursive: true });
	cpSync(fixture, content, { recursive: true });
	appendFileSync(join(content, 'sections/ask-us.mdx'), '\nPay {half} first.\n');
	const before = await fingerprint(outDir);
	const { code, out, err } = await runBuild({ content, outDir });
	expect(code).toBe(1);
	expect([...out, ...err].join('\n')).toMatch(/sections\/ask-us\.mdx[^]*curly brace/);
	expect(await fingerprint(outDir)).toEqual(before);
	expect([`${outDir}.next`, `${outDir}.old`].filter((folder) => existsSync(folder))).toEqual([]);
});
