import type { Entry } from '../parse.ts';
import { at, type Finding } from '../problem.ts';
import { pageOf, type Place, type Site } from '../site.ts';

/** Fields whose values two files of a folder cannot share. Pages have an order in their menu only. */
const once = ['order', 'title', 'short', 'category', 'name', 'question', 'term', 'shows'];
/** Places that styles and scripts rely on. */
const reserved = /^(field|form|current)-/;

/** The first file with a value of a field, for each site that is checked. */
const owners = new WeakMap<Site, Map<string, Entry>>();

/** Two orders or titles, and two places of one id on a page: readers and links end up at the wrong one. */
export function* unique(entry: Entry, site: Site): Iterable<Finding> {
	const taken = owners.get(site) ?? new Map<string, Entry>();
	owners.set(site, taken);
	const { folder, fields } = entry;
	if (!folder) return;
	for (const field of once) {
		const value = fields?.data[field];
		if (typeof value !== 'string' && typeof value !== 'number') continue;
		const menu = folder === 'pages' && field === 'order' ? String(fields?.data['menu']) : '';
		const key = [folder, menu, field, String(value).trim().toLowerCase()].join(' ');
		const line = fields?.lineOf([field]) ?? 1;
		const other = taken.get(key);
		if (other) yield at({ line, field }, [`\`${field}\` is the same as in ${other.file}.`, 'Give each its own.']);
		else taken.set(key, entry);
	}
	// A section can show the team on the guide.
	for (const page of new Set(['/', pageOf(entry)])) yield* checkPlaces(entry, site.pages.get(page) ?? []);
}

/** The places of an entry on a page are there once. */
function* checkPlaces(entry: Entry, places: Place[]): Iterable<Finding> {
	for (const place of places) {
		if (place.entry !== entry) continue;
		const hint = place.line === 1 ? 'Rename the file.' : 'Use other words here.';
		const first = places.find((other) => other.id === place.id);
		const where = first?.entry ? ` in ${first.entry.file}, line ${first.line}` : '';
		if (first !== place) yield at(place, [`The page has another place called ${place.id}${where}.`, hint]);
		else if (reserved.test(place.id)) yield at(place, [`The site needs the name ${place.id} itself.`, hint]);
	}
}
