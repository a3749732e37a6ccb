import { readFileSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { z } from 'astro/zod';
import { slug } from 'github-slugger';
import { format, resolveConfig } from 'prettier';
import { describe, expect, test } from 'vitest';
import { files, folders } from '../../../src/schemas/index.ts';
import { type Shape, shapeContext, shapeOf } from '../../../src/schemas/shape.ts';
import { append, found, path } from './content.ts';

/* The handbook's tables of fields are made from the schemas: `npm run docs:fields` writes them anew. */

const file = 'content/README.md';
const handbook = readFileSync(file, 'utf8');

const schemas = new Map<string, z.ZodType>([
	...Object.entries(folders).map(([name, { schema }]) => [name, schema(shapeContext)] as const),
	...Object.entries(files).map(([name, schema]) => [name, schema()] as const),
]);

/** One line of a table for each field, and for each field inside it. */
function rows(shape: Shape, before = ''): string[] {
	const { properties = {}, required = [] } = shape.anyOf?.[0] ?? shape.items ?? shape;
	return Object.entries(properties).flatMap(([name, field]) => {
		const inner = field.anyOf?.[0] ?? field;
		const limit = field.maxLength && field.maxLength < 1000 ? ` Up to ${field.maxLength} characters.` : '';
		const values = field.enum ? ` One of: ${field.enum.join(', ')}.` : '';
		const needed = required.includes(name) ? 'yes' : '';
		const line = `| \`${before}${name}\` | ${needed} | ${field.description || inner.description || ''}${values}${limit} |`;
		return [line, ...rows(inner.items ?? inner, `${before}${name}.`)];
	});
}

/** The table of a folder or a file, as it stands in the handbook. */
function table(name: string): string {
	const schema = schemas.get(name);
	if (!schema) throw new Error(`There is no schema ${name}.`);
	return ['| Field | Needed | What to write |', '| --- | --- | --- |', ...rows(shapeOf(schema))].join('\n');
}

describe('the handbook', () => {
	const marks = /(<!-- fields: (\w+) -->\n)[^]*?(<!-- end -->)/g;

	test('has the tables that the schemas make, for every folder and file', async () => {
		const made = handbook.replace(marks, (_, start: string, name: string, end: string) =>
			[start, table(name), '', end].join('\n'),
		);
		const tidy = await format(made, { ...(await resolveConfig(file)), filepath: file });
		await expect(tidy).toMatchFileSnapshot(resolve(file));
		const names = [...handbook.matchAll(marks)].map((match) => match[2]);
		expect(names.sort()).toEqual([...schemas.keys()].filter((name) => name !== 'redirects').sort());
		const fields = ['photoAlt', 'address.street', 'hours.opens', 'places.hours.days', 'notice.lastDay', 'sources.year'];
		for (const field of fields) expect(tidy).toContain(`| \`${field}\``);
	});

	test('shows examples that the check takes', async () => {
		const example = (name: string) => {
			const [, block = ''] = new RegExp(`Name it[^\`]*\`${name}\`[^]*?\`\`\`md\\n([^]*?)\`\`\``).exec(handbook) ?? [];
			expect(block, name).toContain('---');
			return block.replace(/^ {3}/gm, '').replaceAll('what-to-expect', 'two-kinds');
		};
		const examples = ['comparison/length-of-visit.md', 'terms/tennis-elbow.md', 'team/jane-doe.md'];
		examples.push('pages/prices.md', 'sections/first-visit.mdx', 'choices/first-time.md');
		for (const file of examples) writeFileSync(path(file), example(basename(file)).replace(/photo.*\n/g, ''));
		const facts = [...handbook.matchAll(/```yaml\n([^]*?)```/g)].map(([, yaml = '']) =>
			yaml.replace(/^ {3}(?=( {2})*\w)/gm, ''),
		);
		append('clinic.yaml', facts.filter((yaml) => /^(hours|places|notice)/.test(yaml)).join(''))();
		expect(facts.length).toBeGreaterThan(5);
		expect(await found()).toEqual([]);
	});

	test('leads only to places of its own', () => {
		const anchors = [...handbook.matchAll(/^##+ (.*)$/gm)].map(([, title = '']) => slug(title));
		const links = [...handbook.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor = '']) => anchor);
		expect(links.length).toBeGreaterThan(7);
		expect(links.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
	});
});
