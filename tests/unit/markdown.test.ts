import { describe, expect, test } from 'vitest';
import { inlineHtml, plainText } from '../../src/data/markdown.ts';

describe('inlineHtml', () => {
	test.each([
		['Calm.', 'Calm.'],
		['**Calm** and *quiet*', '<strong>Calm</strong> and <em>quiet</em>'],
		['[a plan](https://example.org/a)', '<a href="https://example.org/a">a plan</a>'],
		['[the team](/team/)', '<a href="/team/">the team</a>'],
		['[below](#form)', '<a href="#form">below</a>'],
		['less < more & "quoted"', 'less &lt; more &amp; “quoted”'],
		["the doctor's note", 'the doctor’s note'],
		['', ''],
	])('turns %j into HTML without a paragraph around it', (markdown, html) => {
		expect(inlineHtml(markdown)).toBe(html);
	});
});

describe('plainText', () => {
	test.each([
		['**Calm** and *quiet*', 'Calm and quiet'],
		['[a plan](/plan/)', 'a plan'],
		['less < more & more', 'less < more & more'],
		['write &lt; for less', 'write < for less'],
		['write \\&lt; for less', 'write &lt; for less'],
		['', ''],
	])('leaves the words of %j', (markdown, text) => {
		expect(plainText(markdown)).toBe(text);
	});
});
