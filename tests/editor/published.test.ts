import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch } from '../support/browser.ts';
import { serveSite, type SiteServer } from '../support/server.ts';
import { fixture, sites } from '../support/sites.ts';
import { GitHub } from './github.ts';
import { type Forms, formsOf, newContext } from './pages.ts';

/* The editor of the published site, with GitHub as a stand-in answers. */

let server: SiteServer;
let browser: Browser;
beforeAll(async () => {
	[server, browser] = await Promise.all([serveSite(sites.published.outDir), launch()]);
});
afterAll(() => Promise.all([browser.close(), server.close()]));

/** Opens the editor at `/edit/` and signs in with a token. */
async function signIn(github: GitHub, token = github.token): Promise<Forms> {
	const context = await newContext(browser);
	await github.answer(context);
	const page = await context.newPage();
	await page.goto(`${server.url}edit/`);
	await page.getByRole('button', { name: 'Sign In Using Access Token' }).click();
	await page.getByRole('textbox').fill(token);
	await page.getByRole('button', { name: 'Sign In', exact: true }).click();
	return formsOf(page, `${server.url}edit/`);
}

/** Signs in, opens the explanation of LMT and writes other words into it. */
async function typeInto(github: GitHub): Promise<Forms> {
	const forms = await signIn(github);
	await forms.page.getByRole('button', { name: 'New' }).waitFor();
	await forms.open('terms/lmt');
	await forms.page.getByRole('textbox', { name: 'Stands for' }).fill('Licensed Therapist');
	return forms;
}
const typed = ({ page }: Forms) => page.getByRole('textbox', { name: 'Stands for' }).inputValue();

test('commits one file, with one line changed, to the repository and the branch of the facts', async () => {
	const github = new GitHub(fixture);
	const [path, { head }] = ['content/terms/lmt.md', github] as const;
	const before = github.read(path);
	const forms = await typeInto(github);
	expect(await forms.save()).toBe('');
	expect(github.commits).toEqual([
		expect.objectContaining({
			branch: { repositoryNameWithOwner: github.repository, branchName: 'main' },
			expectedHeadOid: head,
			fileChanges: { additions: [expect.objectContaining({ path })], deletions: [] },
		}),
	]);
	expect(github.read(path)).toBe(before.replace('Licensed Massage Therapist', 'Licensed Therapist'));
	expect(github.asked.filter((url) => !url.startsWith('https://api.github.com/'))).toEqual([]);
});

describe('says in plain words, and keeps what was typed,', () => {
	test('that a token is wrong', async () => {
		const { page } = await signIn(new GitHub(fixture), 'wrong');
		await page.getByText('The provided token is invalid.').waitFor();
		await page.getByRole('button', { name: 'Sign In Using Access Token' }).waitFor();
	});

	test('that a token has expired since', async () => {
		const github = new GitHub(fixture);
		const forms = await typeInto(github);
		github.token = 'github_pat_new';
		expect(await forms.save()).toContain('token has expired');
		expect(await typed(forms)).toBe('Licensed Therapist');
	});

	test('that somebody else has changed the same text', async () => {
		const github = new GitHub(fixture);
		const forms = await typeInto(github);
		const theirs = github.read('content/terms/lmt.md').replace('LMT', 'L.M.T.');
		github.write('content/terms/lmt.md', theirs);
		expect(await forms.save()).toContain('Changed by Someone Else');
		expect(await typed(forms)).toBe('Licensed Therapist');
		expect(github.read('content/terms/lmt.md')).toBe(theirs);
	});

	test('that the branch has moved while it was saved', async () => {
		const github = new GitHub(fixture);
		const forms = await typeInto(github);
		github.onCommit = () => github.write('content/terms/xyz.md', '---\nterm: "XYZ"\n---\n\nOther words.\n');
		expect(await forms.save()).toContain('updated by someone else while saving');
		expect(await typed(forms)).toBe('Licensed Therapist');
		github.onCommit = () => {};
		await forms.page.getByRole('button', { name: 'OK' }).click();
		expect(await forms.save()).toBe('');
		expect(github.read('content/terms/lmt.md')).toContain('"Licensed Therapist"');
		expect(github.read('content/terms/xyz.md')).toContain('Other words.');
	});
});
