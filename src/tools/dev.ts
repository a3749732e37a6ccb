import { dev } from 'astro';
import { startInbox } from './inbox.ts';

/** The development server with the local inbox in the form service's place. Words, styles and code reload as they change. */
const inbox = await startInbox({ port: 4322, print: true });
process.env['FORM_ENDPOINT'] = inbox.endpoint;
process.env['SITE_URL'] ??= 'http://localhost:4321';
await dev({ server: { port: 4321 } });
console.log(`The inbox: ${inbox.endpoint}, messages appear here and in ${inbox.store}`);
