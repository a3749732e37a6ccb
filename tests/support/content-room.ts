import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeEach, expect } from 'vitest';

/*
 * A small valid content tree for the tests of a file to change, made anew before each test. A change is a function, so that
 * a table of cases can hold it.
 */

/** A copy of the valid tree, which each case breaks in one place. */
export const room = mkdtempSync(join(tmpdir(), 'check-'));
export const content = join(room, 'content');
beforeEach(() => {
	rmSync(content, { recursive: true, force: true });
	cpSync(join(import.meta.dirname, '../fixtures/content'), content, { recursive: true });
});
afterAll(() => rmSync(room, { recursive: true }));

export const path = (file: string) => join(content, file);
export const write = (file: string, text: string | Uint8Array) => () => {
	mkdirSync(dirname(path(file)), { recursive: true });
	writeFileSync(path(file), text);
};
export const remove = (file: string) => () => rmSync(path(file), { recursive: true });
export const rename = (from: string, to: string) => () => renameSync(path(from), path(to));
export const replace = (file: string, from: string, to: string) => () => {
	const text = readFileSync(path(file), 'utf8');
	expect(text, 'the fixture has the words to replace').toContain(from);
	writeFileSync(
		path(file),
		text.replace(from, () => to),
	);
};
export const append = (file: string, text: string) => () =>
	writeFileSync(path(file), `${readFileSync(path(file), 'utf8')}${text}`);
export type Change = () => void | Promise<void>;
export const inTurn =
	(...changes: Change[]): Change =>
	async () => {
		for (const change of changes) await change();
	};
export const picture = (file: string, width: number) => async () => {
	const image = sharp({ create: { width, height: width, channels: 3, background: 'teal' } });
	writeFileSync(path(file), await image.jpeg().toBuffer());
};
export const photo = (width: number) =>
	inTurn(
		picture('team/ana.jpg', width),
		replace('team/ana-diaz.md', 'order: 1', 'photo: ./ana.jpg\nphotoAlt: Ana at the desk\norder: 1'),
	);

/** Changes all files of the valid tree in the same way. */
export const everywhere = (change: (text: string) => string) => () => {
	for (const file of globSync('**/*.*', { cwd: content }))
		writeFileSync(path(file), change(readFileSync(path(file), 'utf8')));
};
