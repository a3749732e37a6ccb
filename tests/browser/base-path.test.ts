import { execFile } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { sites } from '../support/sites.ts';
import { appointment } from './pages/form.ts';
import { visitSite } from './setup.ts';

const folder = '.reports/sites/connected-base';

// The only test that needs this site builds it: a form that is connected, under a base path.
beforeAll(async () => {
	await rm(folder, { recursive: true, force: true });
	const env = { ...process.env, ...sites.connected.env, BASE_PATH: '/guide' };
	await promisify(execFile)(process.execPath, ['src/tools/build.ts', folder], { env });
});
const visit = visitSite({ folder, base: '/guide/' });

test.each([true, false])('sends the form under a base path, scripts: %s', async (javaScriptEnabled) => {
	const page = await visit.open('/contact/', { javaScriptEnabled });
	const form = appointment(page);
	if (javaScriptEnabled) await form.ready();
	await form.fill({ name: 'Ada', email: 'ada@example.com' });
	await form.send().click();
	await (javaScriptEnabled ? form.sent().waitFor() : page.waitForURL(`${visit.url}thanks/`));
	expect(new URL(page.url()).pathname).toBe(javaScriptEnabled ? '/guide/contact/' : '/guide/thanks/');
	expect(visit.inbox.messages).toHaveLength(1);
});
