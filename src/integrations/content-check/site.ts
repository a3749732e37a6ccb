import { join } from 'node:path';
import type { ImageMetadata } from 'astro';
import { z } from 'astro/zod';
import { slug } from 'github-slugger';
import { folders } from '../../schemas/index.ts';
import type { SchemaContext } from '../../schemas/context.ts';
import { plain } from './markdown.ts';
import type { Entry } from './parse.ts';
import { checkPicture } from './picture.ts';
import { didYouMean } from './problem.ts';
import { type Folder, folderNames } from './read.ts';

/** What a link can lead to, or a script or a style relies on, by its id. */
export interface Place {
	id: string;
	line: number;
	/** Absent for what the site makes itself. */
	entry?: Entry;
}

/** What the rules know of all files together. Drafts do not count. */
export interface Site {
	dir: string;
	/** Midnight at the start of today, in UTC as the dates of the fields. */
	today: Date;
	entries: Entry[];
	/** The names of the files in each folder. */
	ids: Record<Folder, string[]>;
	schemas: Record<Folder, z.ZodType>;
	/** The places of each page, by its address. */
	pages: Map<string, Place[]>;
}

/** The address of the page that shows an entry. */
export const pageOf = ({ folder, id }: Entry): string =>
	folder === 'team' ? '/team/' : folder === 'pages' ? `/${id}/` : '/';

/** The ids that an entry makes on its page: its own, and those of its headings and charts. */
function placesOf(entry: Entry): Place[] {
	const { folder, id, nodes } = entry;
	const own = { sections: [id], team: [id], terms: [`term-${id}`] }[String(folder)] ?? [];
	const inside = nodes.flatMap(({ node, line, field }) => {
		const isPlace = field === undefined && (node.type === 'heading' || node.name?.endsWith('Chart'));
		return isPlace ? [{ id: slug(node.name ?? plain(node)), line, entry }] : [];
	});
	return [...own.map((name) => ({ id: name, line: 1, entry })), ...inside];
}

/** Stand-ins for Astro's `reference` and `image` that look at the files on disk, for the entries in `folder`. */
const contextFor = (folder: string, ids: Site['ids']): SchemaContext => ({
	reference: (collection) =>
		z.string().transform((id, context) => {
			const known = ids[collection];
			const message = `There is no file ${id} in content/${collection}, or it is a draft.`;
			// Letters after a name are not guessed: nobody gets a license by a slip of the finger.
			const letters = `Possible here: ${known.join(', ')}. For others, add a file to content/terms first.`;
			const hint = collection === 'terms' ? letters : didYouMean(id, known);
			if (!known.includes(id)) context.addIssue({ code: 'custom', message, params: { hint } });
			return { collection, id };
		}),
	image: () =>
		z.string().transform(async (src, context) => {
			const [message, hint] = (await checkPicture(folder, src)) ?? [];
			if (message) context.addIssue({ code: 'custom', message, params: { hint } });
			return { src } as ImageMetadata;
		}),
});

/** Collects what the rules need to know of all `entries` of the content in `dir`. */
export function indexSite(dir: string, all: Entry[], today: Date): Site {
	const entries = all.filter(({ draft }) => !draft);
	const each = <T>(make: (folder: Folder) => T) =>
		Object.fromEntries(folderNames.map((folder) => [folder, make(folder)])) as Record<Folder, T>;
	const ids = each((folder) => entries.filter((entry) => entry.folder === folder).map(({ id }) => id));
	const schemas = each<z.ZodType>((folder) => folders[folder].schema(contextFor(join(dir, folder), ids)));
	const addresses = ids.pages.filter((id) => id !== 'not-found').map((id) => `/${id}/`);
	const main = { id: 'main', line: 1 };
	const pages = new Map<string, Place[]>(addresses.map((page) => [page, [main]]));
	// Places of the guide that no content file makes.
	pages.set('/', [main, { id: 'guide', line: 1 }, { id: 'chooser', line: 1 }]);
	// Of two equal ids the later is named: a section can be renamed more easily than a term.
	const termsFirst = entries.toSorted((a, b) => Number(b.folder === 'terms') - Number(a.folder === 'terms'));
	for (const entry of termsFirst) pages.get(pageOf(entry))?.push(...placesOf(entry));
	if (entries.some(({ fields }) => fields?.data['shows'] === 'team'))
		for (const { entry } of pages.get('/team/') ?? [])
			if (entry?.folder === 'team') pages.get('/')?.push({ id: entry.id, line: 1, entry });
	return { dir, today, entries, ids, schemas, pages };
}
