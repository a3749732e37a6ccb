import { globSync, readFileSync } from 'node:fs';
import { z } from 'astro/zod';
import { describe, expect, test } from 'vitest';
import { editLink, repositoryOf } from '../../src/data/edit.ts';
import { readFile, writeFile } from '../../src/integrations/editor/file.ts';
import { editorConfig, toFields } from '../../src/integrations/editor/form.ts';
import { optionalFact, text } from '../../src/schemas/context.ts';
import { files, folders } from '../../src/schemas/index.ts';
import { shapeContext, shapeOf } from '../../src/schemas/shape.ts';
import { fixture } from '../support/sites.ts';

const formOf = (field: z.ZodType) => toFields(shapeOf(z.object({ field })), 'made-up')[0];

describe('a form', () => {
	test('takes label, help, limits and need from the schema', () => {
		const schema = z.strictObject({ photoAlt: text(70, 'What it shows.', 3).optional(), name: text(90, 'Who.') });
		expect(toFields(shapeOf(schema), 'made-up')).toEqual([
			{
				name: 'photoAlt',
				label: 'Photo alt',
				hint: 'What it shows.',
				required: false,
				widget: 'string',
				minlength: 3,
				maxlength: 70,
			},
			{ name: 'name', label: 'Name', hint: 'Who.', required: true, widget: 'text', minlength: 1, maxlength: 90 },
		]);
	});

	test.each<[string, z.ZodType, object]>([
		['a choice', z.enum(['spa', 'medical']), { widget: 'select', options: ['spa', 'medical'] }],
		['yes or no', z.boolean(), { widget: 'boolean' }],
		['a whole number', z.int().min(1).max(9), { widget: 'number', min: 1, max: 9 }],
		[
			'a date',
			z.unknown().pipe(z.date()).meta({ type: 'string', format: 'date' }),
			{ widget: 'datetime', type: 'date' },
		],
		['a reference', shapeContext.reference('terms'), { widget: 'relation', collection: 'terms' }],
		['references', z.array(shapeContext.reference('terms')).max(6), { widget: 'relation', multiple: true, max: 6 }],
		['a picture', shapeContext.image(), { widget: 'image', choose_url: false }],
		[
			'a fact that may be unknown',
			optionalFact(z.union([z.string(), z.number()])),
			{ widget: 'string', required: false },
		],
		[
			'fields inside',
			z.strictObject({ a: z.boolean() }),
			{ widget: 'object', fields: [expect.objectContaining({ name: 'a' })] },
		],
		['a list', z.array(z.string()), { widget: 'list', field: expect.objectContaining({ widget: 'string' }) as object }],
		[
			'a list of fields',
			z.array(z.object({ a: z.int() })),
			{ widget: 'list', fields: [expect.objectContaining({ name: 'a' })] },
		],
	])('has an input for %s', (_title, schema, form) => {
		expect(formOf(schema)).toMatchObject(form);
	});

	test.each<[string, z.ZodType]>([
		['a kind that it does not know', z.tuple([z.string()])],
		['two kinds at once', z.union([z.boolean(), z.object({})])],
		['a kind inside a list', z.array(z.object({ a: z.unknown() }))],
	])('stops with the name of a field of %s', (_title, schema) => {
		expect(() => formOf(schema)).toThrow(/The editor has no form for made-up\.field/);
	});

	test('is there for every folder and file of the content, with every field', () => {
		const { collections = [], singletons = [] } = editorConfig('owner/name', 'main');
		const names = [...collections, ...singletons].map((one) => [
			one.name,
			'fields' in one && one.fields.map(({ name }) => name),
		]);
		const wanted = [
			...Object.entries(folders).map(([name, { schema, body }]) => [name, schema(shapeContext), body] as const),
			...Object.entries(files).map(([name, schema]) => [name, schema(), 'none'] as const),
		];
		expect(names).toEqual(
			wanted.map(([name, schema, body]) => {
				const fields = Object.keys((shapeOf(schema) as { properties?: object }).properties ?? { lines: [] });
				return [name, body === 'required' ? [...fields, 'body'] : fields];
			}),
		);
	});
});

