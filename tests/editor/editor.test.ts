import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkContent } from '../../src/integrations/content-check/check.ts';
import { build } from '../support/build.ts';
import { parse } from '../support/page.ts';
import { fixture } from '../support/sites.ts';
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
const errorsIn = async (folder: string): Promise<string[]> =>
	(await checkContent(folder))
		.filter(({ level }) => level === 'error')
		.map(({ file, line, message }) => `${file}:${line} ${message}`);

test('adds an entry to every folder, which the check takes and the site shows', { timeout: 300_000 }, async () => {
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

	const [content, outDir] = ['.reports/edited', '.reports/sites/edited'];
	rmSync(content, { recursive: true, force: true });
	await given.editor.copyTo(content);
	expect(await errorsIn(content)).toEqual([]);
	await build({ content, outDir, site: 'https://massage.example' });
	const textOf = (path: string) => parse(readFileSync(`${outDir}/${path}`, 'utf8')).body.textContent;
	expect(textOf('index.html')).toMatch(
		/I am new here[^]*Half an hour\.[^]*It is on the left\.[^]*A neck that hardly turns/,
	);
	expect(textOf('team/index.html')).toContain('Zoë likes doors.');
	expect(textOf('rooms/index.html')).toContain('There are two.');
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
	const content = mkdtempSync(join(tmpdir(), 'editor-'));
	await given.editor.copyTo(content);
	expect(await errorsIn(content)).toEqual([expect.stringMatching(/two-kinds\.mdx:\d+ .*range-of-motion/)]);
	rmSync(content, { recursive: true });
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

test.each([
	['that is new', 'terms/new'],
	['that was there', 'terms/xyz'],
])('saves an entry %s twice without being opened anew', async (_title, form) => {
	await given.editor.open(form);
	await fill({ Term: 'XYZ', Text: 'Words.' });
	expect(await given.editor.save()).toBe('');
	const id = form.endsWith('new') ? 'xyz-1' : 'xyz';
	await given.editor.page.goto(`${given.url}#/collections/terms/entries/${id}`);
	await fill({ Text: 'Other words.' });
	expect(await given.editor.save()).toBe('');
	expect(await given.editor.read(`terms/${id}.md`)).toContain('Other words.');
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

test.each(['write', 'close'] as const)(
	'says that the disk is full, noticed at “%s”, and keeps the file and what was typed',
	async (step) => {
		const other = await openEditor(given.browser, given.url, fixture);
		await other.page.context().addInitScript((step) => {
			FileSystemWritableFileStream.prototype[step] = async function () {
				await this.abort();
				throw new DOMException('It would exceed the storage quota.', 'QuotaExceededError');
			};
		}, step);
		await other.open('terms/lmt');
		await other.page.getByRole('textbox', { name: 'Text' }).fill('My words.');
		expect(await other.save()).toContain('The file could not be written. Is the disk full?');
		expect(await other.page.getByRole('textbox', { name: 'Text' }).inputValue()).toBe('My words.');
		expect(await other.read('terms/lmt.md')).toBe(readFileSync(`${fixture}/terms/lmt.md`, 'utf8'));
	},
);

test('asks no other machine for anything', () => {
	expect(given.editor.requests.length).toBeGreaterThan(3);
	expect(given.editor.requests.filter((url) => !/^(blob|data):/.test(url) && !url.startsWith(given.url))).toEqual([]);
});
