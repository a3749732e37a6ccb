import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/integrations/content-check/check.ts';
import { serveSite } from '../support/server.ts';
import { fixture, sites } from '../support/sites.ts';
import { openEditor, useEditor } from './pages.ts';

/* The editor of `npm run edit`, at work on a copy of the fixture's content. */

const given = useEditor();
const input = (name: string) =>
	given.editor.page
		.getByRole('textbox', { name, exact: true })
		.or(given.editor.page.getByRole('spinbutton', { name, exact: true }))
		.first();
const fill = async (values: Record<string, string>) => {
	for (const [label, value] of Object.entries(values)) await input(label).fill(value);
};
/** What the check says of the folder as it is now. */
async function check(): Promise<string[]> {
	const folder = mkdtempSync(join(tmpdir(), 'editor-'));
	await given.editor.copyTo(`${folder}/content`);
	const problems = await checkContent(`${folder}/content`);
	rmSync(folder, { recursive: true });
	return problems
		.filter(({ level }) => level === 'error')
		.map(({ file, line, message }) => `${file}:${line} ${message}`);
}

test('adds an entry to every folder, which the check takes', { timeout: 180_000 }, async () => {
	await given.editor.open('terms/new');
	await fill({ Term: 'stiff neck', Text: 'A neck that hardly turns.' });
	expect(await given.editor.save()).toBe('');
	await given.editor.open('comparison/new');
	await fill({ Category: 'Length', Spa: 'One hour.', Medical: 'Half an hour.', Order: '8' });
	await given.editor.page.getByRole('radio', { name: 'Ask for an appointment' }).click();
	expect(await given.editor.save()).toBe('');
	await given.editor.open('choices/new');
	await fill({ Question: 'I am new here', Answer: 'Either', Reason: 'Take your time.', Order: '8' });
	await given.editor.page.getByRole('radio', { name: 'both', exact: true }).click();
	await given.editor.page.getByRole('radio', { name: 'Ask for an appointment' }).click();
	expect(await given.editor.save()).toBe('');
	await given.editor.open('sections/new');
	await fill({
		Title: 'Find the door',
		Short: 'The door',
		Description: 'Where the door is, and how to open it.',
		Order: '8',
	});
	await fill({ Text: 'It is on the left.' });
	expect(await given.editor.save()).toBe('');
	await given.editor.open('pages/new');
	await fill({ Title: 'Rooms', Description: 'Which rooms there are, and what you will find in each of them.' });
	await fill({ Text: 'There are two.' });
	expect(await given.editor.save()).toBe('');
	await given.editor.open('team/new');
	await fill({
		Name: 'Zoë Blue',
		'Known for': 'Calm words.',
		Order: '8',
		'Photo alt': 'Zoë beside a door',
		Text: 'Zoë likes doors.',
	});
	await given.editor.page.getByRole('checkbox', { name: 'LMT' }).click();
	await given.editor.page.getByRole('button', { name: 'Browse' }).click();
	const chooser = given.editor.page.waitForEvent('filechooser');
	await given.editor.page.getByRole('button', { name: 'Upload' }).click();
	const buffer = readFileSync(`${fixture}/team/bo-li.jpg`);
	await (await chooser).setFiles({ name: 'IMG 12.JPG', mimeType: 'image/jpeg', buffer });
	await given.editor.page.getByRole('button', { name: 'Insert' }).click();
	await given.editor.page.getByRole('button', { name: 'Remove Image' }).waitFor();
	expect(await given.editor.save()).toBe('');
	expect(await given.editor.read('team/zoe-blue.md')).toContain('photo: ./img-12.jpg\n');
	expect(await check()).toEqual([]);
});

test('names what still points to an entry that was deleted', async () => {
	const dialog = () => given.editor.page.getByRole('alertdialog', { name: 'Delete Entry' });
	const choose = async (form: string) => {
		await given.editor.open(form);
		await given.editor.page.getByRole('button', { name: 'Show Editor Options' }).click();
		await given.editor.page.getByRole('menuitem', { name: 'Delete' }).click();
	};
	await choose('sections/ask-us');
	await expect.poll(() => dialog().innerText()).toContain('My shoulder is sore');
	await choose('terms/range-of-motion');
	await dialog().getByRole('button', { name: 'Delete' }).click();
	await expect.poll(() => given.editor.read('terms/range-of-motion.md')).toBe('');
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
		await given.editor.open(form);
		await fill(values);
		expect(await given.editor.save()).toMatch(words);
		for (const [label, value] of Object.entries(values)) expect(await input(label).inputValue()).toBe(value);
	});

	test('a change of a file that another program has changed since', async () => {
		await given.editor.open('terms/xyz');
		await given.editor.write('terms/xyz.md', '---\nterm: "XYZ"\n---\n\nNew words of somebody else.\n');
		await fill({ Text: 'My words.' });
		expect(await given.editor.save()).toContain('This file was changed elsewhere.');
		expect(await input('Text').inputValue()).toBe('My words.');
		expect(await given.editor.read('terms/xyz.md')).toContain('New words of somebody else.');
	});
});

test('is worked by keyboard alone', async () => {
	await given.editor.open('terms/trigger-point');
	const { keyboard } = given.editor.page;
	const isThere = () => input('Term').evaluate((term) => term === document.activeElement);
	for (let i = 0; i < 20 && !(await isThere()); i++) await keyboard.press('Tab');
	await keyboard.press('Control+A');
	await keyboard.type('sore spot');
	await keyboard.press('Control+S');
	await expect.poll(() => given.editor.read('terms/trigger-point.md')).toContain('term: "sore spot"\n');
});

test('opens a file with a mistake, and says where the mistake is', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'editor-'));
	cpSync(fixture, folder, { recursive: true });
	const broken = '---\nterm: "LMT\n---\n\nIts text.\n';
	writeFileSync(`${folder}/terms/lmt.md`, broken);
	const other = await openEditor(given.browser, given.url, folder);
	await other.open('terms/lmt');
	await other.page.getByRole('textbox', { name: 'Term' }).fill('LMT 2');
	expect(await other.save()).toContain('Line 2: A quote or bracket is opened and not closed.');
	expect(await other.read('terms/lmt.md')).toBe(broken);
	rmSync(folder, { recursive: true });
});

test('asks no other machine for anything', () => {
	expect(given.editor.requests.length).toBeGreaterThan(3);
	expect(given.editor.requests.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(given.url))).toEqual([]);
});

test('says on the published site that a token is wrong, and offers the form again', async () => {
	const server = await serveSite(sites.published.outDir);
	const context = await given.browser.newContext();
	const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };
	await context.route('https://api.github.com/**', (route) => route.fulfill({ status: 401, headers, json: {} }));
	const page = await context.newPage();
	await page.goto(`${server.url}edit/`);
	const signIn = page.getByRole('button', { name: 'Sign In Using Access Token' });
	await signIn.click();
	await page.getByRole('textbox').fill('wrong');
	await page.getByRole('button', { name: 'Sign In', exact: true }).click();
	await page.getByText('The provided token is invalid.').waitFor();
	await signIn.waitFor();
	await server.close();
});
