import type { Random } from './random.ts';

const common =
	'a calm hour can help you rest and the room is warm while we listen to what hurts most after long days at work or on the road so tell us how your neck feels today';
const odd =
	'“quoted” it’s №7 #1 & – 9:00 ½ 🎉 👩‍👩‍👧 Ångström マッサージ العلاج Массаж C++ (aside) e.g. $40 “it’s ‘both’”'.split(
		' ',
	);
/** Words of one piece; the longest is wider than any phone. */
const long = [
	'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
	'Llanfairpwllgwyngyll',
];
/** What the dictionary of the spelling check may lack, for `words.txt`. */
export const wordList = [...odd.flatMap((word) => word.match(/\p{L}{2,}/gu) ?? []), ...long];

/**
 * A line of plain text, `least` to `most` characters long, that begins with a capital. `unique` is put in front, so that two
 * are never the same.
 */
export function line(random: Random, least: number, most: number, unique = ''): string {
	const words = common.split(' ');
	const goal = random.int(least, Math.max(least, Math.min(most, least + 60)));
	let text = unique || random.pick(['Rest', 'Ask us', 'One visit', 'Your shoulder']);
	while (text.length < goal) {
		const word = random.chance(0.15) ? random.pick(odd) : random.chance(0.02) ? random.pick(long) : random.pick(words);
		if (`${text} ${word}`.length > most) break;
		text += ` ${word}`;
	}
	// Too short by what no odd word fills: plain letters do.
	while (text.length < least) text += text.length + 4 < most ? ' day' : '.';
	return text.slice(0, most).trim();
}

/** A sentence with a full stop, for the text below the dashes. */
export const sentence = (random: Random): string => `${line(random, 20, 90)}.`;
