import { describe, expect, test } from 'vitest';
import { findPhrases } from '../../../src/integrations/content-check/rules/phrases.ts';
import { aim, ana, ask, atEnd, inFile, kinds, lmt, privacy, refuses, written } from './content.ts';

const team = 'pages/team.md';
const medical =
	'<Medical>\n\nIt aims for change, such as a wider <Term id="range-of-motion">range of motion</Term>.\n\n</Medical>\n';

refuses(
	'body',
	...written(lmt, [['---\nterm: LMT\n---\n', 3, /no text below/]]),
	...atEnd(aim, [['\nMore.', 9, /shown nowhere/]]),
	...atEnd(team, [['=======\nX.', 7, /Two versions/]]),
	...atEnd(lmt, [
		[' One. Two. Three.', 6, /one or two sentences/],
		['\n- a', 6, /plain text/],
	]),
);

refuses(
	'tags',
	...atEnd(ask, [
		['Pay {half} first.', 10, /curly brace/],
		['Pay {half of it} first.', 10, /curly brace/],
		['Pay {half first.', 10, /curly brace/],
		['In <5 minutes.', 10, /sign < starts a tag/],
		['<!-- later -->', 10, /Comments/],
		['<https://example.com>', 10, /angle brackets/],
		['\nimport x from "y"', 11, /import or export/],
		['\n<Example>\n\nOne.', 11, /<Example> is opened and not closed.*<\/Example>/],
		['\n</Example>', 11, /<\/Example> closes what is not open/],
		[
			'\n<Example>\n\nOne.\n\n- Two. </Example>',
			15,
			/<\/Example> stands in the middle.*<\/Example> on a line of its own/,
		],
		['\n<Term id=lmt />', 11, /not written right/],
		['\n<Term id=“lmt”>it</Term>', 11, /curly quotes/],
		['\n<Term id={lmt}>it</Term>', 11, /curly braces/],
		['\n<Exampel>One.</Exampel>', 11, /no part <Exampel>.*`Example`/],
		['\n<Term id="lmb">It</Term>', 11, /Possible here: range-of-motion, trigger-point/],
		['\n<Spa>Calm.</Spa>', 11, /stands alone/],
		['\n<Example></Example>', 11, /<Example> is empty/],
		['A <b>word</b>.', 10, /HTML.*\*\*bold\*\*/],
		['Water<br>and rest.', 10, /HTML.*an empty line between/],
	]),
	...inFile(kinds, [
		['</Spa>\n', '', 13, /<Spa> is opened and not closed/],
		[' who="A therapist"', '', 41, /`who` is missing/],
		['who=', 'by="A" who=', 41, /no field `by`/],
		['7, 6, 5, 5', 'a, b', 35, /numbers with commas/],
		['7, 6, 5, 5', '70, 60', 35, /between 0 and 10/],
		['id="range-of-motion"', 'id="range-of-motions"', 20, /no file range-of-motions.*`range-of-motion`/],
		[medical, '', 12, /<Pair> holds Spa\./],
	]),
	...atEnd(team, [
		['A <br> word.', 7, /HTML/],
		['\n<Asks />', 8, /only in the files of sections/],
	]),
	...inFile(aim, [['**calm**', '<b>calm</b>', 3, /HTML.*\*\*bold\*\*/]]),
);

