import type { Problem } from './problem.ts';

const escape = (text: string) => text.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D');
const escapeProperty = (text: string | number) => escape(String(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Ways to print problems: for people, for annotations of a pull request, for tools. */
export const formats = {
	text: (problems: Problem[]) =>
		Object.entries(Object.groupBy(problems, ({ file }) => file))
			.map(([file, group = []]) => {
				const lines = group.map(({ line, level, message, hint }) => {
					const place = String(line).padStart(5);
					return `${place}  ${level === 'advice' ? 'Advice: ' : ''}${message}${hint ? `\n       → ${hint}` : ''}`;
				});
				return `${file}\n${lines.join('\n')}\n`;
			})
			.join('\n'),

	/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
	github: (problems: Problem[]) =>
		problems
			.map(({ file, line, column, field, level, message, hint }) => {
				const title = field ?? (level === 'error' ? 'Mistake' : 'Advice');
				const place = Object.entries({ file, line, ...(column && { col: column }), title });
				const properties = place.map(([name, value]) => `${name}=${escapeProperty(value)}`).join(',');
				return `::${level === 'error' ? 'error' : 'notice'} ${properties}::${escape([message, hint].filter(Boolean).join('\n'))}`;
			})
			.join('\n'),

	json: (problems: Problem[]) => JSON.stringify(problems, null, '\t'),
};
