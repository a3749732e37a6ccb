import { join } from 'node:path';
import type { ImageMetadata } from 'astro';
import { z } from 'astro/zod';
import { slug } from 'github-slugger';
import { folders } from '../../schemas/index.ts';
import type { SchemaContext } from '../../schemas/context.ts';
import { words } from '../../schemas/messages.ts';
import { plain } from './markdown.ts';
import type { Entry } from './parse.ts';
import { checkPicture } from './picture.ts';
import { didYouMean, type Report } from './problem.ts';
import { type Folder, folderNames } from './read.ts';

/** What a link can lead to, or a script or a style relies on, by its id. */
export interface Anchor {
	id: string;
	line: number;
	/** Absent for what the site makes itself. */
	entry?: Entry;
}

/** What the rules know of all files together. Drafts do not count. */
export interface Site {
	dir: string;
	entries: Entry[];
	/** The names of the files in each folder. */
	ids: Record<Folder, string[]>;
	schemas: Record<Folder, z.ZodType>;
	/** The anchors of each page, by its address. */
	pages: Map<string, Anchor[]>;
}

/** Looks at one file, with the others at hand, and reports what is wrong in it. */
export type Rule = (entry: Entry, site: Site, report: Report) => void | Promise<void>;

/** The address of the page that shows an entry. */
export const pageOf = ({ folder, id }: Entry): string =>
	folder === 'team' ? '/team/' : folder === 'pages' ? `/${id}/` : '/';

/** The anchors that an entry makes on its page: its own, and those of its headings. */
function anchorsOf(entry: Entry): Anchor[] {
	const { folder, id, nodes } = entry;
	const own = { sections: [id], team: [id], terms: [`term-${id}`] }[String(folder)] ?? [];
	const inside = nodes.filter(({ node, field }) => field === undefined && node.type === 'heading');
	return [
		...own.map((name) => ({ id: name, line: 1, entry })),
		...inside.map(({ node, line }) => ({ id: slug(plain(node)), line, entry })),
	];
}

/** Stand-ins for Astro's `reference` and `image` that look at the files on disk, for the entries in `folder`. */
const contextFor = (folder: string, ids: Site['ids']): SchemaContext => ({
	reference: (collection) =>
		z.string(words).transform((id, context) => {
			const known = ids[collection];
			if (known.includes(id)) return { collection, id };
			const message = `There is no file ${id} in content/${collection}, or it is a draft.`;
			// Letters after a name are not guessed: nobody gets a license by a slip of the finger.
			const letters = `Possible here: ${known.join(', ')}. For others, add a file to content/terms first.`;
			const hint = collection === 'terms' ? letters : didYouMean(id, known);
			context.addIssue({ code: 'custom', message, params: { hint } });
			return { collection, id };
		}),
	image: () =>
		z.string(words).transform(async (src, context) => {
			const [message, hint] = (await checkPicture(folder, src)) ?? [];
			if (message) context.addIssue({ code: 'custom', message, params: { hint } });
			return { src } as ImageMetadata;
		}),
});

/** Collects what the rules need to know of all `entries` of the content in `dir`. */
export function indexSite(dir: string, all: Entry[]): Site {
	const entries = all.filter(({ draft }) => !draft);
	const each = <T>(make: (folder: Folder) => T) =>
		Object.fromEntries(folderNames.map((folder) => [folder, make(folder)])) as Record<Folder, T>;
	const ids = each((folder) => entries.filter((entry) => entry.folder === folder).map(({ id }) => id));
	const schemas = each<z.ZodType>((folder) => folders[folder].schema(contextFor(join(dir, folder), ids)));
	// What no content file makes.
	const made = (...ids: string[]) => ids.map((id): Anchor => ({ id, line: 1 }));
	const addresses = ids.pages.filter((id) => id !== 'not-found').map((id) => `/${id}/`);
	const pages = new Map([
		...addresses.map((page) => [page, made('main')] as const),
		['/', made('main', 'guide', 'chooser')],
	]);
	// Of two equal ids the later is named: a section can be renamed more easily than a term.
	const termsFirst = entries.toSorted((a, b) => Number(b.folder === 'terms') - Number(a.folder === 'terms'));
	for (const entry of termsFirst) pages.get(pageOf(entry))?.push(...anchorsOf(entry));
	if (entries.some(({ fields }) => fields?.data['shows'] === 'team'))
		for (const { entry } of pages.get('/team/') ?? [])
			if (entry?.folder === 'team') pages.get('/')?.push({ id: entry.id, line: 1, entry });
	return { dir, entries, ids, schemas, pages };
}
