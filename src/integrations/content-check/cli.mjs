/**
 * `npm run check:content -- [--format text|github|json] [--dir content]`: exits with 1 when there are errors.
 * Plain JavaScript, so that it can speak where nothing is installed and Node.js reads no TypeScript.
 */
import { parseArgs } from 'node:util';

const { values } = parseArgs({
	options: { format: { type: 'string', default: 'text' }, dir: { type: 'string', default: 'content' } },
});
/** @returns {never} */
const stop = (/** @type {string} */ message) => {
	console.error(message);
	process.exit(1);
};

const [{ checkContent }, { formats, summary }] = await Promise.all([import('./check.ts'), import('./report.ts')]).catch(
	(/** @type {unknown} */ error) => {
		const missing = error instanceof Error && 'code' in error && /NOT_FOUND|FILE_EXT/.test(String(error.code));
		if (missing) stop('The packages that the check needs are not installed. Run npm ci, then npm run check:content.');
		throw error;
	},
);
const format = new Map(Object.entries(formats)).get(values.format);
if (!format) stop(`--format is one of ${Object.keys(formats).join(', ')}.`);
const problems = await checkContent(values.dir);
if (problems.length || values.format === 'json') console.log(format(problems));
if (values.format !== 'json') console.log(summary(problems));
if (problems.some(({ level }) => level === 'error')) process.exitCode = 1;
