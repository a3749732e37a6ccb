import { describe, expect, test } from 'vitest';
import {
	aim,
	all,
	ana,
	ask,
	clinic,
	end,
	found,
	kinds,
	point,
	refuses,
	rename,
	replace,
	takes,
	text,
	write,
	type Case,
	type Change,
} from './content.ts';

const today = new Date().toISOString().slice(0, 10);

refuses('unique', [
	[
		'one order twice',
		replace(ask, 'order: 2', 'order: 1'),
		`${kinds}:5`,
		/`order` is the same as in content\/sections\/ask-us/,
	],
	[
		'one title twice',
		replace(ask, 'Ask for an appointment', 'Know the two kinds'),
		`${kinds}:2`,
		/`title` is the same/,
	],
	[
		'one term twice',
		replace(point, 'trigger point', 'Range of motion'),
		'terms/trigger-point.md:2',
		/`term` is the same/,
	],
]);

const page = (file: string, more = '') =>
	write(
		`pages/${file}.md`,
		`---\ntitle: Parking\ndescription: Where you can leave your car when you come to see us.\n${more}---\n\nIn front.\n`,
	);
const section = (id: string) =>
	write(
		`sections/${id}.mdx`,
		`---\ntitle: A\nshort: A\ndescription: Thirty letters or more, as it should be.\norder: 9\n---\n\nText.\n`,
	);
const chart = '\n<PainChart points="1, 2">Pain.</PainChart>';

refuses('unique, on one page,', [
	['a section named like a term', section('term-lmt'), 'sections/term-lmt.mdx:1', /called term-lmt in .*lmt\.md/],
	['a section named like the guide', section('guide'), 'sections/guide.mdx:1', /called guide\. Rename/],
	[
		'a section named like a field',
		section('field-name'),
		'sections/field-name.mdx:1',
		/needs the name field-name itself/,
	],
	[
		'two equal headings',
		text('\n### What a plan can look like\n\nA.'),
		`${kinds}:27`,
		/called what-a-plan.* in .*ask-us/,
	],
	['two equal charts', text(chart), `${kinds}:35`, /called painchart in .*ask-us\.mdx, line 11/],
	[
		'a therapist named like the page',
		all(rename(ana, 'team/main.md'), replace(ask, '#ana-diaz', '#main')),
		'team/main.md:1',
		/called main/,
	],
	[
		'a therapist named like a section that shows the team',
		all(
			replace(kinds, 'shows: comparison', 'shows: team'),
			rename(ask, 'sections/ana-diaz.mdx'),
			replace('comparison/cost.md', 'ask-us', 'two-kinds'),
			replace('choices/sore-shoulder.md', 'ask-us', 'two-kinds'),
		),
		'team/ana-diaz.md:1',
		/called ana-diaz/,
	],
]);

