import type { Problem } from './problem.ts';

const escape = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeValue = (text: string) => escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Ways to print problems: for people, for annotations of a pull request, for tools. */
export const formats = {
	text: (problems: Problem[]) =>
		Object.entries(Object.groupBy(problems, ({ file }) => file))
			.map(([file, group = []]) => {
				const lines = group.map(({ line, field, level, message, hint }) => {
					const start = `${String(line).padStart(5)}  ${level === 'advice' ? 'Advice: ' : ''}${field && !message.includes(field) ? `${field}: ` : ''}`;
					return `${start}${message}\n${hint ? `       → ${hint}\n` : ''}`;
				});
				return `${file}\n${lines.join('')}`;
			})
			.join('\n'),

	/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
	github: (problems: Problem[]) =>
		problems
			.map(({ file, line, column = 1, field = 'Content', level, message, hint = '' }) => {
				const place = `file=${escapeValue(file)},line=${line},col=${column},title=${escapeValue(field)}`;
				return `::${level === 'error' ? 'error' : 'notice'} ${place}::${escape(`${message}\n${hint}`.trim())}`;
			})
			.join('\n'),

	json: (problems: Problem[]) => JSON.stringify(problems, null, '\t'),
};

/** The closing line: how much was looked at, and what was found. */
export function summary(problems: Problem[], files: number): string {
	const count = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`;
	const errors = problems.filter(({ level }) => level === 'error').length;
	const advice = problems.length - errors;
	const found = errors ? count(errors, 'mistake') : 'no mistakes';
	return `${count(files, 'file')} checked, ${found}${advice ? `, ${count(advice, 'piece')} of advice` : ''}.`;
}
