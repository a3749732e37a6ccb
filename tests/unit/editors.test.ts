import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { editLink } from '../../src/data/edit.ts';
import { folders } from '../../src/schemas/index.ts';
import { checkContent } from '../../src/tools/check/index.ts';
import { madeFromSchemas } from '../../src/tools/docs-fields.ts';
import { content, path } from '../support/content-room.ts';

/** What helps editors to write: the handbook, their program's help, and new entries. */

const made = Object.entries(await madeFromSchemas());
const handbook = readFileSync('content/README.md', 'utf8');

describe('the handbook', () => {
	test.each(made)('%s is what `npm run docs:fields` makes', (file, text) => {
		expect(readFileSync(file, 'utf8')).toBe(text);
	});

	test('explains every field of every folder', () => {
		for (const folder of [...Object.keys(folders), 'clinic', 'guide'])
			expect(handbook, folder).toMatch(new RegExp(`<!-- fields: ${folder} -->\\n\\n\\| Field[^]*?\\| \`\\w+\``));
		for (const field of ['photoAlt', 'standsFor', 'address.street', 'hours.opens', 'sources.year', 'fits'])
			expect(handbook).toContain(`| \`${field}\``);
	});

	const tasks = [
		'Change a sentence',
		'Add a comparison row',
		'Add a therapist with a photo',
		'Set the phone number',
		'Connect the form',
		'Add a term',
		'Move a section',
	];
	test.each(tasks)('shows how to “%s”: steps, an example, a right way and a wrong one', (task) => {
		const chapter = handbook.split(/^## /m).find((text) => text.startsWith(`${task}\n`)) ?? '';
		expect(chapter.match(/^\d\. /gm)?.length).toBeGreaterThan(2);
		expect(chapter).toMatch(/```/);
		expect(chapter).toMatch(/Right: /);
		expect(chapter).toMatch(/Wrong: /);
		if (task !== 'Connect the form') expect(chapter).toMatch(/Common mistakes:/);
	});

	test('shows examples that the check takes', async () => {
		const example = (file: string) => {
			const [, block = ''] = new RegExp(`\`${file}\`[^]*?\`\`\`md\\n([^]*?)\`\`\``).exec(handbook) ?? [];
			return block.replace(/^ {3}/gm, '').replace('what-to-expect', 'two-kinds').replace('what-to-expect', 'two-kinds');
		};
		writeFileSync(path('comparison/length-of-visit.md'), example('length-of-visit.md'));
		writeFileSync(path('terms/frozen-shoulder.md'), example('frozen-shoulder.md'));
		writeFileSync(path('team/jane-doe.md'), example('jane-doe.md').replace(/photo.*\n/g, ''));
		expect(readFileSync(path('team/jane-doe.md'), 'utf8')).toContain('Jane Doe');
		expect(await checkContent(content)).toEqual([]);
	});

	test('leads only to places of its own', () => {
		const anchors = [...handbook.matchAll(/^##+ (.*)$/gm)].map(([, title = '']) =>
			title
				.toLowerCase()
				.replace(/[^a-z -]/g, '')
				.replaceAll(' ', '-'),
		);
		const links = [...handbook.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor = '']) => anchor);
		expect(links.length).toBeGreaterThan(7);
		expect(links.filter((anchor) => !anchors.includes(anchor))).toEqual([]);
	});
});

describe('VS Code', () => {
	test('finds the schema of every single file, and a snippet for every folder', () => {
		const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as { 'yaml.schemas': object };
		for (const [schema, file] of Object.entries(settings['yaml.schemas'])) {
			expect(existsSync(schema), schema).toBe(true);
			expect(existsSync(file as string), schema).toBe(true);
		}
		// A date and time, which Astro would ask for, would underline every date that is right.
		const { properties } = JSON.parse(readFileSync('.vscode/schemas/guide.json', 'utf8')) as { properties: object };
		expect(properties).toMatchObject({ updated: { type: 'string', format: 'date' } });
		// The file may have commas at the ends of lists, as VS Code reads it.
		const text = readFileSync('.vscode/entries.code-snippets', 'utf8').replace(/,(\s*[\]}])/g, '$1');
		const snippets = JSON.parse(text) as Record<string, { prefix: string }>;
		expect(Object.values(snippets).map(({ prefix }) => prefix)).toEqual(
			Object.keys(folders).map((name) => `new ${name}`),
		);
	});
});

