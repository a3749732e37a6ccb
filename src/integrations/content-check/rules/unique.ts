import type { Entry } from '../parse.ts';
import type { Finding } from '../problem.ts';
import { pageOf, type Site } from '../site.ts';

/** Fields whose values two files of a folder cannot share. */
const once = ['order', 'title', 'short', 'category', 'name', 'question', 'term', 'shows'];

/** The first file with a value of a field, for each site that is checked. */
const owners = new WeakMap<Site, Map<string, Entry>>();
const ownersOf = (site: Site) => owners.get(site) ?? owners.set(site, new Map()).get(site) ?? new Map<string, Entry>();

/** Two files of one name, order or title, and two places of one id on a page: readers and links end up at the wrong one. */
export function* unique(entry: Entry, site: Site): Iterable<Finding> {
	const taken = ownersOf(site);
	const { folder, id, fields } = entry;
	if (!folder) return;
	const twin = site.entries.find((other) => other.folder === folder && other.id === id);
	if (twin !== entry && twin)
		yield { line: 1, message: `${twin.file} has the same name.`, hint: 'Rename or delete one of the two.' };
	for (const field of once) {
		const value = fields?.data[field];
		if (typeof value !== 'string' && typeof value !== 'number') continue;
		const key = `${folder} ${field} ${String(value).trim().toLowerCase()}`;
		const other = taken.get(key);
		const message = `\`${field}\` is the same as in ${other?.file}.`;
		if (other) yield { line: fields?.lineOf([field]) ?? 1, field, message, hint: 'Give each its own.' };
		else taken.set(key, entry);
	}
	const places = site.pages.get(pageOf(entry)) ?? [];
	for (const place of places) {
		const first = places.find((other) => other.id === place.id);
		if (place.entry !== entry || first === place || !first) continue;
		const where = first.entry ? ` in ${first.entry.file}, line ${first.line}` : '';
		const hint = place.line === 1 ? 'Rename the file.' : 'Use other words here.';
		yield { line: place.line, message: `The page has another place called ${place.id}${where}.`, hint };
	}
}
