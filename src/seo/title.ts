import type { Clinic } from '../data/guide.ts';

/**
 * The title of the document: the page's own with the clinic's name behind it, or as much of the clinic as keeps it
 * within 60 characters, which search results show whole. The guide names the area, because people search for it.
 */
export function documentTitle(
	id: string,
	title: string,
	{ name, area, shortName }: Pick<Clinic, 'name' | 'area' | 'shortName'>,
): string {
	const endings = id === 'index' ? [area, shortName] : [name, area, shortName];
	return endings.map((ending) => `${title} | ${ending}`).find((whole) => whole.length <= 60) ?? title;
}
