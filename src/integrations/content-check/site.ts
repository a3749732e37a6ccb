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
interface Place {
	id: string;
	line: number;
	/** Absent for what the site makes itself. */
	entry?: Entry;
}

/** What the rules know of all files together. */
export interface Site {
	dir: string;
	entries: Entry[];
	/** The names of the files in each folder. */
	ids: Record<Folder, string[]>;
	schemas: Record<Folder, z.ZodType>;
	/** The places of each page, by its address. */
	pages: Map<string, Place[]>;
}

/** Places of the guide that no content file makes. */
const fixed = ['main', 'guide', 'chooser'];

/** The address of the page that shows an entry. */
export const pageOf = ({ folder, id }: Entry): string =>
	folder === 'team' ? '/team/' : folder === 'pages' ? `/${id}/` : '/';

/** The ids that an entry makes on its page: its own, and those of its headings and charts. */
function placesOf(entry: Entry): Place[] {
	const { folder, id, nodes } = entry;
	const own = folder === 'sections' || folder === 'team' ? [{ id, line: 1, entry }] : [];
	const terms = folder === 'terms' ? [{ id: `term-${id}`, line: 1, entry }] : [];
	const inside = nodes.flatMap(({ node, line, field }) => {
		if (field !== undefined) return [];
		if (node.type === 'heading') return [{ id: slug(plain(node)), line, entry }];
		return /Chart$/.test(node.name ?? '') ? [{ id: slug(node.name ?? ''), line, entry }] : [];
	});
	return [...own, ...terms, ...inside];
}

/** Stand-ins for Astro's `reference` and `image` that look at the files on disk, for the entries in `folder`. */
const contextFor = (folder: string, ids: Site['ids']): SchemaContext => ({
	reference: (collection) =>
		z.string().transform((id, context) => {
			const known = ids[collection];
			const message = `There is no file ${id} in content/${collection}.`;
			if (!known.includes(id)) context.addIssue({ code: 'custom', message, params: { hint: didYouMean(id, known) } });
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
export function indexSite(dir: string, entries: Entry[]): Site {
	const each = <T>(make: (folder: Folder) => T) =>
		Object.fromEntries(folderNames.map((folder) => [folder, make(folder)])) as Record<Folder, T>;
	const ids = each((folder) => entries.filter((entry) => entry.folder === folder).map(({ id }) => id));
	const schemas = each<z.ZodType>((folder) => folders[folder].schema(contextFor(join(dir, folder), ids)));
	const addresses = ids.pages.filter((id) => id !== 'not-found').map((id) => `/${id}/`);
	const pages = new Map<string, Place[]>(['/', ...addresses].map((page) => [page, []]));
	for (const id of fixed) pages.get('/')?.push({ id, line: 1 });
	for (const entry of entries) pages.get(pageOf(entry))?.push(...placesOf(entry));
	return { dir, entries, ids, schemas, pages };
}
