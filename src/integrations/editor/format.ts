import type { z } from 'astro/zod';
import { parseDocument } from 'yaml';
import { checkValues } from '../content-check/rules/fields.ts';
import { readFields } from '../content-check/yaml.ts';
import { mergeYaml, type Values } from './yaml.ts';

/** The fields of a file and its text, with the dashes around the fields. A single file has none. */
const parts = /^(---[ \t]*\n)((?:.*\n)*?)(---[ \t]*\n)([^]*)$/;

/**
 * The values of a file for its form, and the file itself as `source`, so that saving changes nothing else. Old and new
 * addresses become `lines`. Fields that cannot be read are empty; saving says why.
 */
export function readEntry(file: string): Values {
	const [, , yaml = file, , body] = parts.exec(`${file}\n`) ?? [];
	const fields = (parseDocument(yaml).toJS() ?? {}) as Values;
	const lines = Object.entries(fields).map(([from, to]) => ({ from, to }));
	if (body === undefined && lines.every(({ from }) => from.startsWith('/'))) return { lines, source: file };
	return { ...fields, source: file, ...(body !== undefined && { body: body.trim() }) };
}

/**
 * The file with the values of its form. Throws, for the form to show it, what the check would say of the fields; then
 * nothing is written.
 */
export async function writeEntry(values: Values, schema: z.ZodType): Promise<string> {
	const {
		source = '---\n---',
		body = '',
		lines,
		...fields
	} = values as Values & Partial<Record<'source' | 'body', string>>;
	const [, start = '', yaml = `${source}\n`, end = '', text = ''] = parts.exec(`${source}\n`) ?? [];
	const addresses = (lines ?? []) as { from: string; to: string }[];
	const wanted = lines ? Object.fromEntries(addresses.map(({ from, to }) => [from, to])) : fields;
	const merged = mergeYaml(yaml, wanted);
	const wrong: string[] = [];
	const read = readFields(merged, ({ line }, message, hint = '') => {
		wrong.push(`Line ${line + Number(start !== '')}: ${message} ${hint}`);
	});
	if (!start && body) wrong.push('The fields do not stand between two lines of three dashes. Mend that in the file.');
	for (const [path, ...words] of wrong.length ? [] : await checkValues(schema, read?.data)) {
		const place = path.map((key) => (typeof key === 'number' ? key + 1 : String(key))).join(' ');
		wrong.push(`${place}: ${words.join(' ')}`);
	}
	// The editor shows the cause of this message, and keeps the form open.
	if (wrong.length) throw new Error('saving_failed', { cause: new Error(wrong.join('\n')) });
	return start + merged + end + (text.trim() === body ? text : `\n${body}\n`);
}
