import { readFile, rename, rm } from 'node:fs/promises';
import { enableCompileCache } from 'node:module';
import { formEndpoint } from '../form/service.ts';
import { contentDir, site } from '../settings.ts';
import { formats } from '../integrations/content-check/report.ts';
import { addHostFiles, writeConfigurations } from './hosts/index.ts';
import { fitPolicies } from './hosts/policy.ts';
import { findMistakes } from './mistakes.ts';

/**
 * Builds the site beside `folder` while the content is checked, and puts it in the place of the older one only when
 * it is whole and the check has passed. Returns false, after printing every mistake, when the content has some; then nothing
 * has changed.
 */
export async function buildSite(folder: string): Promise<boolean> {
	// As Astro's own command does: what is imported from here on is compiled once, and not at each build.
	enableCompileCache();
	const check = findMistakes();
	const [next, old] = [`${folder}.next`, `${folder}.old`];
	await rm(next, { recursive: true, force: true });
	// What Astro finds wrong with the content is not printed: the check says it in plain words, and Astro throws the rest.
	const passed = async () => {
		if ((await check).length > 0) throw new Error('The content has mistakes.');
	};
	// What follows the pages is loaded while the bundler works, which has threads of its own.
	const loadPress = () => void import('./press.ts');
	const { build } = await import('astro');
	try {
		await build({
			outDir: next,
			logLevel: 'silent',
			// Empties the store of an earlier build: it would bring back text of another content folder.
			force: true,
			// Nothing is bundled before the check has passed: only what Astro reads before is read at the same time.
			integrations: [{ name: 'check', hooks: { 'astro:build:start': passed, 'astro:build:setup': loadPress } }],
		});
	} catch (error) {
		const mistakes = await check;
		if (mistakes.length === 0) throw error;
		console.error(formats.text(mistakes));
		await rm(next, { recursive: true, force: true });
		return false;
	}
	const { pressPages } = await import('./press.ts');
	await pressPages(next);
	await fitPolicies(next);
	await addHostFiles(next);
	await rm(old, { recursive: true, force: true });
	await rename(folder, old).catch(() => undefined);
	await rename(next, folder);
	await rm(old, { recursive: true, force: true });
	return true;
}

if (import.meta.main) {
	const folder = process.argv[2] ?? 'dist';
	if (!(await buildSite(folder))) {
		console.error(`Nothing was built. What was in ${folder}/ is still there.`);
		process.exit(1);
	}
	if (!site)
		console.warn('SITE_URL is not set: this build is for a look at home and asks search engines to stay away.');
	const { parse } = await import('yaml');
	const { formId } = parse(await readFile(`${contentDir}/clinic.yaml`, 'utf8')) as { formId?: string };
	if (!formEndpoint(formId))
		console.warn('formId is not set in content/clinic.yaml: the site says that the form is not connected.');
	console.log(`The site is in ${folder}/, and what hosts need to know of it in ${await writeConfigurations(folder)}/.`);
}
