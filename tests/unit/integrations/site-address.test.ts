import { expect, test } from 'vitest';
import { findSettingsError } from '../../../src/integrations/site-address.ts';

test.each([
	{ SITE_URL: 'https://example.org' },
	{ SITE_URL: 'https://example.org/', BASE_PATH: 'guide' },
	{ SITE_URL: 'http://localhost:4321', BASE_PATH: '/a/b-c/' },
	{ BASE_PATH: '/', FORM_ENDPOINT: 'http://localhost:4322/f/x' },
	{ SITE_URL: '', BASE_PATH: '', FORM_ENDPOINT: '' },
])('takes %o', (settings) => {
	expect(findSettingsError(settings)).toBeUndefined();
});

test.each([
	['SITE_URL', 'example.org'],
	['SITE_URL', 'https://example.org/guide'],
	['SITE_URL', 'https://example.org?x'],
	['SITE_URL', 'ftp://example.org'],
	['BASE_PATH', 'https://example.org/guide'],
	['BASE_PATH', 'C:\\guide'],
	['BASE_PATH', '/our guide'],
	['BASE_PATH', '/a%20b'],
	['BASE_PATH', '/a?b'],
	['BASE_PATH', '/../x'],
	['BASE_PATH', '//evil.example'],
	['FORM_ENDPOINT', 'formspree.io/f/abc'],
	['FORM_ENDPOINT', 'javascript:alert(1)'],
])('refuses %s=%s, and says what to write', (name, value) => {
	expect(findSettingsError({ [name]: value })).toMatch(new RegExp(`^${name} is “.*”\\. Write .*\\.$`));
});
