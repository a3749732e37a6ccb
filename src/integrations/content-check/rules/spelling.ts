import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { decodeTrie } from 'cspell-trie-lib';
import type { Entry } from '../parse.ts';
import { linesBefore } from '../problem.ts';
import { wordList } from '../read.ts';
import type { Site, Rule } from '../site.ts';
import { placeholder } from './phrases.ts';

/** The dictionary of cspell, read by cspell's own reader: the whole of cspell takes two seconds to load, this 0.2. */
function loadDictionary() {
	const folder = dirname(createRequire(import.meta.url).resolve('@cspell/dict-en_us'));
	return decodeTrie(new Uint8Array(gunzipSync(readFileSync(join(folder, 'en_US.trie.gz')))));
}
let dictionary: ReturnType<typeof loadDictionary> | undefined;

/** Fields that hold names: what is written there is known everywhere. */
const names =
	/^(team\.name|terms\..*|clinic\.(name|shortName|area|places\.name|.*address\..*)|guide\..*(by|publisher))$/;
/** Fields that hold codes, file names, days and numbers. */
const codes = /^(redirects\.|clinic\.(?!name|notice)|\w+\.(section|letters|photo|fits|shows|menu)$)/;

/** The words of a text that can be looked up: no addresses, nothing with digits, no other scripts. */
const wordsOf = (text: string) =>
	text
		.replace(/[\u00ad\u200b]/g, '')
		.replace(/\S*(?:@|:\/\/|www\.)\S*/g, (address) => ' '.repeat(address.length))
		.matchAll(/[\p{L}\p{M}\p{N}]+(?:[’'][\p{L}\p{M}]+)*/gu)
		.map(({ 0: word, index }) => ({ word: word.normalize().replace(/’/g, "'").replace(/'s$/, ''), index }))
		.filter(({ word }) => /^[\p{Script=Latin}']{2,}$/u.test(word));

const nameOf = ({ folder, id }: Entry, field = '') => `${folder ?? id}.${field}`;

/** The words that a site knows beside the dictionary: its own list, and its names. */
const learned = new WeakMap<Site, Set<string>>();
function learn(site: Site): Set<string> {
	const list = join(site.dir, wordList);
	const texts = existsSync(list) ? [readFileSync(list, 'utf8').replace(/#.*/g, '')] : [];
	for (const entry of site.entries)
		for (const { text, field } of entry.words) if (names.test(nameOf(entry, field))) texts.push(text);
	const known = new Set(texts.flatMap((text) => [...wordsOf(text).map(({ word }) => word.toLowerCase())]));
	learned.set(site, known);
	return known;
}

/** Words that are neither in the American dictionary nor in the word list of the content. */
export const spelling: Rule = (entry, site, report) => {
	const trie = (dictionary ??= loadDictionary());
	const known = learned.get(site) ?? learn(site);
	for (const { text, line, field } of entry.words) {
		if (codes.test(nameOf(entry, field)) || placeholder.test(text)) continue;
		for (const { word, index } of wordsOf(text)) {
			const lower = word.toLowerCase();
			if (known.has(lower) || trie.hasWord(word, true) || trie.hasWord(lower, true)) continue;
			const near = word.length > 30 ? [] : trie.suggest(word, { numSuggestions: 3, changeLimit: 2 });
			const better = near.slice(0, 3).map((other) => `“${other}”`);
			const guess = better.length ? `Did you mean ${better.join(' or ')}? ` : '';
			const hint = `${guess}If it is right, write it on a line of its own in content/${wordList}.`;
			report({ line: line + linesBefore(text, index), field }, `“${word}” is not in the dictionary.`, hint);
		}
	}
};
