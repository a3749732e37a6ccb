import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import about from '@cspell/dict-en_us' with { type: 'json' };
import { decodeTrie, mapDictionaryInformationToWeightMap } from 'cspell-trie-lib';
import { type Entry, wordList } from './tree.ts';
import { linesBefore } from './words.ts';

const trieFile = join(dirname(createRequire(import.meta.url).resolve('@cspell/dict-en_us')), 'en_US.trie.gz');
/** The dictionary of cspell, read by cspell's own reader: the whole of cspell takes two seconds to load, this 0.2. */
const american = decodeTrie(new Uint8Array(gunzipSync(readFileSync(trieFile))));
/** Which letters are easily mistaken for which. */
const weightMap = mapDictionaryInformationToWeightMap(about.dictionaryDefinitions[0]?.dictionaryInformation ?? {});

/** Fields that hold names: what is written there is known everywhere. */
const names =
	/^(team\.name|terms\.(term|standsFor)|clinic\.(name|shortName|area|address\..*)|guide\.(reviewed\.by|sources\.publisher))$/;
/** Fields that hold codes and file names. */
const codes = /^(clinic\.formId|redirects\..*|\w+\.(section|letters|photo|fits|shows))$/;

/** The words of a text that can be looked up: no addresses, nothing with digits, no other scripts. */
const wordsOf = (text: string) =>
	text
		.replace(/\S*(?:@|:\/\/|www\.)\S*/g, (address) => ' '.repeat(address.length))
		.matchAll(/[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}\p{M}]+)*/gu)
		.map(({ 0: word, index }) => ({ word: word.normalize().replace(/’/g, "'").replace(/'s$/, ''), index }))
		.filter(({ word }) => /^[\p{Script=Latin}']{2,}$/u.test(word));

/** Reports every word that is neither in the American dictionary nor in the word list of the content in `dir`. */
export function checkSpelling(entries: Entry[], dir: string) {
	const list = join(dir, wordList);
	const known = new Set<string>();
	const learn = (text: string) => wordsOf(text).forEach(({ word }) => known.add(word.toLowerCase()));
	if (existsSync(list)) learn(readFileSync(list, 'utf8').replace(/#.*/g, ''));
	const blocks = entries.flatMap((entry) =>
		entry.words.map((block) => ({ ...block, entry, name: `${entry.folder ?? entry.id}.${block.field ?? ''}` })),
	);
	for (const { text, name } of blocks) if (names.test(name)) learn(text);
	for (const { text, line, field, name, entry } of blocks)
		for (const { word, index } of codes.test(name) ? [] : wordsOf(text)) {
			const spellings = [word, word.toLowerCase()];
			if (spellings.some((spelling) => known.has(spelling) || american.hasWord(spelling, true))) continue;
			const place = line + linesBefore(text, index);
			entry.say(place, `“${word}” is not in the dictionary.`, advise(word), { field });
		}
}

/** The nearest words, and what to do when the word is right. */
function advise(word: string): string {
	const near = word.length > 30 ? [] : american.suggest(word, { numSuggestions: 3, changeLimit: 2, weightMap });
	const quoted = near.slice(0, 3).map((other) => `“${other}”`);
	return `${near.length ? `Did you mean ${quoted.join(' or ')}? ` : ''}If it is right, write it on a line of its own in content/${wordList}.`;
}
