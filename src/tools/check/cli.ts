import { globSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { formats, summary } from './format.ts';
import { checkContent } from './index.ts';

/** `node src/tools/check/cli.ts [--format text|github|json] [--dir content]`: exits with 1 when there are mistakes. */
const { values } = parseArgs({
	options: { format: { type: 'string', default: 'text' }, dir: { type: 'string', default: 'content' } },
});
const format = formats[values.format as keyof typeof formats];
if (!Object.hasOwn(formats, values.format)) throw new Error(`--format is one of ${Object.keys(formats).join(', ')}.`);

const problems = await checkContent(values.dir);
const files = globSync('**/*.*', { cwd: values.dir });
if (problems.length || values.format === 'json') console.log(format(problems));
if (values.format !== 'json') console.log(summary(problems, files.length));
if (problems.some(({ level }) => level === 'error')) process.exitCode = 1;
