/**
 * Where the form posts to. `FORM_ENDPOINT` in the environment wins: the local inbox and the tests set it. Otherwise the
 * form id in `content/clinic.yaml` makes an address at Formspree. To move to another service with the same protocol,
 * change `serviceOrigin`; to one that answers differently, also `verdict` in `client.ts`.
 */
const serviceOrigin = 'https://formspree.io';

/** The full address that the form posts to, or undefined while the form is not connected. */
export function formEndpoint(formId: string | undefined): string | undefined {
	return process.env['FORM_ENDPOINT'] || (formId && `${serviceOrigin}/f/${formId}`);
}
