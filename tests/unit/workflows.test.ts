import { randomUUID } from 'node:crypto';
import { glob, readFile } from 'node:fs/promises';
import { validate } from '@actions/languageservice';
import { expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';

/* GitHub says what is wrong with a workflow only when it runs. Its own language service, which editors use, knows before. */

const files = await Array.fromAsync(glob('.github/workflows/*.yml'));

/** What the language service finds in a workflow, with the lines. */
async function lint(text: string) {
	// Each time another address, because it remembers what it has seen at one.
	const address = `file:///.github/workflows/${randomUUID()}.yml`;
	const found = await validate(TextDocument.create(address, 'yaml', 1, text));
	return found.map(({ message, range }) => ({ line: range.start.line + 1, message }));
}

test('knows every key, value and expression of the workflows', async () => {
	expect(files.length).toBeGreaterThan(2);
	for (const file of files) expect(await lint(await readFile(file, 'utf8')), file).toEqual([]);
});

test.each([
	['runs-on: ubuntu-24.04', 'run-on: ubuntu-24.04'],
	['contents: read', 'contents: reed'],
	['needs: site', 'needs: page'],
	['github.event.repository.name', 'github.evnt.repository.name'],
])('finds a slip: %s', async (right, wrong) => {
	const text = await readFile('.github/workflows/check.yml', 'utf8');
	expect(text).toContain(right);
	expect(await lint(text.replace(right, wrong))).not.toEqual([]);
});
