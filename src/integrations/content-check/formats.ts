import type { Problem } from './problem.ts';

const escape = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const escapeValue = (text: string) => escape(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function textLine({ line, field, level, message, hint }: Problem): string {
	const start = field && !message.includes(field) ? `${field}: ` : '';
	const advice = level === 'advice' ? 'Advice: ' : '';
	return `${String(line).padStart(5)}  ${advice}${start}${message}\n${hint ? `       → ${hint}\n` : ''}`;
}

/** Ways to print problems: for people, and for annotations of a pull request. */
export const formats = {
	text: (problems: Problem[]) =>
		Object.entries(Object.groupBy(problems, ({ file }) => file))
			.map(([file, group = []]) => `${file}\n${group.map(textLine).join('')}`)
			.join('\n'),

	/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
	github: (problems: Problem[]) =>
		problems
			.map(({ file, line, field = 'Content', level, message, hint = '' }) => {
				const place = `file=${escapeValue(file)},line=${line},title=${escapeValue(field)}`;
				return `::${level === 'error' ? 'error' : 'notice'} ${place}::${escape(`${message}\n${hint}`.trim())}`;
			})
			.join('\n'),
};
