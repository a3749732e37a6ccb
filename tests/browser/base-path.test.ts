import { beforeAll, expect, test } from 'vitest';
import { runBuild } from '../support/run-build.ts';
import { connectedElsewhere } from '../support/sites.ts';
import { appointment } from './pages/form.ts';
import { visitSite } from './setup.ts';

beforeAll(async () => {
	const { folder, env } = connectedElsewhere;
	expect(await runBuild(folder, './content', env)).toMatchObject({ code: 0 });
});
const visit = visitSite(connectedElsewhere);

test.each([true, false])('sends the form at another base path, scripts: %s', async (javaScriptEnabled) => {
	const page = await visit.open('/contact/', { javaScriptEnabled });
	const form = appointment(page);
	if (javaScriptEnabled) await form.ready();
	await form.fill({ name: 'Ada', email: 'ada@example.com' });
	await form.send().click();
	await (javaScriptEnabled ? form.sent().waitFor() : page.waitForURL(`${visit.url}thanks/`));
	expect(new URL(page.url()).pathname).toBe(`${connectedElsewhere.base}${javaScriptEnabled ? 'contact' : 'thanks'}/`);
	expect(visit.inbox.messages).toHaveLength(1);
});
