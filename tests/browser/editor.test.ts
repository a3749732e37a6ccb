import { readFileSync, readdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildEditor } from '../../src/integrations/editor/build.ts';
import { editorConfig } from '../../src/integrations/editor/config.ts';
import { serveSite, type SiteServer } from '../support/server.ts';
import { fixture } from '../support/sites.ts';
import { visitSite } from '../support/visit.ts';
import { type Editor, openEditor } from './pages/editor.ts';

/* The editor of `npm run edit`, at work on a copy of the fixture's content. */

const visit = visitSite();
let server: SiteServer;
beforeAll(async () => {
	await buildEditor(`${process.cwd()}/.reports/editor`);
	server = await serveSite('.reports/editor');
});
afterAll(() => server.close());
const start = (): Promise<Editor> => openEditor(visit.browser, server.url, fixture);

/** The lines in which a file differs from the one that the fixture has. */
async function changes(editor: Editor, file: string): Promise<string[]> {
	const before = readFileSync(`${fixture}/${file}`, 'utf8').split('\n');
	const after = (await editor.read(file)).split('\n');
	const gone = before.filter((line) => !after.includes(line)).map((line) => `- ${line}`);
	return [...gone, ...after.filter((line) => !before.includes(line)).map((line) => `+ ${line}`)];
}

interface Field {
	label: string;
	fields?: Field[];
	widget: string;
}
const { collections = [], singletons = [] } = editorConfig('', '') as unknown as Record<
	'collections' | 'singletons',
	{ name: string; fields: Field[] }[]
>;
/** An entry of each folder, and each file. */
const forms = [
	...collections.map(({ name, fields }) => ({
		form: `${name}/${readdirSync(`${fixture}/${name}`)[0]?.replace(/\.\w+$/, '')}`,
		fields,
	})),
	...singletons.map(({ name, fields }) => ({ form: name, fields })),
];

describe('a form', () => {
	test.each(forms)('shows every field of $form, filled with what is in the file', async ({ form, fields }) => {
		const editor = await start();
		await editor.open(form);
		const text = await editor.page.getByRole('group', { name: /^Edit/ }).innerText();
		for (const { label } of fields) expect(text).toContain(label);
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
			'comparison/aim.md',
			(page) => page.getByRole('spinbutton', { name: 'Order' }).fill('7'),
			['- order: 1', '+ order: 7'],
		],
		[
			'a choice',
			'choices/long-week.md',
			(page) => page.getByRole('radio', { name: 'both' }).click(),
			['- fits: spa', '+ fits: both'],
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
			'comparison/aim.md',
			(page) => page.getByRole('radio', { name: 'Ask for an appointment' }).click(),
			['- section: two-kinds', '+ section: ask-us'],
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
				await page.getByRole('textbox', { name: 'Text' }).click();
				await page.keyboard.press('Control+End');
				await page.keyboard.type(' It is **free**.');
			},
			[],
		],
	])('changes %s, and in the file its lines alone', async (_kind, file, change, lines) => {
		const editor = await start();
		await editor.open(file.replace(/\.\w+$/, ''));
		await change(editor.page);
		expect(await editor.save()).toBe('');
		expect(await changes(editor, file)).toEqual(lines);
	});
});
