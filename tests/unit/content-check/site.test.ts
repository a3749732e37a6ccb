import { describe, expect, test } from 'vitest';
import {
	aim,
	all,
	ana,
	ask,
	clinic,
	found,
	inFile,
	kinds,
	point,
	refuses,
	remove,
	rename,
	replace,
} from './content.ts';
import { takes, text, week, write, written, type Change } from './content.ts';

const page = (file: string, more = '') => {
	const fields = `title: Parking\ndescription: Where you can leave your car when you come to see us.\n${more}`;
	return write(`pages/${file}.md`, `---\n${fields}---\n\nIn front.\n`);
};
const section = (id: string, more = 'order: 9') => {
	const fields = `title: A\nshort: A\ndescription: Thirty letters or more, as it should be.\n${more}`;
	return write(`sections/${id}.mdx`, `---\n${fields}\n---\n\nText.\n`);
};
const pointToKinds = all(
	replace('comparison/cost.md', 'ask-us', 'two-kinds'),
	replace('choices/sore-shoulder.md', 'ask-us', 'two-kinds'),
);
const showTeam = replace(kinds, 'shows: comparison', 'shows: team');

refuses(
	'unique',
	[replace(ask, 'order: 3', 'order: 1'), `${kinds}:5`, /`order` is the same as in content\/sections\/ask-us/],
	[replace(ask, 'Ask for an appointment', 'Know the two kinds'), `${kinds}:2`, /`title` is the same/],
	...inFile(point, [['trigger point', 'Range of motion', 2, /`term` is the same/]]),
	[section('term-lmt'), 'sections/term-lmt.mdx:1', /called term-lmt in .*lmt\.md/],
	[section('guide'), 'sections/guide.mdx:1', /called guide\. Rename/],
	[section('field-name'), 'sections/field-name.mdx:1', /needs the name field-name itself/],
	[text('\n### What a plan can look like\n\nA.'), `${kinds}:27`, /called what-a-plan.* in .*ask-us/],
	[all(rename(ana, 'team/main.md'), replace(ask, '#ana-diaz', '#main')), 'team/main.md:1', /called main/],
	[all(showTeam, rename(ask, 'sections/ana-diaz.mdx'), pointToKinds), `${ana}:1`, /called ana-diaz/],
);

const makesItself = [
	'/',
	'/index.html/',
	'/404.html',
	'/_astro/x/',
	'/../../evil/',
	'/team/index.html',
	'/previews/a/',
];
refuses(
	'redirects',
	...written('redirects.yaml', [
		['/a/: /contact/\n\n/team/: /', 3, /is a page of the site/],
		['/team: /', 1, /is a page of the site/],
		['/a/: /team/\n/old/: /contcat/', 2, /no page \/contcat\//],
		['/old/: /#nothing', 1, /\/ has no place #nothing/],
		['/one/: /\n/one/: /contact/', 2, /`\/one\/` stands here twice/],
		['/one/: /\n/one?a=b: /team/', 2, /\/one\/ stands here twice/],
		['/[slug]/: /', 1, /starts with a slash/],
		['old: /contact/', 1, /starts with a slash/],
		['/old/: contact', 1, /A new address is a page/],
		['/old/:', 1, /empty/],
		['/one/: /one/', 1, /round in a circle/],
		['/a/: /b/\n/b/: /c/', 2, /no page \/c\//],
		...[...makesItself, '/.git/'].map((from): [string, number, RegExp] => {
			return [`${from}: /team/`, 1, /needs this address itself/];
		}),
		...['/favicon.ico/', '/robots.txt/', '/a/b.jpg'].map((from): [string, number, RegExp] => {
			return [`${from}: /team/`, 1, /and no file/];
		}),
	]),
);

takes(
	'redirects',
	[
		'/old/: /contact/\n/us/: /#two-kinds\n/Shop/: https://x.example/',
		'/old.html: /team/\n/old.php?id=3: /\n/a/old: /\n/b/: /contact/?goal=rest',
		'/a/: /b/\n/b: /c.html\n/c.html: /team/',
		'# None yet.\n',
	].map((yaml): [string, Change] => [yaml, write('redirects.yaml', yaml)]),
);

refuses(
	'reserved',
	...['index', '404', '500', 'previews'].map((id): [Change, string, RegExp] => {
		return [page(id, 'menu: footer\n'), `pages/${id}.md:1`, /needs the name .* itself/];
	}),
);

const draft = section('new', 'order: 9\ndraft: true');
refuses(
	'drafts',
	[all(draft, text('[A](/#new)')), `${ask}:10`, /no place #new/],
	...inFile(kinds, [['order: 1', 'order: 1\ndraft: yes', 6, /true or false/]]),
	...inFile('pages/thanks.md', [['noindex', 'draft: true\nnoindex', 1, /not as a draft/]]),
);

const notice = (lastDay: string) => clinic(`notice:\n  text: Closed.\n  firstDay: 2026-01-02\n  lastDay: ${lastDay}`);
describe('advises without stopping a change,', () => {
	test.each<[string, Change, RegExp]>([
		['of a page that nothing links to', page('parking'), /pages\/parking\.md:1 No page links to this one/],
		['of a notice whose last day is past', notice('2026-01-03'), /clinic\.yaml:8 The last day of the notice is past/],
		['of a draft, whose words are not looked at yet', page('a', 'draft: true\n'), /pages\/a\.md:1 This is a draft/],
		['of a draft that shares an order', section('new', 'order: 1\ndraft: true'), /This is a draft/],
	])('%s', async (_title, change, words) => {
		await change();
		expect(await found()).toEqual([]);
		expect(await found('advice')).toEqual([expect.stringMatching(words)]);
	});

	test.each<[string, Change]>([
		['a page in a menu', page('parking', 'menu: footer\n')],
		['a page that a text links to', all(page('parking'), text('[Where to park](/parking/)'))],
		['a page that a field links to', all(page('parking'), replace(aim, '/#two-kinds', '/parking/'))],
		['a notice on its last day', notice(new Date().toISOString().slice(0, 10))],
	])('and not of %s', async (_title, change) => {
		await change();
		expect([...(await found()), ...(await found('advice'))]).toEqual([]);
	});
});

describe('refuses a change that breaks other files, and names them:', () => {
	test.each<[string, Change, string[]]>([
		['a deleted section', remove(kinds), [`${week}:6`, `${aim}:4`, `${aim}:5`, `${ask}:9`]],
		['a deleted therapist', remove(ana), [`${ask}:9`]],
		['a deleted term', remove('terms/lmt.md'), [`${ana}:3`]],
		['a field in capitals', replace(week, 'fits:', 'Fits:'), [`${week}:1`, `${week}:3`]],
		['a renamed section', rename(ask, 'sections/ask.mdx'), ['comparison/cost.md:5']],
	])('%s', async (_title, change, places) => {
		await change();
		const named = (await found()).map((line) => line.split(' ')[0]);
		expect(named).toEqual(expect.arrayContaining(places.map((place) => `content/${place}`)));
	});
});
