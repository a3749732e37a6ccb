import { ask, kinds, point, refuses, replace, takes, write } from './content.ts';

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

const redirects = (yaml: string) => write('redirects.yaml', yaml);
refuses('redirects', [
	['an old address that is a page', redirects('/team/: /contact/'), 'redirects.yaml:1', /is a page of the site/],
	[
		'an old address below another that is a page',
		redirects('/a/: /contact/\n\n/team/: /'),
		'redirects.yaml:3',
		/\/team\/ is a page of the site/,
	],
	[
		'a page that does not exist',
		redirects('/a/: /contact/\n/old/: /contcat/'),
		'redirects.yaml:2',
		/no page \/contcat\/.*contact/,
	],
	['a place that does not exist', redirects('/old/: /#nothing'), 'redirects.yaml:1', /\/ has no place #nothing/],
	['an address twice', redirects('/one/: /\n/one/: /contact/'), 'redirects.yaml:2', /`\/one\/` stands here twice/],
	['an old address that is a pattern', redirects('/[slug]/: /'), 'redirects.yaml:1', /starts and ends with a slash/],
	['an old address without slashes', redirects('old: /contact/'), 'redirects.yaml:1', /starts and ends with a slash/],
	['a new address that is none', redirects('/old/: contact'), 'redirects.yaml:1', /A new address is a page/],
	['an empty new address', redirects('/old/:'), 'redirects.yaml:1', /empty/],
]);

takes('redirects', [
	['to pages, places and other sites', redirects('/old/: /contact/\n/us/: /#two-kinds\n/Shop/: https://x.example/')],
	['that are none', redirects('# None yet.\n')],
]);
