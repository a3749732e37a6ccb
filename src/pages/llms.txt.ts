import type { APIRoute } from 'astro';
import { getGuide, getSections } from '../data/guide.ts';
import { getSitePages } from '../data/pages.ts';
import { absolute, isPublished } from '../urls.ts';

const list = (items: { title: string; description: string; url: string }[]) =>
	items.map(({ title, description, url }) => `- [${title}](${url}): ${description}`).join('\n');

/**
 * What language models read first (https://llmstxt.org): the Markdown of every page that search engines may list, and
 * what each section of the guide is about. No file where robots are to stay away.
 */
export const GET: APIRoute = async () => {
	const [guide, sections, pages] = await Promise.all([getGuide(), getSections(), getSitePages()]);
	const listed = pages.filter(({ noindex }) => !noindex);
	const text = [
		`# ${guide.title}`,
		`> ${guide.description}`,
		'## Pages',
		list(listed.map(({ path, ...page }) => ({ ...page, url: absolute(`${path}index.md`) }))),
		'## Sections of the guide',
		list(sections.map(({ id, data }) => ({ ...data, url: absolute(`/#${id}`) }))),
	];
	return new Response(isPublished ? `${text.join('\n\n')}\n` : null);
};
