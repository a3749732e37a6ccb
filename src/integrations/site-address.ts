import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { plainError } from './plain-error.ts';

const isWebAddress = (text: string) => URL.canParse(text) && /^https?:\/\/[^\s/?#]/.test(text);

const originAlone = 'Write the origin alone, such as https://example.org, and any path in BASE_PATH.';

/** What is wrong with the settings of a build, as one sentence with its remedy; undefined if nothing is. */
export function findSettingsError({ SITE_URL, BASE_PATH, FORM_ENDPOINT }: NodeJS.ProcessEnv): string | undefined {
	if (SITE_URL && (!isWebAddress(SITE_URL) || new URL(SITE_URL).pathname !== '/' || /[?#]/.test(SITE_URL)))
		return `SITE_URL is “${SITE_URL}”. ${originAlone}`;
	if (BASE_PATH && !/^\/?(\w[\w.~-]*(\/|$))*$/.test(BASE_PATH))
		return `BASE_PATH is “${BASE_PATH}”. Write a path of letters, digits and hyphens, such as /guide.`;
	if (FORM_ENDPOINT && !isWebAddress(FORM_ENDPOINT))
		return `FORM_ENDPOINT is “${FORM_ENDPOINT}”. Write a whole address, such as https://formspree.io/f/yourform.`;
	return undefined;
}

/**
 * Takes the address of the site from SITE_URL and BASE_PATH where the flags `--site` and `--base` do not set it, and
 * stops before any work when one of them, or FORM_ENDPOINT, could only make a broken site.
 */
export const siteAddress = (): AstroIntegration => ({
	name: 'site-address',
	hooks: {
		'astro:config:setup': ({ command, config, updateConfig, logger }) => {
			const root = fileURLToPath(config.root);
			// Vite takes what follows the sign for an anchor or a query.
			if (/[#?]/.test(root)) throw plainError(`${root} has a # or ? in its name. Rename the folder to build in it.`);
			const { SITE_URL, BASE_PATH, FORM_ENDPOINT } = process.env;
			const site = config.site ?? SITE_URL;
			const base = config.base === '/' ? BASE_PATH : config.base;
			const error = findSettingsError({ SITE_URL: site, BASE_PATH: base, FORM_ENDPOINT });
			if (error) throw plainError(error);
			updateConfig({ ...(site && { site: new URL(site).href }), base: `/${base ?? ''}/`.replace(/\/{2,}/g, '/') });
			if (command === 'build' && !site)
				logger.warn('SITE_URL is not set: this build is for looking at, and asks search engines to stay away.');
		},
	},
});
