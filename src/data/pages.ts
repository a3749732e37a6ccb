import { getGuide, getPages, getSections } from './guide.ts';

/** One page of the site, as what lists all of them sees it: sitemap, previews, Markdown twins, llms.txt. */
export type SitePage = {
	/** `index` for the guide; otherwise the file name in `content/pages`. */
	id: string;
	path: string;
	title: string;
	description: string;
	/** Whether it stays out of search engines. */
	hidden: boolean;
	/** What it is made of, seen from the content folder: files without their ending, and folders. */
	sources: string[];
	/** When its words last changed, as its editors say. */
	updated: Date;
};

/** The path of the page with this id, before the base path. */
export const pathOf = (id: string): string => (id === 'index' ? '/' : id === 'not-found' ? '/404.html' : `/${id}/`);

/** What pages show besides the file of their name. */
const more: Record<string, string[]> = { team: ['team', 'terms'], contact: ['clinic'] };

/** Every page, the guide first. */
export async function getSitePages(): Promise<SitePage[]> {
	const [guide, sections, pages] = await Promise.all([getGuide(), getSections(), getPages()]);
	const { title, description } = guide;
	const days = [guide.updated, ...sections.map(({ data }) => data.updated ?? guide.updated)];
	const sources = ['guide', 'sections', 'comparison', 'choices', 'terms', 'team'];
	const updated = new Date(Math.max(...days.map(Number)));
	return [
		{ id: 'index', path: '/', title, description, hidden: false, sources, updated },
		...pages.map(({ id, data }) => ({
			...data,
			id,
			path: pathOf(id),
			hidden: data.hidden || id === 'not-found',
			sources: [`pages/${id}`, ...(more[id] ?? [])],
			updated: data.updated ?? guide.updated,
		})),
	];
}
