import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkContent } from '../../src/integrations/content-check/check.ts';
import { buildEditor } from '../../src/integrations/editor/build.ts';
import { editorConfig } from '../../src/integrations/editor/config.ts';
import { launch } from '../support/browser.ts';
import { serveSite, type SiteServer } from '../support/server.ts';
import { fixture } from '../support/sites.ts';
import { type Editor, openEditor } from './pages/editor.ts';

/* The editor of `npm run edit`, at work on a copy of the fixture's content. */

let server: SiteServer;
let browser: Browser;
let editor: Editor;
beforeAll(async () => {
	await buildEditor(`${process.cwd()}/.reports/editor`);
	[server, browser] = await Promise.all([serveSite('.reports/editor'), launch()]);
	editor = await openEditor(browser, server.url, fixture);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

const input = (name: string) =>
	editor.page
		.getByRole('textbox', { name, exact: true })
		.or(editor.page.getByRole('spinbutton', { name, exact: true }))
		.first();
const fill = async (values: Record<string, string>) => {
	for (const [label, value] of Object.entries(values)) await input(label).fill(value);
};
/** What the check says of the folder as it is now. */
async function check(): Promise<string[]> {
	const folder = mkdtempSync(join(tmpdir(), 'editor-'));
	await editor.copyTo(`${folder}/content`);
	const problems = await checkContent(`${folder}/content`);
	rmSync(folder, { recursive: true });
	return problems
		.filter(({ level }) => level === 'error')
		.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

/** The lines that are gone from a text, and those that are new. */
function difference(before: string, after: string): string[] {
	const [old, now] = [before.split('\n'), after.split('\n')];
	const gone = old.filter((line) => !now.includes(line)).map((line) => `- ${line}`);
	return [...gone, ...now.filter((line) => !old.includes(line)).map((line) => `+ ${line}`)];
}

const { collections, singletons } = editorConfig('', '') as unknown as Record<
	'collections' | 'singletons',
	{ name: string; fields: { label: string }[] }[]
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
	test.each(forms)('shows every field of $form', async ({ form, fields }) => {
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
		await editor.open(file.replace(/\.\w+$/, ''));
		const before = await editor.read(file);
		await change(editor.page);
		expect(await editor.save()).toBe('');
		expect(difference(before, await editor.read(file))).toEqual(lines);
	});
});

test('adds an entry to every folder, which the check takes', async () => {
	await editor.open('terms/new');
	await fill({ Term: 'stiff neck', Text: 'A neck that hardly turns.' });
	expect(await editor.save()).toBe('');
	await editor.open('comparison/new');
	await fill({ Category: 'Length', Spa: 'One hour.', Medical: 'Half an hour.', Order: '8' });
	await editor.page.getByRole('radio', { name: 'Ask for an appointment' }).click();
	expect(await editor.save()).toBe('');
	await editor.open('choices/new');
	await fill({ Question: 'I am new here', Answer: 'Either', Reason: 'Take your time.', Order: '8' });
	await editor.page.getByRole('radio', { name: 'both', exact: true }).click();
	await editor.page.getByRole('radio', { name: 'Ask for an appointment' }).click();
	expect(await editor.save()).toBe('');
	await editor.open('sections/new');
	await fill({
		Title: 'Find the door',
		Short: 'The door',
		Description: 'Where the door is, and how to open it.',
		Order: '8',
	});
	await fill({ Text: 'It is on the left.' });
	expect(await editor.save()).toBe('');
	await editor.open('pages/new');
	await fill({ Title: 'Rooms', Description: 'Which rooms there are, and what you will find in each of them.' });
	await fill({ Text: 'There are two.' });
	expect(await editor.save()).toBe('');
	await editor.open('team/new');
	await fill({
		Name: 'Zoë Blue',
		'Known for': 'Calm words.',
		Order: '8',
		'Photo alt': 'Zoë beside a door',
		Text: 'Zoë likes doors.',
	});
	await editor.page.getByRole('checkbox', { name: 'LMT' }).click();
	await editor.page.getByRole('button', { name: 'Browse' }).click();
	const chooser = editor.page.waitForEvent('filechooser');
	await editor.page.getByRole('button', { name: 'Upload' }).click();
	const buffer = readFileSync(`${fixture}/team/bo-li.jpg`);
	await (await chooser).setFiles({ name: 'IMG 12.JPG', mimeType: 'image/jpeg', buffer });
	await editor.page.getByRole('button', { name: 'Insert' }).click();
	expect(await editor.save()).toBe('');
	expect(await editor.read('team/zoe-blue.md')).toContain('photo: ./img-12.jpg\n');
	expect(await check()).toEqual([]);
});

test('names what still points to an entry that was deleted', async () => {
	const dialog = () => editor.page.getByRole('alertdialog', { name: 'Delete Entry' });
	const choose = async (form: string) => {
		await editor.open(form);
		await editor.page.getByRole('button', { name: 'Show Editor Options' }).click();
		await editor.page.getByRole('menuitem', { name: 'Delete' }).click();
	};
	await choose('sections/ask-us');
	await expect.poll(() => dialog().innerText()).toContain('My shoulder is sore');
	await choose('terms/range-of-motion');
	await dialog().getByRole('button', { name: 'Delete' }).click();
	await expect.poll(() => editor.read('terms/range-of-motion.md')).toBe('');
	expect(await check()).toEqual([expect.stringMatching(/two-kinds\.mdx:\d+ .*range-of-motion/)]);
});

describe('a form refuses, and keeps what was typed,', () => {
	test.each<[string, string, Record<string, string>, RegExp]>([
		[
			'an address without https',
			'clinic',
			{ Booking: 'http://a.test' },
			/must be a full address that starts with https:/,
		],
		['a name with letters after it', 'team/ana-diaz', { Name: 'Ana, LMT' }, /The letters after a name stand in/],
		['a number of no phone', 'clinic', { Phone: '12' }, /This is no phone number of the United States/],
		['a photo without words', 'team/bo-li', { 'Photo alt': '' }, /photoAlt: The photo has no words/],
		['a text that is too short', 'pages/team', { Description: 'Short' }, /at least 50 characters/],
		['nothing where something is needed', 'terms/lmt', { Term: '' }, /This field is required/],
	])('%s', async (_title, form, values, words) => {
		await editor.open(form);
		await fill(values);
		expect(await editor.save()).toMatch(words);
		for (const [label, value] of Object.entries(values)) expect(await input(label).inputValue()).toBe(value);
	});

	test('a change of a file that another program has changed since', async () => {
		await editor.open('terms/xyz');
		await editor.write('terms/xyz.md', '---\nterm: "XYZ"\n---\n\nNew words of somebody else.\n');
		await fill({ Text: 'My words.' });
		expect(await editor.save()).toContain('This file was changed elsewhere.');
		expect(await input('Text').inputValue()).toBe('My words.');
		expect(await editor.read('terms/xyz.md')).toContain('New words of somebody else.');
	});
});

test('opens a file with a mistake, and says where the mistake is', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'editor-'));
	cpSync(fixture, folder, { recursive: true });
	const broken = '---\nterm: "LMT\n---\n\nIts text.\n';
	writeFileSync(`${folder}/terms/lmt.md`, broken);
	const other = await openEditor(browser, server.url, folder);
	await other.open('terms/lmt');
	await other.page.getByRole('textbox', { name: 'Term' }).fill('LMT 2');
	expect(await other.save()).toContain('Line 2: A quote or bracket is opened and not closed.');
	expect(await other.read('terms/lmt.md')).toBe(broken);
	rmSync(folder, { recursive: true });
});

test('asks no other machine for anything', () => {
	expect(editor.requests.length).toBeGreaterThan(3);
	expect(editor.requests.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(server.url))).toEqual([]);
});
