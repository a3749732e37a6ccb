import { aim, ana, append, ask, end, kinds, lmt, privacy, refuses, replace, text, write } from './content.ts';

refuses('syntax', [
	['no text where some is needed', write(lmt, '---\nterm: LMT\n---\n'), 'terms/lmt.md:3', /no text below/],
	['text where none is shown', append(aim, '\nMore.'), `${aim}:9`, /shown nowhere/],
	['the marks of a merge in the text', append('pages/team.md', '=======\nX.'), 'pages/team.md:7', /Two versions/],
]);

refuses('tags', [
	['a curly brace', text('Pay {half} first.'), end, /curly brace/],
	['a sign for less', text('In <5 minutes.'), end, /sign < starts a tag/],
	['a comment', text('<!-- later -->'), end, /Comments/],
	['a link in angle brackets', text('<https://example.com>'), end, /angle brackets/],
	['code', text('\nimport x from "y"'), `${ask}:11`, /import or export/],
	['a tag that is not closed', text('\n<Example>\n\nOne.'), `${ask}:11`, /<Example> is opened and not closed/],
	['a tag that is not open', text('\n</Example>'), `${ask}:11`, /closes what is not open/],
	['a value without quotes', text('\n<Term id=lmt />'), `${ask}:11`, /not written right/],
	['a value in curly quotes', text('\n<Term id=“lmt”>it</Term>'), `${ask}:11`, /curly quotes/],
	['a value in curly braces', text('\n<Term id={lmt}>it</Term>'), `${ask}:11`, /curly braces/],
	['an unknown part', text('\n<Exampel>One.</Exampel>'), `${ask}:11`, /no part <Exampel>.*`Example`/],
	['a part without its value', replace(kinds, ' who="A therapist"', ''), `${kinds}:41`, /`who` is missing/],
	['an unknown value', replace(kinds, 'who=', 'by="A" who='), `${kinds}:41`, /no field `by`/],
	['points that are no numbers', replace(kinds, '7, 6, 5, 5', 'a, b'), `${kinds}:35`, /numbers with commas/],
	['points above ten', replace(kinds, '7, 6, 5, 5', '70, 60'), `${kinds}:35`, /between 0 and 10/],
	[
		'a term that does not exist',
		replace(kinds, 'id="range-of-motion"', 'id="range-of-motions"'),
		`${kinds}:20`,
		/no file range-of-motions.*`range-of-motion`/,
	],
	[
		'letters that do not exist',
		text('\n<Term id="lmb">It</Term>'),
		`${ask}:11`,
		/Possible here: range-of-motion, trigger-point/,
	],
	[
		'a pair of one',
		replace(
			kinds,
			'<Medical>\n\nIt aims for change, such as a wider <Term id="range-of-motion">range of motion</Term>.\n\n</Medical>\n',
			'',
		),
		`${kinds}:12`,
		/<Pair> holds Spa\./,
	],
	['a half without its pair', text('\n<Spa>Calm.</Spa>'), `${ask}:11`, /stands alone/],
	['a part without text', text('\n<Example></Example>'), `${ask}:11`, /<Example> is empty/],
	['HTML', text('A <b>word</b>.'), end, /HTML.*\*\*bold\*\*/],
	['HTML in Markdown', append('pages/team.md', 'A <br> word.'), 'pages/team.md:7', /HTML/],
	['a part in Markdown', append('pages/team.md', '\n<Asks />'), 'pages/team.md:8', /only in the files of sections/],
	['HTML in a field', replace(aim, '**calm**', '<b>calm</b>'), `${aim}:3`, /HTML.*\*\*bold\*\*/],
]);

