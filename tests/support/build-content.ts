import { rm } from 'node:fs/promises';
import { browserPath } from './browser.ts';
import { build } from './build.ts';

/** What the check of the site looks at: a site that is there already (`SITE_FOLDER`), or one that is built for it. */
export const checked = {
	folder: process.env['SITE_FOLDER'] ?? '.reports/content-site',
	content: process.env['CONTENT_DIR'] ?? 'content',
};

/** Builds the content as it would be published, unless a built site is given. */
export default async function buildContent(): Promise<void> {
	browserPath(true);
	if (process.env['SITE_FOLDER']) return;
	const { SITE_URL: site = 'https://massage.example', BASE_PATH: base, FORM_ENDPOINT: formEndpoint } = process.env;
	await rm(checked.folder, { recursive: true, force: true });
	await build({ content: checked.content, outDir: checked.folder, site, base, formEndpoint });
}