describe('a new entry', () => {
	const run = (...words: string[]) =>
		spawnSync(process.execPath, [join(import.meta.dirname, '../../src/tools/new.ts'), ...words], {
			encoding: 'utf8',
			env: { ...process.env, CONTENT_DIR: content },
		});

	/** What an editor writes in the place of each TODO, from the first to the last. */
	const written: [folder: string, file: string, order: string, words: string[]][] = [
		[
			'sections',
			'sections/cafe-and-rest.mdx',
			'order: 3',
			['Rest', 'What the room is like before and after.', 'Come in.'],
		],
		['comparison', 'comparison/cafe-and-rest.md', 'order: 3', ['Calm', 'Change', 'two-kinds']],
		['team', 'team/cafe-and-rest.md', 'order: 2', ['Kind hands.', 'She is kind.']],
		['choices', 'choices/cafe-and-rest.md', 'order: 3', ['both', 'You can rest.', 'two-kinds']],
		['terms', 'terms/cafe-and-rest.md', '', ['A place.']],
		['pages', 'pages/cafe-and-rest.md', '', ['Where you can sit and rest after your visit, and for how long.', 'Sit.']],
	];
	test.each(written)('of %s is refused for what is still to do, and then taken', async (folder, file, order, words) => {
		const { status, stdout } = run(folder, 'Café and', 'rest');
		expect(status).toBe(0);
		expect(stdout).toContain(`content/${file} is new.`);
		expect(stdout).toContain('Replace every TODO');
		let text = readFileSync(path(file), 'utf8');
		expect(text).toContain(order);
		expect(text.match(/TODO/g)).toHaveLength(words.length);
		const problems = await checkContent(content);
		expect(problems.map((problem) => problem.file)).toEqual(problems.map(() => `content/${file}`));
		expect(problems.filter(({ message }) => message.includes('“TODO” is placeholder text'))).toHaveLength(words.length);
		for (const word of words) text = text.replace('TODO', word);
		writeFileSync(path(file), text);
		expect(await checkContent(content)).toEqual([]);
	});

	test.each([
		['an unknown folder', ['teem', 'Jane'], /no folder “teem”.*`team`/],
		['no name', ['team'], /npm run new -- team "A name"/],
		['a name that is taken', ['team', 'Ana Diaz'], /content\/team\/ana-diaz\.md is there already/],
	])('is not made of %s', (_title, words, says) => {
		const { status, stderr } = run(...words);
		expect(status).toBe(1);
		expect(stderr).toMatch(says);
	});
});

describe('a link to edit', () => {
	test.each([
		['https://github.com/clinic/guide', 'https://github.com/clinic/guide/edit/main/content/guide.yaml'],
		['https://github.com/clinic/guide/', 'https://github.com/clinic/guide/edit/main/content/guide.yaml'],
		['https://github.com/clinic/guide/tree/trunk', 'https://github.com/clinic/guide/edit/trunk/content/guide.yaml'],
		['https://gitlab.com/clinic/guide/-/tree/trunk', 'https://gitlab.com/clinic/guide/-/edit/trunk/content/guide.yaml'],
		['https://codeberg.org/clinic/guide', 'https://codeberg.org/clinic/guide/_edit/main/content/guide.yaml'],
		[undefined, undefined],
	])('of %s leads to the editor of the git host', (repository, link) => {
		expect(editLink(repository, 'guide.yaml')).toBe(link);
	});
});
