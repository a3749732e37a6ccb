import { readdirSync } from 'node:fs';
import type { z } from 'astro/zod';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { labelOf } from '../../src/integrations/editor/form.ts';
import { files, folders } from '../../src/schemas/index.ts';
import { shapeContext, shapeOf } from '../../src/schemas/shape.ts';
import { fixture } from '../support/sites.ts';
import { useEditor } from './pages.ts';

/* The forms of `npm run edit`, for a copy of the fixture's content. */

const given = useEditor();

/** The lines that are gone from a text, and those that are new. */
function difference(before: string, after: string): string[] {
	const [old, now] = [before.split('\n'), after.split('\n')];
	const gone = old.filter((line) => !now.includes(line)).map((line) => `- ${line}`);
	return [...gone, ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`)];
}

const labelsOf = (schema: z.ZodType) => Object.keys(shapeOf(schema).properties ?? { lines: {} }).map(labelOf);
/** An entry of each folder, and each file, with the labels of its fields. */
const forms = [
	...Object.entries(folders).map(([name, { schema, body }]) => ({
		form: `${name}/${readdirSync(`${fixture}/${name}`)[0]?.replace(/\.\w+$/, '')}`,
		labels: [...labelsOf(schema(shapeContext)), ...(body === 'required' ? ['Text'] : [])],
	})),
	...Object.entries(files).map(([name, schema]) => ({ form: name, labels: labelsOf(schema()) })),
];

describe('a form', () => {
	test.each(forms)('shows every field of $form', async ({ form, labels }) => {
		await given.editor.open(form);
		const text = await given.editor.page.getByRole('group', { name: /^Edit/ }).innerText();
		for (const label of labels) expect(text.split('\n')).toContain(label);
		expect(text).not.toContain('Unsupported field type');
	});

	test.each<[string, string, (page: Page) => Promise<unknown>, string[]]>([
		[
			'a line',
			'sections/two-kinds.mdx',
			(page) => page.getByRole('textbox', { name: 'Title' }).fill('Know “both” kinds'),
			['- title: "Know the two kinds"', '+ title: "Know “both” kinds"'],
		],
		[
			'words that may have a link',
			'comparison/aim.md',
			(page) => page.getByRole('textbox', { name: 'Spa' }).fill('Rest, and *calm*.'),
			['- spa: "Rest and **calm**."', '+ spa: "Rest, and *calm*."'],
		],
		[
			'a number',
			'comparison/cost.md',
			(page) => page.getByRole('spinbutton', { name: 'Order' }).fill('7'),
			['- order: 2', '+ order: 7'],
		],
		[
			'a choice',
			'choices/sore-shoulder.md',
			(page) => page.getByRole('radio', { name: 'both', exact: true }).click(),
			['- fits: medical', '+ fits: both'],
		],
		[
			'a switch, on',
			'choices/long-week.md',
			(page) => page.getByRole('switch', { name: 'Draft' }).click(),
			['+ draft: true'],
		],
		[
			'a switch, off',
			'choices/not-yet.md',
			(page) => page.getByRole('switch', { name: 'Draft' }).click(),
			['- draft: true'],
		],
		[
			'a date',
			'pages/privacy.md',
			(page) =>
				page.getByLabel('Updated').locator('input').or(page.locator('input[type=date]')).first().fill('2026-11-20'),
			['- updated: 2026-11-24', '+ updated: 2026-11-20'],
		],
		[
			'a reference',
			'comparison/odd-words.md',
			(page) => page.getByRole('radio', { name: 'Ask for an appointment' }).click(),
			['- section: odd-words', '+ section: ask-us'],
		],
		[
			'references',
			'team/ana-diaz.md',
			(page) => page.getByRole('checkbox', { name: 'trigger point' }).click(),
			['- letters: [lmt, xyz]', '+ letters: [lmt, xyz, trigger-point]'],
		],
		[
			'a fact',
			'clinic.yaml',
			(page) => page.getByRole('textbox', { name: 'Email' }).fill('desk@hillside.test'),
			['- email: "hello@hillside.test"', '+ email: "desk@hillside.test"'],
		],
		[
			'a fact that is unset',
			'clinic.yaml',
			(page) => page.getByRole('textbox', { name: 'Booking' }).fill(''),
			['- booking: "https://booking.test/hillside?from=site&kind=first"'],
		],
		[
			'a field of a field',
			'guide.yaml',
			(page) => page.getByRole('textbox', { name: 'Caption' }).fill('Both kinds'),
			['-   caption: "Two kinds of massage, compared"', '+   caption: "Both kinds"'],
		],
		[
			'an entry of a list',
			'guide.yaml',
			(page) => page.getByRole('textbox', { name: 'Publisher' }).fill('JAMA'),
			['-     publisher: "JAMA Network Open"', '+     publisher: "JAMA"'],
		],
		[
			'an address that changed',
			'redirects.yaml',
			(page) => page.getByRole('textbox', { name: 'To' }).first().fill('/team/'),
			['- /an-old-page/: /contact/', '+ /an-old-page/: /team/'],
		],
		[
			'the text',
			'sections/ask-us.mdx',
			async (page) => {
				await page.getByRole('textbox', { name: 'Text' }).selectText();
				await page.getByRole('button', { name: 'Add Note' }).click();
			},
			['+ <Note>', '+ </Note>'],
		],
	])('changes %s, and in the file its lines alone', async (_kind, file, change, lines) => {
		await given.editor.open(file.replace(/\.\w+$/, ''));
		const before = await given.editor.read(file);
		await change(given.editor.page);
		expect(await given.editor.save()).toBe('');
		expect(difference(before, await given.editor.read(file))).toEqual(lines);
	});
});
