import { linesBefore, type Words } from '../problem.ts';
import type { Rule } from '../site.ts';

const evidence = 'Health claims need scientific evidence (FTC Health Products Compliance Guidance, 2022).';
const license = 'Massage therapists in Oklahoma do not diagnose or prescribe (59 O.S. 4200).';

/** Claims to keep out: whole words. “Prescribed”, “treatment” and “a treat” stay possible. */
const claims: [RegExp, why: string, better: string][] = [
	[/cur(?:es?|ed|ing)/, evidence, 'may ease, may help with'],
	[/heal(?:s|ed|ing)?/, evidence, 'recover, feel better'],
	[/guarantee(?:s|d|ing)?/, evidence, 'aims to'],
	[/prove[ns]?|proved|proving/, evidence, 'name the study and link to it'],
	[/(?<!\b(?:a|year|the)[\s-])treat(?:s|ed|ing)?/, evidence, 'work on, help with'],
	[/detox\w*|toxins?/, evidence, 'relax, unwind'],
	[/br(?:eak|oke)\w*\s(?:up|down)\s(?:\w+\s)?(?:scar\stissue|adhesions?|knots?)/, evidence, 'may loosen'],
	[/miracles?|miraculous\w*/, evidence, 'say what changed, and for whom'],
	[/diagnos(?:e|es|ing)/, license, 'assess'],
	[/prescrib(?:e|es|ing)/, license, 'suggest, recommend'],
];

/** “We do not diagnose” and “no therapist can guarantee” claim nothing; “not only heals” does. */
const denied = /(?:\b(?:not|never|no|nor|cannot|without)|n[’']t)\s+(?:(?!only\b|just\b)[\w’']+\s+){0,3}$/i;

/** Words that stand in for others, and telephone numbers that are kept for films. */
export const placeholder =
	/lorem ipsum|\b(?:TODO|TBD|FIXME)\b|\bxxx+\b|\byour (?:text|title|name) here\b|\b555-?01\d\d\b/i;

/** Claims and placeholders in a text, each with its place in it. */
export function findPhrases(text: string): [index: number, ...Words][] {
	const found = claims.flatMap(([{ source }, why, better]) =>
		[...text.matchAll(new RegExp(`\\b(?:${source})\\b`, 'gi'))]
			.filter(({ index }) => !denied.test(text.slice(0, index)))
			.map(({ 0: word, index }): [number, ...Words] => {
				return [index, `“${word}” is a claim that needs a source. ${why}`, `Better: ${better}.`];
			}),
	);
	const dummy = placeholder.exec(text);
	if (dummy) found.push([dummy.index, `“${dummy[0]}” is placeholder text.`, 'Write the real words.']);
	return found;
}

/** Words that must not be published: health claims without evidence or license, and what was to be replaced. */
export const phrases: Rule = ({ words }, _site, report) => {
	for (const { text, line, field } of words)
		// The schema of a phone number knows its samples.
		for (const [index, ...found] of field?.endsWith('phone') ? [] : findPhrases(text))
			report({ line: line + linesBefore(text, index), field }, ...found);
};
