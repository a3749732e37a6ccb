import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';

const content = join(mkdtempSync(join(tmpdir(), 'redirects-')), 'content');
beforeAll(() => cpSync('tests/fixtures/content', content, { recursive: true }));
afterAll(() => rmSync(join(content, '..'), { recursive: true }));

describe('the list of redirects', () => {
	test('is what a host needs: below the base path, in order', async () => {
		vi.stubEnv('BASE_PATH', '/guide');
		vi.stubEnv('CONTENT_DIR', content);
		vi.resetModules();
		writeFileSync(join(content, 'redirects.yaml'), '/old/: /contact/\n/far/: https://x.example/');
		const { readRedirects } = await import('../../src/data/redirects.ts');
		expect(readRedirects()).toEqual([
			{ from: '/guide/old/', to: '/guide/contact/' },
			{ from: '/guide/far/', to: 'https://x.example/' },
		]);
		vi.unstubAllEnvs();
	});
});
