import { getGuide, getPages, getSections, once } from './guide.ts';

/**
 * Every page as head, sitemap and previews see it, the guide first: its address before the base path, whether search
 * engines are asked to leave it out, and when its words last changed, as editors say. `id` is `index` for the guide,
 * otherwise the file name in `content/pages`. Each page asks for the list, so it is made once a build.
 */
export const getSitePages = once(async () => {
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
