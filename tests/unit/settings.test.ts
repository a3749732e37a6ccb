import { afterEach, describe, expect, test, vi } from 'vitest';

/** The settings as a build with these words in its environment reads them. */
async function settingsWith(env: { SITE_URL?: string; BASE_PATH?: string; CONTENT_DIR?: string }) {
	for (const name of ['SITE_URL', 'BASE_PATH', 'CONTENT_DIR'] as const) vi.stubEnv(name, env[name]);
	vi.resetModules();
	return import('../../src/settings.ts');
}
afterEach(() => vi.unstubAllEnvs());

describe('the base path', () => {
	test.each([
		[undefined, '/'],
		['', '/'],
		['/', '/'],
		['guide', '/guide/'],
		['/guide', '/guide/'],
		['/guide/', '/guide/'],
		['//a//b', '/a/b/'],
	])('gets a slash at both ends of %j', async (path, base) => {
		expect((await settingsWith(path === undefined ? {} : { BASE_PATH: path })).base).toBe(base);
	});
});

describe('href', () => {
	test('puts the paths of the site under the base path', async () => {
		const { href } = await settingsWith({ BASE_PATH: '/guide' });
		expect(['/', '/team/', '/#form'].map(href)).toEqual(['/guide/', '/guide/team/', '/guide/#form']);
	});

	test('changes nothing at the root', async () => {
		const { href } = await settingsWith({});
		expect(['/', '/team/', '/#form'].map(href)).toEqual(['/', '/team/', '/#form']);
	});

	test('leaves anchors and addresses elsewhere alone', async () => {
		const { href } = await settingsWith({ BASE_PATH: '/guide' });
		const elsewhere = ['#form', 'https://example.org/a', 'mailto:a@example.org', 'tel:+1'];
		expect(elsewhere.map(href)).toEqual(elsewhere);
	});
});

describe('the address of the site', () => {
	test('loses the slash at its end, and may be unknown', async () => {
		expect((await settingsWith({ SITE_URL: 'https://example.org/' })).site).toBe('https://example.org');
		expect((await settingsWith({})).site).toBeUndefined();
	});

	test.each(['example.org', 'https://example.org/guide', 'ftp://example.org', 'https://'])(
		'refuses %j and says what to write',
		async (url) => {
			await expect(settingsWith({ SITE_URL: url })).rejects.toThrow(/SITE_URL.*https:\/\/example\.org/);
		},
	);
});
