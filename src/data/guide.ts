import { basename } from 'node:path';
import { getImage } from 'astro:assets';
import { getCollection, render, type CollectionEntry, type CollectionKey } from 'astro:content';
import { editLink } from './edit.ts';
import { href } from '../urls.ts';
import { inlineHtml } from './markdown.ts';

/**
 * The one reader of `content/`: everything a page shows comes from here, sorted, checked and typed. The content check
 * has explained every mistake before a build gets here; what this module throws is the second lock.
 */

/** The text of an entry as a component: `<Content components={prose} />`, and where its file is edited. */
type Text = Pick<Awaited<ReturnType<typeof render>>, 'Content'> & { edit: string | undefined };
export type Section = CollectionEntry<'sections'> & Text;
export type Page = CollectionEntry<'pages'> & Text;
export type Clinic = CollectionEntry<'clinic'>['data'];
export type Guide = CollectionEntry<'guide'>['data'];
export type Choice = CollectionEntry<'choices'>;

export type Term = Awaited<ReturnType<typeof getTerms>>[number];
export type Row = Awaited<ReturnType<typeof getRows>>[number];
export type Therapist = Awaited<ReturnType<typeof getTeam>>[number];

/** What `read` returns, read once a build. While developing it is read each time, because content changes. */
export function once<T>(read: () => T): () => T {
	let value: T | undefined;
	return () => (import.meta.env.DEV ? read() : (value ??= read()));
}

/** The entries of a folder, without drafts. */
const finished = <C extends Exclude<CollectionKey, 'clinic' | 'guide'>>(name: C) =>
	getCollection(name, ({ data }) => !data.draft);

async function sorted<C extends 'sections' | 'comparison' | 'team' | 'choices'>(name: C) {
	const entries: CollectionEntry<C>[] = await finished(name);
	return entries.sort((a, b) => a.data.order - b.data.order);
}

/** Where the file of an entry is edited, when the clinic names its repository. */
const editOf = async ({ collection, filePath = '' }: { collection: string; filePath?: string }) =>
	editLink((await getClinic()).repository, `${collection}/${basename(filePath)}`);

const withText = <E extends CollectionEntry<'sections' | 'team' | 'pages'>>(entries: E[]): Promise<(E & Text)[]> =>
	Promise.all(entries.map(async (entry) => ({ ...entry, ...(await render(entry)), edit: await editOf(entry) })));

/** The entry with this id, to which `from` points. Throws when it is not among `entries`. */
export function pick<T extends { id: string }>(entries: T[], id: string, from: string): T {
	const found = entries.find((entry) => entry.id === id);
	if (!found) throw new Error(`${from} points to “${id}”, which does not exist.`);
	return found;
}

export const getClinic = once(async () => pick(await getCollection('clinic'), 'clinic', 'The site').data);
export const getGuide = once(async () => pick(await getCollection('guide'), 'guide', 'The site').data);
export const getSections = once(async (): Promise<Section[]> => withText(await sorted('sections')));
export const getChoices = once(() => sorted('choices'));

/** Every term, by its name from A to Z. Its meaning is one or two sentences of plain text. */
export const getTerms = once(async () => {
	const entries = await finished('terms');
	return entries
		.map(({ id, data, body = '' }) => ({ id, term: data.term, standsFor: data.standsFor, meaning: body.trim() }))
		.sort((a, b) => a.term.localeCompare(b.term, 'en'));
});

/** The rows of the comparison, in order, each with the HTML of its two cells and the section that says more. */
export const getRows = once(async () => {
	const [rows, sections] = await Promise.all([sorted('comparison'), getSections()]);
	const edits = await Promise.all(rows.map(editOf));
	return rows.map(({ id, data }, i) => ({
		category: data.category,
		spa: inlineHtml(data.spa, href('/')),
		medical: inlineHtml(data.medical, href('/')),
		section: pick(sections, data.section.id, `content/comparison/${id}.md`),
		edit: edits[i],
	}));
});

/**
 * The therapists, in order, with what the letters after their names mean. The portrait is the address of a square one
 * for machines; the editor's own file is never published.
 */
export const getTeam = once(async () => {
	const [team, terms] = await Promise.all([sorted('team').then(withText), getTerms()]);
	const square = { width: 400, height: 400, format: 'jpeg' } as const;
	return Promise.all(
		team.map(async (entry) => ({
			...entry,
			letters: entry.data.letters.map(({ id }) => pick(terms, id, `content/team/${entry.id}.md`)),
			portrait: entry.data.photo && (await getImage({ src: entry.data.photo, ...square })).src,
		})),
	);
});

/** The pages beside the guide: those with an order first, then by their names. */
export const getPages = once(async (): Promise<Page[]> => {
	const place = ({ data }: CollectionEntry<'pages'>) => data.order ?? Infinity;
	return withText((await finished('pages')).sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1)));
});
