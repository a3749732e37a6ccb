/** `npm run check:content -- [--format text|github] [--dir content]`: exits with 1 when there are errors. */
import { parseArgs } from 'node:util';
import { checkContent } from './check.ts';
import { formats } from './formats.ts';

const { values } = parseArgs({
	options: { format: { type: 'string', default: 'text' }, dir: { type: 'string', default: 'content' } },
});
const format = new Map(Object.entries(formats)).get(values.format);
if (format) {
	const problems = await checkContent(values.dir);
	const { error = [], advice = [] } = Object.groupBy(problems, ({ level }) => level);
	if (problems.length) console.log(format(problems));
	console.log(`Errors: ${error.length}. Pieces of advice: ${advice.length}.`);
	if (error.length) process.exitCode = 1;
} else {
	console.error(`--format is one of ${Object.keys(formats).join(', ')}.`);
	process.exitCode = 1;
}
