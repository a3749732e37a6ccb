/**
 * Ports that are built into the pages of the sites under test. Unusual on purpose, so that nothing else is there;
 * `TEST_PORT_BASE` moves them for a second checkout that is tested at the same time.
 */
const first = Number(process.env['TEST_PORT_BASE'] ?? 47321);
export const ports = { site: first, inbox: first + 1, secure: first + 2, insecure: first + 3 } as const;

const endpoint = `http://localhost:${ports.inbox}/f/localinbox`;

/** The sites that the tests look at: what is built, and how it is set up. */
export const sites = {
	/** At the root of a host, with the form connected to the inbox of the tests. */
	connected: {
		folder: '.reports/sites/connected',
		base: '/',
		env: {
			SITE_URL: `http://localhost:${ports.site}`,
			BASE_PATH: '/',
			FORM_ENDPOINT: endpoint,
		},
	},
	/** Under a base path, as published, with the form not connected yet. */
	unconnected: {
		folder: '.reports/sites/unconnected',
		base: '/guide/',
		env: { SITE_URL: 'https://massage.example', BASE_PATH: '/guide', FORM_ENDPOINT: '' },
	},
} as const;

/** A form that is connected, under a base path. The few tests that need this site build it with `runBuild`. */
export const connectedBelow = {
	folder: '.reports/sites/connected-base',
	base: '/guide/',
	env: { SITE_URL: `http://localhost:${ports.site}`, BASE_PATH: '/guide', FORM_ENDPOINT: endpoint },
} as const;

export type SiteName = keyof typeof sites;
