import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { fitPolicy } from '../../../src/integrations/security-policy.ts';

const hashOf = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
const page = (policy: string, head: string, body = '') =>
	`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>T</title>${head}` +
	`<meta http-equiv="content-security-policy" content="${policy}"></head><body>${body}</body></html>`;
const policyOf = (html: string) => /content-security-policy" content="([^"]*)"/.exec(html)?.[1]?.split(';');

test('puts the policy above everything that it governs', () => {
	const html = fitPolicy(page("default-src 'none'", ''));
	expect(html).toContain('<meta charset="utf-8"><meta http-equiv="content-security-policy"');
	expect(html.match(/content-security-policy/g)).toHaveLength(1);
});

test('keeps the hashes of what is on the page, and no others', () => {
	const policy = `default-src 'none'; script-src 'self' ${hashOf('a()')} ${hashOf('b()')}; style-src 'self' ${hashOf('p{}')}`;
	const html = fitPolicy(page(policy, '<style>p{}</style><script>a()</script>'));
	expect(policyOf(html)).toEqual(["default-src 'none'", `script-src ${hashOf('a()')}`, `style-src ${hashOf('p{}')}`]);
});

test('lets the page load its own files, where it has some', () => {
	const policy = "default-src 'none'; script-src 'self'; style-src 'self'";
	const html = fitPolicy(page(policy, '<link rel="stylesheet" href="/a.css">', '<script src="/a.js"></script>'));
	expect(policyOf(html)).toEqual(["default-src 'none'", "script-src 'self'", "style-src 'self'"]);
});

test('gives a page without scripts and styles no permission for them', () => {
	const policy = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src https://form.test";
	const html = fitPolicy(page(policy, '', '<script type="application/ld+json">{}</script>'));
	expect(policyOf(html)).toEqual(["default-src 'none'", 'connect-src https://form.test']);
});

test('stops at a script that nobody meant to be there', () => {
	expect(() => fitPolicy(page(`script-src ${hashOf('a()')}`, '<script>b()</script>'))).toThrow(hashOf('b()'));
});

test('leaves a page without a policy alone', () => {
	expect(fitPolicy('<meta charset="utf-8"><p>x</p>')).toBe('<meta charset="utf-8"><p>x</p>');
});
