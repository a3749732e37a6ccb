import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { contentDir } from '../settings.ts';
import { didYouMean } from './check/problem.ts';
import { endingsOf, folderNames, slug } from './check/tree.ts';
import { newEntry } from './entries.ts';

/** `npm run new -- team "Jane Doe"`: makes an entry of a folder of `content/` that comes after the others. */
const [folder = '', ...words] = process.argv.slice(2);
const known = folderNames.find((name) => name === folder);
const name = words.join(' ').trim();

function make(): string {
	if (!known) return `There is no folder “${folder}” in content. ${didYouMean(folder, folderNames)}`;
	if (!slug(name)) return `Say what it is called: npm run new -- ${known} "A name"`;
	const file = `${known}/${slug(name)}${endingsOf(known)[0] ?? ''}`;
	if (existsSync(`${contentDir}/${file}`)) return `content/${file} is there already.`;
	const others = globSync(`${contentDir}/${known}/*.*`).filter((path) => /\.mdx?$/.test(path));
	const orders = others.map((path) => Number(/^order: *(\d+)/m.exec(readFileSync(path, 'utf8'))?.[1] ?? 0));
	writeFileSync(`${contentDir}/${file}`, newEntry(known, JSON.stringify(name), String(Math.max(0, ...orders) + 1)));
	console.log(`content/${file} is new.\nReplace every TODO in it; the words after each # say with what.`);
	console.log('Until then, npm run check:content refuses the file: nothing made up gets to readers.');
	return '';
}
const wrong = make();
if (wrong) {
	console.error(wrong);
	process.exitCode = 1;
}
