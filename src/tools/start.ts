import { createServer } from 'node:http';
import { startPrintingInbox } from './inbox-cli.ts';
import { listen, serveSite } from './serve.ts';

/**
 * Builds the site with a local inbox in the form service's place, serves it, and shows what arrives. The result is kept
 * apart from `dist/`, so that a site whose form leads to this machine is never published by accident.
 */
const folder = '.preview';

// The pages carry their own address, so it has to be known before they are built.
const probe = createServer();
const port = await listen(probe, 4321);
await new Promise((resolve) => probe.close(resolve));
process.env['SITE_URL'] ??= `http://localhost:${port}`;
const { endpoint } = await startPrintingInbox(4322);
process.env['FORM_ENDPOINT'] = endpoint;

// Both read the environment as they are loaded.
const { base } = await import('../settings.ts');
const { buildSite } = await import('./build.ts');
if (!(await buildSite(folder))) process.exit(1);
const { url } = await serveSite(folder, base, port);
console.log(`\nThe guide is at ${url}\nStop with Ctrl+C.\n`);
