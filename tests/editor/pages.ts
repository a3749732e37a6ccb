import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll } from 'vitest';
import { launch } from '../support/browser.ts';
import { serveSite, type SiteServer } from '../support/server.ts';
import { fixture } from '../support/sites.ts';

/** The forms of an editor, in a page of their own each. */
export interface Forms {
	readonly page: Page;
	/** Opens a form, such as `terms/lmt`, `clinic` or `terms/new`. */
	open(form: string): Promise<void>;
	/** Chooses “Save”, and returns what the editor says against it: nothing when it has saved. */
	save(): Promise<string>;
}

/** The editor of a test: its forms, at work on a folder that holds a copy of some content. */
export interface Editor extends Forms {
	/** Every address that the page has asked for, at whatever host. */
	requests: string[];
	/** A file of the folder as it is now; empty when there is none. */
	read(file: string): Promise<string>;
	write(file: string, text: string): Promise<void>;
	/** Copies the content as it is now to a folder of the machine. */
	copyTo(target: string): Promise<void>;
}

/** A window in which each form is drawn whole: the editor draws only what is in sight. */
export async function newContext(browser: Browser): Promise<BrowserContext> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 7000 }, reducedMotion: 'reduce' });
	context.setDefaultTimeout(10_000);
	return context;
}

/** The forms of the editor at `url`, in which `page` has chosen where to work. */
export function formsOf(page: Page, url: string): Forms {
	return {
		get page() {
			return page;
		},
		async open(form) {
			const [folder = '', id] = form.includes('/') ? form.split('/') : ['_singletons', form];
			const context = page.context();
			await page.close();
			page = await context.newPage();
			await page.goto(`${url}#/collections/${folder}/${id === 'new' ? id : `entries/${id}`}`);
			// The form is there before it takes clicks and keys.
			await page.getByRole('button', { name: 'Show Editor Options' }).click({ trial: true });
			await page.getByRole('button', { name: 'Show Field Options' }).first().waitFor();
		},
		async save() {
			await page.getByRole('button', { name: 'Save' }).click();
			const saved = page.getByRole('group', { name: 'Content Editor' }).waitFor({ state: 'hidden' });
			const refused = page.getByText(/Nothing was saved|(has|have) (an )?errors?\.|Changed by Someone Else/).first();
			const words = refused
				.waitFor()
				.then(() => page.getByRole('alert').or(page.getByRole('alertdialog')).allInnerTexts());
			return Promise.race([saved.then(() => ''), words.then((texts) => texts.join('\n'))]);
		},
	};
}

/** Stands in for the folder that people pick, which no test can: one that the browser keeps for itself. */
const pickFolder = () => {
	const folder = navigator.storage.getDirectory();
	Object.assign(FileSystemHandle.prototype, { requestPermission: () => Promise.resolve('granted') });
	Object.assign(window, { showDirectoryPicker: () => folder });
};

/** A file of that folder, from its path. */
const fileAt = async ({ path, create }: { path: string; create: boolean }) => {
	let folder = await navigator.storage.getDirectory();
	const names = path.split('/');
	for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create });
	return folder.getFileHandle(names.at(-1) ?? '', { create });
};

/** The paths of all files below `content`. */
const listFiles = async () => {
	const found: string[] = [];
	const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
		for await (const [name, handle] of folder.entries())
			if (handle.kind === 'directory') await walk(handle, `${path}${name}/`);
			else found.push(path + name);
	};
	await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('content'), '');
	return found;
};

/** Opens the editor at `url` for a copy of the files in `content`. */
export async function openEditor(browser: Browser, url: string, content: string): Promise<Editor> {
	const context = await newContext(browser);
	const requests: string[] = [];
	context.on('request', (request) => void requests.push(request.url()));
	await context.addInitScript(pickFolder);
	const first = await context.newPage();
	await first.goto(url);
	const forms = formsOf(first, url);
	const write = async (path: string, bytes: Uint8Array) => {
		const file = await forms.page.evaluateHandle(fileAt, { path, create: true });
		await file.evaluate(async (handle, base64) => {
			const writable = await handle.createWritable();
			await writable.write(Uint8Array.fromBase64(base64));
			await writable.close();
		}, Buffer.from(bytes).toString('base64'));
	};
	await write('.git/HEAD', Buffer.from('ref: refs/heads/main'));
	for (const file of globSync('**/*.*', { cwd: content }))
		await write(`content/${file.replaceAll('\\', '/')}`, readFileSync(`${content}/${file}`));
	await first.getByRole('button', { name: 'Work with Local Repository' }).click();
	await first.getByRole('button', { name: 'New' }).waitFor();

	return Object.assign(forms, {
		requests,
		async read(path: string) {
			const file = await forms.page
				.evaluateHandle(fileAt, { path: `content/${path}`, create: false })
				.catch(() => undefined);
			return (await file?.evaluate(async (handle) => (await handle.getFile()).text())) ?? '';
		},
		write: (path: string, text: string) => write(`content/${path}`, Buffer.from(text)),
		async copyTo(target: string) {
			for (const file of await forms.page.evaluate(listFiles)) {
				const handle = await forms.page.evaluateHandle(fileAt, { path: `content/${file}`, create: false });
				const base64 = await handle.evaluate(async (handle) => (await (await handle.getFile()).bytes()).toBase64());
				mkdirSync(dirname(`${target}/${file}`), { recursive: true });
				writeFileSync(`${target}/${file}`, Buffer.from(base64, 'base64'));
			}
		},
	});
}

/** Builds the editor as `npm run edit` does. */
export const buildEditor = (outDir: string) =>
	build({ root: 'src/integrations/editor', logLevel: 'error', build: { outDir } });

/** Builds the editor, and opens it for all tests of a file. */
export function useEditor() {
	const folder = mkdtempSync(join(tmpdir(), 'editor-'));
	let [server, browser, editor]: [SiteServer?, Browser?, Editor?] = [];
	beforeAll(async () => {
		await buildEditor(folder);
		[server, browser] = await Promise.all([serveSite(folder), launch()]);
		editor = await openEditor(browser, server.url, fixture);
	});
	afterAll(async () => {
		await Promise.all([browser?.close(), server?.close()]);
		rmSync(folder, { recursive: true });
	});
	return {
		get editor() {
			return editor as Editor;
		},
		get browser() {
			return browser as Browser;
		},
		get url() {
			return server?.url ?? '';
		},
	};
}