const redirects = (yaml: string) => write('redirects.yaml', yaml);
refuses('redirects', [
	[
		'an old address that is a page',
		redirects('/a/: /contact/\n\n/team/: /'),
		'redirects.yaml:3',
		/is a page of the site/,
	],
	[
		'an old address that is a page without its slash',
		redirects('/team: /'),
		'redirects.yaml:1',
		/is a page of the site/,
	],
	['a page that does not exist', redirects('/a/: /team/\n/old/: /contcat/'), 'redirects.yaml:2', /no page \/contcat\//],
	['a place that does not exist', redirects('/old/: /#nothing'), 'redirects.yaml:1', /\/ has no place #nothing/],
	['an address twice', redirects('/one/: /\n/one/: /contact/'), 'redirects.yaml:2', /`\/one\/` stands here twice/],
	[
		'an address twice in two forms',
		redirects('/one/: /\n/one?a=b: /team/'),
		'redirects.yaml:2',
		/\/one\/ stands here twice/,
	],
	['a pattern', redirects('/[slug]/: /'), 'redirects.yaml:1', /starts with a slash/],
	['an old address without a slash', redirects('old: /contact/'), 'redirects.yaml:1', /starts with a slash/],
	['a new address that is none', redirects('/old/: contact'), 'redirects.yaml:1', /A new address is a page/],
	['an empty new address', redirects('/old/:'), 'redirects.yaml:1', /empty/],
	['an address that leads to itself', redirects('/one/: /one/'), 'redirects.yaml:1', /round in a circle/],
	['the end of a chain that does not exist', redirects('/a/: /b/\n/b/: /c/'), 'redirects.yaml:2', /no page \/c\//],
	...['/', '/index.html/', '/404.html', '/_astro/x/', '/../../evil/', '/team/index.html', '/previews/a/', '/.git/'].map(
		(from): Case => [
			`the address ${from}`,
			redirects(`${from}: /team/`),
			'redirects.yaml:1',
			/needs this address itself/,
		],
	),
	...['/favicon.ico/', '/robots.txt/', '/a/b.jpg'].map((from): Case => [
		`the file ${from}`,
		redirects(`${from}: /team/`),
		'redirects.yaml:1',
		/and no file/,
	]),
]);

takes('redirects', [
	['to pages, places and other sites', redirects('/old/: /contact/\n/us/: /#two-kinds\n/Shop/: https://x.example/')],
	[
		'from files, and with a query',
		redirects('/old.html: /team/\n/old.php?id=3: /\n/a/old: /\n/b/: /contact/?goal=rest'),
	],
	['in a chain', redirects('/a/: /b/\n/b: /c.html\n/c.html: /team/')],
	['that are none', redirects('# None yet.\n')],
]);

refuses('pages', [
	...['index', '404', '500', 'previews'].map((id): Case => [
		`a page named ${id}`,
		page(id, 'menu: footer\n'),
		`pages/${id}.md:1`,
		/needs the name .* itself/,
	]),
]);

describe('advises without stopping a change,', () => {
	test.each<[string, Change, RegExp]>([
		['of a page that nothing links to', page('parking'), /^content\/pages\/parking\.md:1 No page links to this one/],
		[
			'of a notice whose last day is past',
			clinic('notice:\n  text: Closed.\n  firstDay: 2026-01-02\n  lastDay: 2026-01-03'),
			/^content\/clinic\.yaml:8 The last day of the notice is past/,
		],
		[
			'of a draft, whose words are not looked at yet',
			page('parking', 'draft: true\n'),
			/^content\/pages\/parking\.md:1 This is a draft/,
		],
		[
			'of a draft that shares an order',
			all(section('new'), replace('sections/new.mdx', 'order: 9', 'order: 1\ndraft: true')),
			/This is a draft/,
		],
	])('%s', async (_title, change, words) => {
		await change();
		expect(await found()).toEqual([]);
		const advice = await found('advice');
		expect(advice).toHaveLength(1);
		expect(advice[0]).toMatch(words);
	});

	test.each<[string, Change]>([
		['a page in a menu', page('parking', 'menu: footer\n')],
		['a page that a text links to', all(page('parking'), text('[Where to park](/parking/)'))],
		['a page that a field links to', all(page('parking'), replace(aim, '/#two-kinds', '/parking/'))],
		['a notice on its last day', clinic(`notice:\n  text: Closed.\n  firstDay: 2026-01-02\n  lastDay: ${today}`)],
	])('and not of %s', async (_title, change) => {
		await change();
		expect([...(await found()), ...(await found('advice'))]).toEqual([]);
	});
});

refuses('drafts', [
	[
		'a link to one',
		all(section('new'), replace('sections/new.mdx', 'order: 9', 'order: 9\ndraft: true'), text('[A](/#new)')),
		end,
		/no place #new/,
	],
	['one that a row needs', replace(kinds, 'order: 1', 'order: 1\ndraft: yes'), `${kinds}:6`, /true or false/],
	[
		'a page that the site needs',
		replace('pages/thanks.md', 'noindex', 'draft: true\nnoindex'),
		'pages/thanks.md:1',
		/not as a draft/,
	],
]);
