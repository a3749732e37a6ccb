import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import {
	cloudfrontFunction,
	cloudfrontHeaders,
	headersFile,
	redirectsFile,
	vercel,
} from '../../src/tools/hosts/services.ts';

/** What cannot be tried here, because the service that reads it is elsewhere: at least its form and its content. */
const facts = {
	base: '/guide/',
	headers: {
		'Content-Security-Policy': "default-src 'none'",
		'Strict-Transport-Security': 'max-age=63072000',
		'X-Content-Type-Options': 'nosniff',
		'Referrer-Policy': 'strict-origin-when-cross-origin',
		'Cross-Origin-Opener-Policy': 'same-origin',
	},
	redirects: [{ from: '/guide/old/', to: '/guide/#new' }],
};

test('_headers gives every file the headers, and hashed files a year', () => {
	const [all, ...rest] = headersFile(facts).split('\n');
	expect(all).toBe('/guide/*');
	expect(rest).toContain("  Content-Security-Policy: default-src 'none'");
	expect(rest.slice(-3)).toEqual(['/guide/_astro/*', '  Cache-Control: public, max-age=31536000, immutable', '']);
	// Cloudflare joins the values of one header, so that only one rule may name it.
	expect(rest.filter((line) => line.includes('Cache-Control'))).toHaveLength(1);
});

test('_redirects names each old address for Netlify, and for Cloudflare', () => {
	expect(redirectsFile(facts)).toBe('/guide/old/ /guide/#new 301!\n/guide/old/ /guide/#new 301\n');
});

test('vercel.json holds headers, caching and old addresses', () => {
	expect(JSON.parse(vercel(facts))).toMatchObject({
		trailingSlash: true,
		headers: [
			{ source: '/guide/(.*)', headers: Object.entries(facts.headers).map(([key, value]) => ({ key, value })) },
			{ source: '/guide/_astro/(.*)', headers: [{ key: 'Cache-Control' }] },
		],
		redirects: [{ source: '/guide/old/', destination: '/guide/#new', statusCode: 301 }],
	});
});

test('CloudFront’s policy holds every header once', () => {
	const { SecurityHeadersConfig: known, CustomHeadersConfig: custom } = JSON.parse(cloudfrontHeaders(facts)) as {
		SecurityHeadersConfig: object;
		CustomHeadersConfig: { Quantity: number; Items: object[] };
	};
	expect(known).toEqual({
		ContentSecurityPolicy: { Override: true, ContentSecurityPolicy: "default-src 'none'" },
		StrictTransportSecurity: { Override: true, AccessControlMaxAgeSec: 63072000 },
		ReferrerPolicy: { Override: true, ReferrerPolicy: 'strict-origin-when-cross-origin' },
		ContentTypeOptions: { Override: true },
	});
	expect(custom).toEqual({
		Quantity: 1,
		Items: [{ Header: 'Cross-Origin-Opener-Policy', Value: 'same-origin', Override: true }],
	});
});

describe('CloudFront’s function', () => {
	const ask = (uri: string) =>
		runInNewContext(`${cloudfrontFunction(facts)}; handler({ request: { uri: ${JSON.stringify(uri)} } })`) as {
			uri?: string;
			statusCode?: number;
			headers?: { location: { value: string } };
		};

	test.each([
		['/guide/', '/guide/index.html'],
		['/guide/team/', '/guide/team/index.html'],
		['/guide/robots.txt', '/guide/robots.txt'],
	])('answers %s with the file %s', (uri, file) => {
		expect(ask(uri).uri).toBe(file);
	});

	test.each([
		['/guide/old/', '/guide/#new'],
		['/guide/team', '/guide/team/'],
	])('sends %s on to %s', (uri, to) => {
		expect(ask(uri)).toMatchObject({ statusCode: 301, headers: { location: { value: to } } });
	});
});