refuses(
	'headings',
	...atEnd(ask, [
		['\n# Big', 11, /too high.*###/],
		['\n## Big', 11, /too high/],
		['\n###', 11, /heading is empty/],
	]),
	...atEnd(privacy, [['\n#### Small', 15, /skips a level.*###/]]),
	...atEnd(ana, [['\n### More', 10, /Headings are not possible/]]),
);

refuses(
	'links',
	...atEnd(ask, [
		['Read it [here](/team/).', 10, /“here” do not say/],
		['[Read more](/team/)', 10, /“Read more” do not say/],
		['See https://example.com for it.', 10, /bare address/],
		['[Our prices](/prices/)', 10, /no page \/prices\//],
		['[The therapist](/team)', 10, /no page \/team\..*`\/team\/`/],
		['[Nothing](/not-found/)', 10, /no page/],
		['[The kinds](/#kinds)', 10, /no place #kinds.*two-kinds/],
		['[Bob](/team/#bob)', 10, /no place #bob/],
		['[A study](http://example.com)', 10, /https:\/\//],
		['[A trick](javascript:alert)', 10, /cannot lead/],
		['[The therapist] (/team/)', 10, /not written right/],
		['[Our prices][x].\n\n[x]: /prices/', 10, /no page \/prices\//],
		['[A study][x].\n\n[x]: http://a.org', 10, /https:\/\//],
		['Read it [here][x].\n\n[x]: /team/', 10, /“here” do not say/],
	]),
	...inFile(aim, [['/#two-kinds', '/plans/', 4, /no page \/plans\//]]),
);

refuses(
	'characters',
	...atEnd(ask, [
		['\n– Bring water.', 11, /makes no list.*hyphen and a space/],
		['\n•\tBring water.', 11, /makes no list/],
		['\n-Bring water.', 11, /hyphen is not followed/],
		['\n-\u00a0Bring water.', 11, /hyphen is not followed/],
		['\n3.Then rest.', 11, /number is not followed/],
		['\n###What', 11, /heading lacks a space/],
		['\n###\u00a0What', 11, /heading lacks a space/],
		['Thanks :smile: all.', 10, /emoji/],
		['\n- [ ] Bring water.', 11, /Boxes to tick/],
		['Wa\u200bter.', 10, /space without width/],
		['Water\u200e.', 10, /direction/],
		['A thera\u00adpist.', 10, /soft hyphen/],
		['\n```\nWater\n```', 11, /code of a program/],
		['It is **“no”**if.', 10, /Bold text is not.*space/],
	]),
	...inFile(aim, [['Less pain', 'Less\u00ad pain', 4, /soft hyphen/]]),
	...atEnd(privacy, [['\n    Bring water.', 15, /code of a program/]]),
);

refuses(
	'phrases',
	...atEnd(ask, [
		['lorem ipsum dolor.', 10, /placeholder/],
		['TODO write this.', 10, /placeholder/],
		['Massage cures headaches.', 10, /“cures” is a claim/],
		['It is\nguaranteed.', 11, /“guaranteed” is a claim/],
	]),
	...inFile(aim, [['Less pain', 'Proven relief', 4, /“Proven” is a claim/]]),
	...inFile(kinds, [['What would feel good?', 'Want to detox?', 25, /“detox” is a claim/]]),
);

refuses(
	'spelling',
	...atEnd(ask, [
		['We recieve you.', 10, /“recieve”.*“receive”.*content\/words\.txt/],
		['You may\ncom in.\nIt is\ncalmm.', 13, /“calmm”/],
		['We are in wichita.', 10, /“wichita”.*“Wichita”/],
	]),
	...inFile(aim, [['Less pain', 'Less paine', 4, /“paine”.*“pain”/]]),
	...inFile(kinds, [['What would feel', 'What wuold feel', 25, /“wuold”.*“would”/]]),
);

describe('the list of claims', () => {
	const claims = ['It heals', 'HEALING hands', 'guaranteed', 'clinically proven', 'we treat pain', 'detoxifying'];
	test.each([...claims, 'a miracle', 'it not only cures', 'breaks up\nscar tissue'])('has one in “%s”', (words) => {
		expect(findPhrases(words)).toHaveLength(1);
	});

	const others = ['health', 'healthy', 'secure', 'a manicure', 'treatment', 'a once-a-year treat'];
	const denials = ['prescribed by a doctor', 'no therapist can guarantee it', 'does not diagnose', 'don’t prescribe'];
	test.each([...others, ...denials])('has none in “%s”', (words) => {
		expect(findPhrases(words)).toEqual([]);
	});
});
