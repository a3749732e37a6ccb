import type { BuildOptions } from './build.ts';

/** The content of the fixture site: small, complete, with odd values. */
export const fixture = 'tests/fixtures/content';

/**
 * Origins that are built into the pages of the fixture site. The browser of each worker is told at which ports they are
 * (`visit.ts`), so that one build serves all workers. Names below `localhost` are secure contexts, as the real site is.
 */
export const origins = { site: 'http://fixture.localhost', form: 'http://form.localhost' } as const;

export interface TestSite extends BuildOptions {
	base: string;
}

/** The built sites that the tests share; `build-sites.ts` builds them once a run. */
export const sites = {
	/** The fixture under a base path, with its form connected to the inbox of the tests. */
	fixture: {
		content: fixture,
		outDir: '.reports/sites/fixture',
		site: origins.site,
		base: '/guide/',
		formEndpoint: `${origins.form}/f/localinbox`,
	},
	/** The fixture as a clinic publishes it: at the root, every fact set, the form connected by its id in `clinic.yaml`. */
	published: {
		content: fixture,
		outDir: '.reports/sites/published',
		site: 'https://massage.example',
		base: '/',
	},
	/** As little content as there can be, for a local look: no form, no fact, one section. */
	bare: { content: '.reports/bare', outDir: '.reports/sites/bare', base: '/' },
} as const satisfies Record<string, TestSite>;

/** Where a browser of the tests finds a site. */
export const originOf = (name: keyof typeof sites): string => `http://${name}.localhost`;

/** A page of each layout: the guide, the form, the team, and plain text. What every page has is tested on these. */
export const layouts = ['/', '/contact/', '/team/', '/prices/'];
