import type { Entry } from '../parse.ts';
import { at, type Finding, linesBefore } from '../problem.ts';

/** A word that promises more than a clinic may say without evidence. */
interface Claim {
	pattern: RegExp;
	why: string;
	better: string;
	/** Files that may use the word, each with the address of the source that supports it. */
	allowedIn?: { file: string; source: string }[];
}

const evidence = 'Health claims need scientific evidence (FTC Health Products Compliance Guidance, 2022).';
const license = 'Massage therapists in Oklahoma do not diagnose or prescribe (59 O.S. 4200).';

/** Claims to keep out unless a source supports them: whole words, wherever a line breaks. “Prescribed”, “treatment”, “a treat” stay sayable. */
const list: Claim[] = [
	{ pattern: /cur(?:es?|ed|ing)/, why: evidence, better: 'may ease, may help with' },
	{ pattern: /heal(?:s|ed|ing)?/, why: evidence, better: 'recover, feel better' },
	{ pattern: /guarantee(?:s|d|ing)?/, why: evidence, better: 'aims to' },
	{ pattern: /prove[ns]?|proved|proving/, why: evidence, better: 'name the study and link to it' },
	{ pattern: /(?<!\b(?:a|year|the)[\s-])treat(?:s|ed|ing)?/, why: evidence, better: 'work on, help with' },
	{ pattern: /detox\w*|toxins?/, why: evidence, better: 'relax, unwind' },
	{
		pattern: /br(?:eak|oke)\w* (?:up|down) (?:\w+ )?(?:scar tissue|adhesions?|knots?)/,
		why: evidence,
		better: 'may loosen',
	},
	{ pattern: /miracles?|miraculous\w*/, why: evidence, better: 'say what changed, and for whom' },
	{ pattern: /diagnos(?:e|es|ing)/, why: license, better: 'assess' },
	{ pattern: /prescrib(?:e|es|ing)/, why: license, better: 'suggest, recommend' },
].map((claim) => ({
	...claim,
	pattern: new RegExp(`\\b(?:${claim.pattern.source.replaceAll(' ', '\\s+')})\\b`, 'gi'),
}));

/** “We do not diagnose” and “no therapist can guarantee” claim nothing; “not only heals” does. */
const denied = /(?:\b(?:not|never|no|nor|cannot|without)|n[’']t)\s+(?:(?!only\b|just\b)[\w’']+\s+){0,3}$/i;

/** Claims that a text makes. `file` is its name as problems show it. */
export const findClaims = (text: string, file = ''): (Claim & { word: string; index: number })[] =>
	list
		.filter(({ allowedIn }) => !allowedIn?.some((allowed) => allowed.file === file))
		.flatMap((claim) =>
			[...text.matchAll(claim.pattern)]
				.filter(({ index }) => !denied.test(text.slice(0, index)))
				.map(({ 0: word, index }) => ({ ...claim, word, index })),
		);

/** Health claims need evidence, and therapists a license for what they say they do. */
export function* claims({ words, file }: Entry): Iterable<Finding> {
	for (const { text, line, field } of words)
		for (const { word, index, why, better } of findClaims(text, file)) {
			const place = { line: line + linesBefore(text, index), field };
			yield at(place, [`“${word}” is a claim that needs a source. ${why}`, `Better: ${better}.`]);
		}
}
