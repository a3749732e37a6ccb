import { dev } from 'astro';
import { startPrintingInbox } from './inbox-cli.ts';

/** The development server with the local inbox in the form service's place. Words, styles and code reload as they change. */
const { endpoint } = await startPrintingInbox(4322);
process.env['FORM_ENDPOINT'] = endpoint;
process.env['SITE_URL'] ??= 'http://localhost:4321';
await dev({ server: { port: 4321 } });
