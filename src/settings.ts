/**
 * Where the site lives and where its words are, from the environment. Read by the build and the tools, never by a script
 * on a page.
 */

const { SITE_URL, BASE_PATH = '/', CONTENT_DIR = './content' } = process.env;

if (SITE_URL && !/^https?:\/\/[^/\s]+\/?$/.test(SITE_URL))
	throw new Error(`SITE_URL is “${SITE_URL}”. Write the origin alone, such as https://example.org, and any path in BASE_PATH.`);

/** The origin of the published site, without a slash at its end; undefined for a build that is only looked at locally. */
export const site = SITE_URL?.replace(/\/$/, '');

/** The path below which the site lives, with a slash at both ends: `/` or `/guide/`. */
export const base = `/${BASE_PATH}/`.replace(/\/{2,}/g, '/');

/** The folder that holds the editors' files. The tests and the benchmark point it elsewhere. */
export const contentDir = CONTENT_DIR;

/** A path of this site under the base path: `/team/` becomes `/guide/team/`. Anchors and outside addresses stay as they are. */
export const href = (path: string): string => (path.startsWith('/') ? base + path.slice(1) : path);
