import { parseArgs } from 'node:util';
import { launch } from '../support/browser.ts';
import { trySeed } from './seed.ts';

/**
 * `npm run test:edits`: a hundred rounds of random edits. `-- --seed 17` repeats one round and prints its edits; `--count`
 * and `--from` choose others. A round that fails is printed, and its content and site stay in `.reports/edits/`.
 */
const { values } = parseArgs({
	options: {
		seed: { type: 'string' },
		from: { type: 'string', default: '1' },
		count: { type: 'string', default: '100' },
	},
});
const first = Number(values.seed ?? values.from);
const last = values.seed ? first : first + Number(values.count) - 1;
if (!Number.isInteger(first) || !Number.isInteger(last))
	throw new Error('--seed, --from and --count are whole numbers.');

const browser = await launch();
const failed: number[] = [];
for (let seed = first; seed <= last; seed++) {
	const { edits, found } = await trySeed(seed, browser);
	console.log(`${found.length ? '✗' : '✓'} seed ${seed}, ${edits.length} edits`);
	if (found.length) failed.push(seed);
	if (found.length || values.seed) console.log([...edits, ...found.map((line) => `! ${line}`)].join('\n'));
}
await browser.close();
console.log(
	`${last - first + 1 - failed.length} passed, ${failed.length} failed${failed.length ? `: ${failed.join(' ')}` : ''}`,
);
if (failed.length) process.exitCode = 1;
