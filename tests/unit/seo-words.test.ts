import { describe, expect, test, vi } from 'vitest';
import { documentTitle } from '../../src/seo/title.ts';
import { daysOf } from '../../src/seo/opening-hours.ts';

vi.stubEnv('SITE_URL', 'https://massage.example');
vi.stubEnv('BASE_PATH', '/guide');
const { escapeMarkdown, plainMarkdown } = await import('../../src/seo/markdown-twin.ts');

const clinic = { name: 'Medical Massage of Tulsa', area: 'Tulsa, Oklahoma', shortName: 'MMoT' };

describe('the title of a document', () => {
	test.each([
		['team', 'Meet the therapists', 'Meet the therapists | Medical Massage of Tulsa'],
		['index', 'Spa or medical?', 'Spa or medical? | Tulsa, Oklahoma'],
		['a', 'x'.repeat(40), `${'x'.repeat(40)} | Tulsa, Oklahoma`],
		['a', 'x'.repeat(43), `${'x'.repeat(43)} | MMoT`],
		['a', 'x'.repeat(50), `${'x'.repeat(50)} | MMoT`],
		['a', 'x'.repeat(60), 'x'.repeat(60)],
	])('of the page %s “%s” keeps within 60 characters', (id, title, whole) => {
		expect(documentTitle(id, title, clinic)).toBe(whole);
		expect(whole.length).toBeLessThanOrEqual(60);
	});
});

describe('the days of opening hours', () => {
	const [mon, tue, wed, thu, fri, sat, sun] = [
		'Monday',
		'Tuesday',
		'Wednesday',
		'Thursday',
		'Friday',
		'Saturday',
		'Sunday',
	];
	test.each([
		['Monday to Friday', [mon, tue, wed, thu, fri]],
		['Saturday', [sat]],
		['Saturdays and Sundays', [sat, sun]],
		['Monday, Wednesday and Friday', [mon, wed, fri]],
		['Tuesday–Thursday', [tue, wed, thu]],
		['Saturday to Monday', [mon, sat, sun]],
		['Every day but Sunday', []],
		['By appointment', []],
	])('are read from “%s”', (words, days) => {
		expect(daysOf(words)).toEqual(days);
	});
});

describe('a Markdown twin', () => {
	test('keeps Markdown as its author wrote it', () => {
		const source = '### Über “Pain” 🎉\n\n- **one**\n- *two*, 3 \\< 4\n\n1. three';
		expect(plainMarkdown(source)).toBe(source);
	});

	test('turns links of the site into full addresses, and leaves others', () => {
		expect(plainMarkdown('[a](/contact/) [b](#here) [c](https://x.example/y) [d](mailto:a@x.example)', '/team/')).toBe(
			'[a](https://massage.example/guide/contact/) [b](https://massage.example/guide/team/#here) [c](https://x.example/y) [d](mailto:a@x.example)',
		);
	});

	test('turns every component into words', () => {
		const source = [
			'A <Term id="lmt">LMT</Term>, says [who](/team/).',
			'<Pair>\n<Spa>\n\nCalm. See [us](/contact/).\n\n</Spa>\n<Medical>\n\nA <Term id="plan">plan</Term>.\n\n</Medical>\n</Pair>',
			'<Asks spa="How do you *do*?" medical="Where?" />',
			'<Quote who="A therapist">\n\nOne.\n\nTwo.\n\n</Quote>',
			'<Example>\n\n- a\n- b\n\n</Example>',
			'<PainChart points="7, 5, 3">\n  The caption.\n</PainChart>',
			'<ReliefChart spa="0, 6, 0" medical="0, 2, 4">\n  The other.\n</ReliefChart>',
		].join('\n\n');
		expect(plainMarkdown(source)).toBe(
			[
				'A LMT, says [who](https://massage.example/guide/team/).',
				'**Spa**\n\nCalm. See [us](https://massage.example/guide/contact/).\n\n**Medical**\n\nA plan.',
				'**Spa asks:** “How do you \\*do\\*?”\n\n**Medical asks:** “Where?”',
				'> One.\n> \n> Two.\n>\n> A therapist',
				'**Example**\n\n- a\n- b',
				'**An example, not a promise: Pain over 2 weekly visits, from 7 to 3 out of 10.** Before the plan: 7. After visit 1: 5. After visit 2: 3.\n\nThe caption.',
				'**An example, not a promise: How relief may last over 1 weeks.** Relief on a scale from 0 to 10, twice a week. Spa: 0, 6, 0. Medical: 0, 2, 4.\n\nThe other.',
			].join('\n\n'),
		);
	});

	test('reads plain Markdown with signs that MDX would take for code', () => {
		expect(plainMarkdown('5 <6 {x', '/', false)).toBe('5 <6 {x');
	});

	test('shows plain text with the characters it has', () => {
		expect(escapeMarkdown('# a *b* [c](d) <script> `e` | &amp; R&B 50 - 60')).toBe(
			'\\# a \\*b\\* \\[c\\](d) \\<script\\> \\`e\\` \\| \\&amp; R&B 50 - 60',
		);
	});
});
