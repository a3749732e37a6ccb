import { getGuide, getPages, getSections } from './guide.ts';

/** One page of the site, as what lists all of them sees it: sitemap, previews, Markdown alternates, llms.txt. */
export type SitePage = {
	/** `index` for the guide; otherwise the file name in `content/pages`. */
	id: string;
	path: string;
	title: string;
	description: string;
	/** Whether it stays out of search engines. */
	hidden: boolean;
	/** When its words last changed, as its editors say. */
	updated: Date;
};

/** The path of the page with this id, before the base path. */
export const pathOf = (id: string): string => (id === 'index' ? '/' : id === 'not-found' ? '/404.html' : `/${id}/`);

/** Every page, the guide first. */
export async function getSitePages(): Promise<SitePage[]> {
	const [guide, sections, pages] = await Promise.all([getGuide(), getSections(), getPages()]);
	const { title, description } = guide;
	const days = [guide.updated, ...sections.map(({ data }) => data.updated ?? guide.updated)];
	const updated = new Date(Math.max(...days.map(Number)));
	return [
		{ id: 'index', path: '/', title, description, hidden: false, updated },
		...pages.map(({ id, data }) => ({
			...data,
			id,
			path: pathOf(id),
			hidden: data.hidden || id === 'not-found',
			updated: data.updated ?? guide.updated,
		})),
	];
}
