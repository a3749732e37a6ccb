import { describe, expect, test } from 'vitest';
import { findPhrases } from '../../../src/integrations/content-check/rules/phrases.ts';
import { aim, ask, end, kinds, refuses, replace, text } from './content.ts';

refuses('placeholders', [
	['placeholder text', text('Lorem ipsum dolor.'.toLowerCase()), end, /placeholder/],
	['a note to oneself', text('TODO write this.'), end, /placeholder/],
]);

refuses('claims', [
	['a claim', text('Massage cures headaches.'), end, /“cures” is a claim/],
	['a claim in a field', replace(aim, 'Less pain', 'Proven relief'), `${aim}:4`, /“Proven” is a claim/],
	['a claim in a tag', replace(kinds, 'What would feel good?', 'Want to detox?'), `${kinds}:25`, /“detox” is a claim/],
	['a claim on the second line of a paragraph', text('It is\nguaranteed.'), `${ask}:11`, /“guaranteed” is a claim/],
]);

refuses('spelling', [
	['a word that is misspelled', text('We recieve you.'), end, /“recieve”.*“receive”.*content\/words\.txt/],
	['a misspelled word in a field', replace(aim, 'Less pain', 'Less paine'), `${aim}:4`, /“paine”.*“pain”/],
	[
		'a misspelled word in a tag',
		replace(kinds, 'What would feel', 'What wuold feel'),
		`${kinds}:25`,
		/“wuold”.*“would”/,
	],
	['a misspelled word on the second line', text('You may\ncom in.\nIt is\ncalmm.'), `${ask}:13`, /“calmm”/],
	['a name without its capital', text('We are in wichita.'), end, /“wichita”.*“Wichita”/],
]);

describe('the list of claims', () => {
	test.each([
		...['It heals', 'HEALING hands', 'guaranteed', 'clinically proven', 'we treat pain', 'detoxifying', 'a miracle'],
		...['it not only cures', 'breaks up\nscar tissue'],
	])('has one in “%s”', (words) => {
		expect(findPhrases(words)).toHaveLength(1);
	});

	test.each([
		...['health', 'healthy', 'secure', 'a manicure', 'treatment', 'a once-a-year treat', 'prescribed by a doctor'],
		...['no therapist can guarantee it', 'does not diagnose', 'don’t prescribe'],
	])('has none in “%s”', (words) => {
		expect(findPhrases(words)).toEqual([]);
	});
});
