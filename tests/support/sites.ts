/** How many files of browser tests run at the same time, each in a lane of its own: with its own ports, sites and servers. */
export const lanes = 2;
/** The lane of this test file, from 0. Vitest numbers its workers from 1. */
export const lane = (Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % lanes;
/** A folder or file of this lane alone. */
export const own = (name: string, at = lane) => `.reports/lane-${at}/${name}`;

/**
 * Ports that are built into the pages of the sites under test. Unusual on purpose, so that nothing else is there;
 * `TEST_PORT_BASE` moves them for a second checkout that is tested at the same time.
 */
const portsOf = (at: number) => {
	const first = Number(process.env['TEST_PORT_BASE'] ?? 47321) + 10 * at;
	return { site: first, inbox: first + 1, secure: first + 2, insecure: first + 3 } as const;
};
export const ports = portsOf(lane);

/** The sites that the tests in a lane look at: what is built, and how it is set up. */
export const sitesOf = (at: number) => {
	const { site, inbox } = portsOf(at);
	return {
		/** At the root of a host, with the form connected to the inbox of the tests. */
		connected: {
			folder: own('connected', at),
			base: '/',
			env: {
				SITE_URL: `http://localhost:${site}`,
				BASE_PATH: '/',
				FORM_ENDPOINT: `http://localhost:${inbox}/f/localinbox`,
			},
		},
		/** Under a base path, as published, with the form not connected yet. All lanes share it. */
		unconnected: {
			folder: '.reports/unconnected',
			base: '/guide/',
			env: { SITE_URL: 'https://massage.example', BASE_PATH: '/guide', FORM_ENDPOINT: '' },
		},
	} as const;
};
export const sites = sitesOf(lane);

/** A form that is connected, under a base path. The few tests that need this site build it with `runBuild`. */
export const connectedBelow = {
	folder: own('connected-base'),
	base: '/guide/',
	env: { ...sites.connected.env, BASE_PATH: '/guide' },
} as const;

export type SiteName = keyof typeof sites;
