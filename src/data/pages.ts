import { getGuide, getPages, getSections, once } from './guide.ts';

/** One page of the site, as what lists all of them sees it: head, sitemap, previews. */
export type SitePage = {
	/** `index` for the guide; otherwise the file name in `content/pages`. */
	id: string;
	/** Its address, before the base path. */
	path: string;
	title: string;
	description: string;
	/** Whether search engines are asked to leave it out. */
	noindex: boolean;
	/** When its words last changed, as its editors say. */
	updated: Date;
};

/** Every page, the guide first. Each page asks for the list, so it is made once a build. */
export const getSitePages = once(async (): Promise<SitePage[]> => {
	const [guide, sections, pages] = await Promise.all([getGuide(), getSections(), getPages()]);
	const { title, description } = guide;
	const days = [guide.updated, ...sections.map(({ data }) => data.updated ?? guide.updated)];
	const updated = new Date(Math.max(...days.map(Number)));
	return [
		{ id: 'index', path: '/', title, description, noindex: false, updated },
		...pages.map(({ id, data }) => ({
			id,
			path: id === 'not-found' ? '/404.html' : `/${id}/`,
			title: data.title,
			description: data.description,
			noindex: data.noindex || id === 'not-found',
			updated: data.updated ?? guide.updated,
		})),
	];
});

/** The page with this id. Throws when there is none. */
export async function getSitePage(id: string): Promise<SitePage> {
	const page = (await getSitePages()).find((candidate) => candidate.id === id);
	if (!page) throw new Error(`The site has no page “${id}”.`);
	return page;
}
