import { mkdir } from 'node:fs/promises';
import sharp from 'sharp';
import { buildEditor, openEditor } from '../editor/pages.ts';
import { launch } from '../support/browser.ts';
import { serveSite } from '../support/server.ts';
import { fixture } from '../support/sites.ts';

/** `npm run docs:pictures`: the pictures of the forms in the editors' handbook, made with the content of the tests. */
const target = '.github/pictures';
await mkdir(target, { recursive: true });
await buildEditor(`${process.cwd()}/.reports/editor`);
const [server, browser] = await Promise.all([serveSite('.reports/editor'), launch()]);
const editor = await openEditor(browser, server.url, fixture);

async function take(name: string, height: number): Promise<void> {
	await editor.page.setViewportSize({ width: 1000, height });
	await editor.page.evaluate(() => document.fonts.ready);
	const picture = await editor.page.screenshot({ animations: 'disabled' });
	await sharp(picture).webp({ quality: 60, effort: 6 }).toFile(`${target}/${name}.webp`);
}

await take('folders', 420);
await editor.open('choices/sore-shoulder');
await take('form', 640);
await editor.open('clinic');
await editor.page.getByRole('textbox', { name: 'Phone' }).first().fill('555-0100');
await editor.save();
await take('refused', 420);
await Promise.all([browser.close(), server.close()]);
console.log(`${target}/ holds the pictures.`);
