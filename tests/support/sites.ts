/** How many files of browser tests run at the same time, each in a lane of its own: with its own ports, sites and servers. */
export const lanes = 2;
/** The lane of this test file, from 0. Vitest numbers its workers from 1. */
export const lane = (Number(process.env['VITEST_POOL_ID'] ?? 1) - 1) % lanes;
/** A folder or file of this lane alone. */
export const own = (name: string, at = lane) => `.reports/lane-${at}/${name}`;

/**
 * Ports that are built into the pages of the sites under test. Unusual on purpose, so that nothing else is there, and below
 * 32768, where systems take ports for connections that go out, such as a browser's. `TEST_PORT_BASE` moves them for a second
 * checkout that is tested at the same time.
 */
const portsOf = (at: number) => {
	const first = Number(process.env['TEST_PORT_BASE'] ?? 27321) + 10 * at;
	return { site: first, inbox: first + 1, secure: first + 2, insecure: first + 3 } as const;
};
export const ports = portsOf(lane);

/** The paths below which a site is tested, with a slash at both ends. */
export const bases = ['/', '/guide/'] as const;
/** The one for most tests; `TEST_BASE` names the other. Throws where it names none. */
const base = bases.find((base) => base === (process.env['TEST_BASE'] ?? '/'));
if (!base) throw new Error(`TEST_BASE is none of ${bases.join(' ')}`);

/** A built site: its folder, its path with a slash at both ends, and how it is set up. */
export interface TestSite {
	folder: string;
	base: string;
	env: { SITE_URL: string; BASE_PATH: string; FORM_ENDPOINT: string };
}

/** With the form connected to the inbox of the tests. */
const connectedAt = (base: string, at = lane): TestSite => ({
	folder: own(base === '/' ? 'connected' : 'connected-below', at),
	base,
	env: {
		SITE_URL: `http://localhost:${portsOf(at).site}`,
		BASE_PATH: base.slice(0, -1) || '/',
		FORM_ENDPOINT: `http://localhost:${portsOf(at).inbox}/f/localinbox`,
	},
});

/** The sites that the tests in a lane look at: what is built, and how it is set up. */
export const sitesOf = (at: number) => ({
	connected: connectedAt(base, at),
	/** Under a base path, as published, with the form not connected yet. All lanes share it. */
	unconnected: {
		folder: '.reports/unconnected',
		base: '/guide/',
		env: { SITE_URL: 'https://massage.example', BASE_PATH: '/guide', FORM_ENDPOINT: '' },
	} satisfies TestSite,
});
export const sites = sitesOf(lane);

/** The connected site at the path that `sites` leaves out. The few tests that need it build it with `runBuild`. */
export const connectedElsewhere = connectedAt(bases.find((other) => other !== base) ?? '/');

export type SiteName = keyof typeof sites;
