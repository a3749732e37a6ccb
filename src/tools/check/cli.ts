import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formats } from './format.ts';
import { checkContent } from './index.ts';

/** `node src/tools/check/cli.ts [--format text|github|json] [--dir content]`: exits with 1 when there are mistakes. */
const { values } = parseArgs({
	options: { format: { type: 'string', default: 'text' }, dir: { type: 'string', default: 'content' } },
});
if (!Object.hasOwn(formats, values.format)) throw new Error(`--format is one of ${Object.keys(formats).join(', ')}.`);

const problems = await checkContent(values.dir);
const output = formats[values.format as keyof typeof formats](problems);
if (output) console.log(output);

const errors = problems.filter(({ level }) => level === 'error');
const count = (n: number, one: string, many = `${one}s`) => `${n} ${n === 1 ? one : many}`;
const checked = readdirSync(values.dir, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
const mistakes = errors.length
	? `${count(errors.length, 'mistake')} in ${count(new Set(errors.map(({ file }) => file)).size, 'file')}`
	: 'no mistakes';
const advice = count(problems.length - errors.length, 'piece of advice', 'pieces of advice');
if (values.format !== 'json') console.log(`${count(checked.length, 'file')} checked, ${mistakes}, ${advice}.`);
process.exitCode = errors.length ? 1 : 0;
