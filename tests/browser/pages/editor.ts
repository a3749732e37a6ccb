import { globSync, readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';

/** The editor of a test: its page, at work on a folder that holds a copy of some content. */
export interface Editor {
	page: Page;
	/** Every address that the page has asked for, at whatever host. */
	requests: string[];
	/** Opens a form, such as `terms/lmt`, `clinic` or `terms/new`. */
	open(form: string): Promise<void>;
	/** Chooses “Save”, and returns what the editor says against it: nothing when it has saved. */
	save(): Promise<string>;
	/** A file of the folder as it is now; empty when there is none. */
	read(file: string): Promise<string>;
	write(file: string, text: string): Promise<void>;
	/** All files of the folder below `content`. */
	list(): Promise<string[]>;
}

/** Stands in for the folder that people pick, which no test can: one that the browser keeps for itself. */
const pickFolder = () => {
	const folder = navigator.storage.getDirectory();
	Object.assign(FileSystemHandle.prototype, { requestPermission: () => Promise.resolve('granted') });
	Object.assign(window, { showDirectoryPicker: () => folder });
};

/** A file of that folder, from its path. */
const fileAt = async ([path, create]: [string, boolean]) => {
	let folder = await navigator.storage.getDirectory();
	const names = path.split('/');
	for (const name of names.slice(0, -1)) folder = await folder.getDirectoryHandle(name, { create });
	return folder.getFileHandle(names.at(-1) ?? '', { create });
};

/** Opens the editor at `url` for a copy of the files in `content`. It draws only fields that are in sight: all are. */
export async function openEditor(browser: Browser, url: string, content: string): Promise<Editor> {
	const context = await browser.newContext({ viewport: { width: 1280, height: 7000 }, reducedMotion: 'reduce' });
	const page = await context.newPage();
	page.setDefaultTimeout(10_000);
	const requests: string[] = [];
	page.on('request', (request) => void requests.push(request.url()));
	await page.addInitScript(pickFolder);
	await page.goto(url);
	const write = async (path: string, bytes: Uint8Array) => {
		const file = await page.evaluateHandle(fileAt, [path, true]);
		await file.evaluate(async (handle, base64) => {
			const writable = await handle.createWritable();
			await writable.write(Uint8Array.fromBase64(base64));
			await writable.close();
		}, Buffer.from(bytes).toString('base64'));
	};
	await write('.git/HEAD', Buffer.from('ref: refs/heads/main'));
	for (const file of globSync('**/*.*', { cwd: content }))
		await write(`content/${file.replaceAll('\\', '/')}`, readFileSync(`${content}/${file}`));
	await page.getByRole('button', { name: 'Work with Local Repository' }).click();
	await page.getByRole('button', { name: 'New' }).waitFor();

	return {
		page,
		requests,
		async open(form) {
			const [folder = '', id] = form.includes('/') ? form.split('/') : ['_singletons', form];
			await page.goto(`${url}#/collections/${folder}/${id === 'new' ? id : `entries/${id}`}`);
			await page.getByRole('button', { name: 'Save' }).waitFor();
			await page.getByRole('button', { name: 'Show Field Options' }).first().waitFor();
		},
		async save() {
			await page.getByRole('button', { name: 'Save' }).click();
			const refused = page.getByText(/There was an error while saving|(has|have) (an )?errors?\./).first();
			return Promise.race([
				page
					.getByRole('group', { name: 'Content Editor' })
					.waitFor({ state: 'hidden' })
					.then(() => ''),
				refused
					.waitFor()
					.then(async () =>
						(await page.getByRole('alert').or(page.getByRole('alertdialog')).allInnerTexts()).join('\n'),
					),
			]);
		},
		async read(path) {
			const file = await page.evaluateHandle(fileAt, [`content/${path}`, false]).catch(() => undefined);
			return (await file?.evaluate(async (handle) => (await handle.getFile()).text())) ?? '';
		},
		write: (path, text) => write(`content/${path}`, Buffer.from(text)),
		list: () =>
			page.evaluate(async () => {
				const found: string[] = [];
				const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
					for await (const [name, handle] of folder.entries())
						if (handle.kind === 'directory') await walk(handle as FileSystemDirectoryHandle, `${path}${name}/`);
						else found.push(path + name);
				};
				await walk(await (await navigator.storage.getDirectory()).getDirectoryHandle('content'), '');
				return found.sort();
			}),
	};
}
