/*
 * Addresses of this site. Where it lives comes from Astro's own settings, so the flags `--site` and `--base` count as
 * much as SITE_URL and BASE_PATH.
 */
const site = import.meta.env.SITE as string | undefined;
const base = import.meta.env.BASE_URL.replace(/\/?$/, '/');

/** A path of this site below its base: `/team/` becomes `/guide/team/`. Anchors and other sites' addresses stay. */
export const href = (path: string): string => (path.startsWith('/') ? base + path.slice(1) : path);

/** Whether the address of the site is known. Without it, a build is for looking at and stays out of search engines. */
export const isPublished = site !== undefined;

/** The full address of a path of this site. Before an address is known, it begins with `http://localhost`. */
export const absolute = (path: string): string => new URL(href(path), site ?? 'http://localhost').href;