refuses('headings', [
	['a heading as high as the page’s', text('\n# Big'), `${ask}:11`, /too high.*###/],
	['a heading as high as the section’s', text('\n## Big'), `${ask}:11`, /too high/],
	['a heading that skips a level', append(privacy, '\n#### Small'), 'pages/privacy.md:15', /skips a level.*###/],
	['a heading without words', text('\n###'), `${ask}:11`, /heading is empty/],
	['a heading in a biography', append(ana, '\n### More'), `${ana}:10`, /Headings are not possible/],
]);

refuses('links', [
	['a link that says “here”', text('Read it [here](/team/).'), end, /“here” do not say/],
	['a link that says “Read more”', text('[Read more](/team/)'), end, /“Read more” do not say/],
	['a link that shows its address', text('See https://example.com for it.'), end, /bare address/],
	['a link to no page', text('[Our prices](/prices/)'), end, /no page \/prices\//],
	['a link without its last slash', text('[The therapist](/team)'), end, /no page \/team\..*`\/team\/`/],
	['a link to the page for lost readers', text('[Nothing](/not-found/)'), end, /no page/],
	['a link to no section', text('[The kinds](/#kinds)'), end, /no place #kinds.*two-kinds/],
	['a link to no therapist', text('[Bob](/team/#bob)'), end, /no place #bob/],
	['a link that is not safe', text('[A study](http://example.com)'), end, /https:\/\//],
	['a link that is a script', text('[A trick](javascript:alert)'), end, /cannot lead/],
	['a link with a space in it', text('[The therapist] (/team/)'), end, /not written right/],
	['a link to no page in a field', replace(aim, '/#two-kinds', '/plans/'), `${aim}:4`, /no page \/plans\//],
]);

refuses('terms', [
	['an explanation of three sentences', append(lmt, ' One. Two. Three.'), 'terms/lmt.md:6', /one or two sentences/],
	['an explanation with a list', append(lmt, '\n- a'), 'terms/lmt.md:6', /plain text/],
]);

refuses('characters', [
	['a dash as a list', text('\n– Bring water.'), `${ask}:11`, /makes no list.*hyphen and a space/],
	['a bullet and a tab', text('\n•\tBring water.'), `${ask}:11`, /makes no list/],
	['a hyphen without a space', text('\n-Bring water.'), `${ask}:11`, /hyphen is not followed/],
	['a number without a space', text('\n3.Then rest.'), `${ask}:11`, /number is not followed/],
	['a heading without a space', text('\n###What'), `${ask}:11`, /heading lacks a space/],
	['a heading with a hard space', text('\n###\u00a0What'), `${ask}:11`, /heading lacks a space/],
	['a list with a hard space', text('\n-\u00a0Bring water.'), `${ask}:11`, /hyphen is not followed/],
	['the name of an emoji', text('Thanks :smile: all.'), end, /emoji/],
	['boxes to tick', text('\n- [ ] Bring water.'), `${ask}:11`, /Boxes to tick/],
	['a space without width', text('Wa\u200bter.'), end, /space without width/],
	['a mark of direction', text('Water\u200e.'), end, /direction/],
	['a soft hyphen', text('A thera\u00adpist.'), end, /soft hyphen/],
	['a soft hyphen in a field', replace(aim, 'Less pain', 'Less\u00ad pain'), `${aim}:4`, /soft hyphen/],
	['a line that is indented', append(privacy, '\n    Bring water.'), 'pages/privacy.md:15', /code of a program/],
	['lines between backquotes', text('\n```\nWater\n```'), `${ask}:11`, /code of a program/],
	['bold text without a space', text('It is **“no”**if.'), end, /Bold text is not.*space/],
	['a link by reference to no page', text('[Our prices][x].\n\n[x]: /prices/'), end, /no page \/prices\//],
	['a link by reference that is not safe', text('[A study][x].\n\n[x]: http://a.org'), end, /https:\/\//],
	['a link by reference that says “here”', text('Read it [here][x].\n\n[x]: /team/'), end, /“here” do not say/],
	['a line break of HTML', text('Water<br>and rest.'), end, /HTML.*an empty line between/],
	[
		'a tag that stands crosswise',
		text('\n<Example>\n\nOne.\n\n- Two. </Example>'),
		`${ask}:15`,
		/in the middle.*line of its own/,
	],
	['a tag that closes another', replace(kinds, '</Spa>\n', ''), `${kinds}:13`, /<Spa> is opened and not closed/],
	['braces that are no code', text('Pay {half of it} first.'), end, /curly brace/],
	['a brace that is not closed', text('Pay {half first.'), end, /curly brace/],
]);
