import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { redirects } from '../schemas/redirects.ts';
import { contentDir, href } from '../settings.ts';

export interface Redirect {
	from: string;
	to: string;
}

/**
 * The addresses that changed, as the host sees them: below the base path. Pages and rules of a host are made from this list.
 * Throws when `content/redirects.yaml` is missing or wrong; the content check says so in plain words before.
 */
export function readRedirects(): Redirect[] {
	const list = redirects().parse(parse(readFileSync(`${contentDir}/redirects.yaml`, 'utf8')) ?? {});
	return Object.entries(list).map(([from, to]) => ({ from: href(from), to: href(to) }));
}
