/**
 * Where the site lives and where its words are, from the environment. Read by the build and the tools, never by a script
 * on a page.
 */

const { SITE_URL, BASE_PATH = '/', CONTENT_DIR = './content' } = process.env;

if (SITE_URL && !/^https?:\/\/[^/\s]+\/?$/.test(SITE_URL))
	throw new Error(
		`SITE_URL is “${SITE_URL}”. Write the origin alone, such as https://example.org, and any path in BASE_PATH.`,
	);

/** The origin of the published site, without a slash at its end; undefined for a build that is only looked at locally. */
export const site = SITE_URL?.replace(/\/$/, '');

/** The path below which the site lives, with a slash at both ends: `/` or `/guide/`. */
export const base = `/${BASE_PATH}/`.replace(/\/{2,}/g, '/');

/** The folder that holds the editors' files. The tests and the benchmark point it elsewhere. */
export const contentDir = CONTENT_DIR;

/** A path of this site under the base path: `/team/` becomes `/guide/team/`. Anchors and outside addresses stay as they are. */
export const href = (path: string): string => (path.startsWith('/') ? base + path.slice(1) : path);

/** The full address of a path of this site. A build without `SITE_URL` names this machine. */
export const absolute = (path: string): string =>
	path.startsWith('/') ? (site ?? 'http://localhost') + href(path) : path;

/** Whether search engines are welcome: only in a build that knows its address, when that is not this machine. */
export const listed = site !== undefined && !/^https?:\/\/(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:\d+)?$/i.test(site);
