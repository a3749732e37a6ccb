import { FORM_ENDPOINT } from 'astro:env/server';
import { href } from '../urls.ts';
import { getClinic } from './guide.ts';

/** The hosted form service. To move to another one with the same protocol, change this. */
const service = 'https://formspree.io/f/';

/** Whether the site runs on its developer's machine: `astro dev`, and `astro build --mode preview` before a preview. */
const isLocal = import.meta.env.DEV || import.meta.env.MODE === 'preview';

/**
 * Where the form posts to, or undefined while it is not connected: the address in FORM_ENDPOINT, else the local inbox
 * on a developer's machine, else the form with this id at the form service.
 */
export async function getEndpoint(): Promise<string | undefined> {
	if (FORM_ENDPOINT) return FORM_ENDPOINT;
	if (isLocal) return href('/local-inbox');
	const { formId } = await getClinic();
	return formId && service + formId;
}