describe('saving', () => {
	const clinic = files.clinic();
	const given =
		"name:   Hillside\nshortName: 'Hill'\n\n# Where\narea: Tulsa\nhours:\n  - days: Mon\n    opens: closed\n";
	/** The lines that saving changes when a form holds `values` in place of what it holds. */
	const saved = async (values: object, source = given, schema: z.ZodType = clinic) => {
		const after = (await writeFile({ ...readFile(source.trim()), ...values }, schema)).split('\n');
		const before = source.split('\n');
		return [
			...before.filter((line) => !after.includes(line)).map((line) => `- ${line}`),
			...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`),
		];
	};

	test.each(globSync('**/*.{md,mdx,yaml}', { cwd: fixture }))(
		'leaves %s as it is when nothing was changed',
		async (file) => {
			const text = readFileSync(`${fixture}/${file}`, 'utf8');
			const [folder = ''] = file.split('/');
			const schemas = {
				...folders,
				...Object.fromEntries(Object.entries(files).map(([name, schema]) => [`${name}.yaml`, { schema }])),
			};
			const schema = (schemas as unknown as Record<string, { schema: (context: unknown) => z.ZodType }>)[
				folder
			]?.schema(shapeContext);
			expect(schema && (await writeFile(readFile(text.trim()), schema))).toBe(text);
		},
	);

	test.each<[string, object, string[]]>([
		['words', { name: 'Hill & Side' }, ['- name:   Hillside', '+ name: "Hill & Side"']],
		['a new fact', { email: 'a@b.test' }, ['+ email: "a@b.test"']],
		[
			'a fact inside',
			{ hours: [{ days: 'Mon', opens: 'by appointment' }] },
			['-     opens: closed', '+     opens: "by appointment"'],
		],
		[
			'one more entry',
			{
				hours: [
					{ days: 'Mon', opens: 'closed' },
					{ days: 'Tue', opens: '9 am', closes: 'noon' },
				],
			},
			['+   - days: "Tue"', '+     opens: "9 am"', '+     closes: noon'],
		],
		['no entry any more', { hours: undefined }, ['- hours:', '-   - days: Mon', '-     opens: closed']],
		['fields that stay empty', { notice: undefined, phone: '', places: undefined }, []],
	])('changes the lines of %s and no other', async (_title, values, lines) => {
		expect(await saved(values)).toEqual(lines);
	});

	test('writes a new file as an editor would', async () => {
		const values = {
			name: 'Jane Doe',
			letters: ['lmt'],
			knownFor: 'A sentence.',
			photo: './jane.jpg',
			photoAlt: 'Jane at the desk',
			order: 3,
			draft: false,
			body: 'Her story.',
		};
		expect(await writeFile(values, folders.team.schema(shapeContext))).toBe(
			'---\nname: "Jane Doe"\nletters: [lmt]\nknownFor: "A sentence."\nphoto: ./jane.jpg\nphotoAlt: "Jane at the desk"\norder: 3\n---\n\nHer story.\n',
		);
	});

	test('keeps old and new addresses in their order', async () => {
		const lines = [
			{ from: '/b/', to: '/team/' },
			{ from: '/a.html', to: '/' },
			{ from: '/c/', to: '/#x' },
		];
		const source = '# Moved\n/b/: /contact/\n/a.html: /\n';
		expect(await saved({ lines }, source, files.redirects())).toEqual([
			'- /b/: /contact/',
			'+ /b/: /team/',
			'+ /c/: /#x',
		]);
	});

	test.each<[string, object, string, RegExp]>([
		['a value', { phone: '12' }, given, /^phone: This is no phone number/],
		['a value inside', { hours: [{ days: 'Mon', opens: 'early' }] }, given, /^hours 1 opens: “early” is no time/],
		[
			'two fields together',
			{ photo: './a.jpg' },
			'---\nname: "A"\nletters: []\nknownFor: "B."\norder: 1\n---\n\nC.\n',
			/^photoAlt: The photo has no words/,
		],
		[
			'a line that cannot be read',
			{ name: 'New' },
			'name: "Open\nshortName: S\n',
			/^Line 1: A quote or bracket is opened/,
		],
		['fields that are not closed', {}, '---\nname: "A"\n', /./],
	])('is refused in the words of the check for %s', async (_title, values, source, words) => {
		const schema = source.startsWith('---') ? folders.team.schema(shapeContext) : clinic;
		const error: unknown = await saved(values, source, schema).catch((error: unknown) => error);
		expect(error).toMatchObject({
			message: 'saving_failed',
			cause: { message: expect.stringMatching(words) as string },
		});
	});
});

test.each([
	[undefined, undefined],
	['https://github.com/a/b', '/edit/#/collections/terms/entries/lmt'],
	['https://github.com/a/b/tree/trunk', '/edit/#/collections/terms/entries/lmt'],
	['https://code.test/a/b', 'https://code.test/a/b/edit/main/content/terms/lmt.md'],
	['https://gitlab.com/a/b/-/tree/trunk/', 'https://gitlab.com/a/b/-/edit/trunk/content/terms/lmt.md'],
	['https://codeberg.org/a/b', 'https://codeberg.org/a/b/_edit/main/content/terms/lmt.md'],
])('leads from a text to its form, or to its file at a host other than GitHub: %s', (repository, link) => {
	expect(editLink(repository, 'terms/lmt.md')).toBe(link);
});

test('takes the repository and its branch from its address', () => {
	expect(repositoryOf('https://github.com/a/b.git')).toEqual({ repo: 'a/b', branch: 'main' });
	expect(repositoryOf('https://github.com/a/b/tree/trunk/')).toEqual({ repo: 'a/b', branch: 'trunk' });
	expect(repositoryOf('https://github.com.evil.test/a/b')).toBeUndefined();
});
