import type { Thing } from 'schema-dts';
import type { Clinic, Guide, Section, Term, Therapist } from '../data/guide.ts';
import { absolute } from '../urls.ts';
import { business, personId, ref } from './business.ts';

/*
 * What machines are told about a page: nodes of one schema.org graph, built from the content that the page shows, with
 * nothing in them that it does not show. Names of nodes are addresses, so every page means the same things by them.
 * Google's wishes: https://developers.google.com/search/docs/appearance/structured-data/article (and organization,
 * breadcrumb)
 */
const day = (date: Date) => date.toISOString().slice(0, 10);

/** The start of a day in Tulsa, standard time: still that day while clocks are an hour ahead. */
const moment = (date: Date) => `${day(date)}T00:00:00-06:00`;

/** The address of the preview picture of a page. */
export const previewOf = (id: string): string => absolute(`/previews/${id}.png`);

const website = ({ name }: Clinic): Thing => ({
	'@type': 'WebSite',
	...ref('site'),
	url: absolute('/'),
	name,
	publisher: ref('clinic'),
});

/** A page by its address, without the site's, and its title. */
interface PageFacts {
	path: string;
	title: string;
	type?: 'WebPage' | 'AboutPage' | 'ContactPage' | undefined;
}

/** The page itself, and the way to it. The guide's page is about the article, and carries its review. */
function webPage({ path, title, type = 'WebPage' }: PageFacts, { name }: Clinic, { reviewed }: Guide): Thing[] {
	const url = absolute(path);
	const page = { '@type': type, '@id': url, url, name: title, isPartOf: ref('site') } as const;
	const reviewedBy = { '@type': 'Person', name: reviewed?.by ?? '' } as const;
	const review = reviewed && { lastReviewed: day(reviewed.on), reviewedBy };
	if (path === '/') return [{ ...page, mainEntity: ref('article'), ...review }];
	const itemListElement = [
		{ '@type': 'ListItem', position: 1, name, item: absolute('/') } as const,
		{ '@type': 'ListItem', position: 2, name: title, item: url } as const,
	];
	const breadcrumb = { '@id': `${url}#breadcrumb` };
	return [
		{ ...page, breadcrumb },
		{ '@type': 'BreadcrumbList', ...breadcrumb, itemListElement },
	];
}

/** The guide as an article. */
export const article = (guide: Guide, sections: Section[]): Thing => ({
	'@type': 'Article',
	...ref('article'),
	headline: guide.title,
	image: previewOf('index'),
	datePublished: moment(guide.published),
	dateModified: moment(guide.updated),
	author: ref('clinic'),
	publisher: ref('clinic'),
	articleSection: sections.map(({ data }) => data.title),
	...(guide.sources.length && {
		citation: guide.sources.map(({ title, url }) => ({ '@type': 'CreativeWork', name: title, url })),
	}),
});

/** A therapist by name; `person` says more on the page that introduces the team. */
export const personName = ({ id, data: { name } }: Therapist) =>
	({ '@type': 'Person', '@id': personId(id), name }) as const;

/** A therapist with the credentials behind the letters. */
export const person = (therapist: Therapist): Thing => ({
	...personName(therapist),
	url: personId(therapist.id),
	description: therapist.data.knownFor,
	worksFor: ref('clinic'),
	...(therapist.portrait && { image: new URL(therapist.portrait, absolute('/')).href }),
	...(therapist.letters.length && {
		hasCredential: therapist.letters.map(({ term, standsFor }) => ({
			'@type': 'EducationalOccupationalCredential',
			name: standsFor ?? term,
			...(standsFor && { alternateName: term }),
		})),
	}),
});

/**
 * The terms that the page explains, by name: an address for each would double their bytes, and their meaning is on the
 * page.
 */
export const termSet = (terms: Term[]): Thing => ({
	'@type': 'DefinedTermSet',
	...ref('terms'),
	hasDefinedTerm: terms.map(({ term }) => ({ '@type': 'DefinedTerm', name: term })),
});

/**
 * The graph of a page, as the text of a script element: what every page tells, and what this one adds as `nodes`. HTML
 * does not escape that text, so `<` is written in a way that no words of an editor can end it.
 */
export function structuredData(
	page: PageFacts,
	{ clinic, guide }: { clinic: Clinic; guide: Guide },
	team: Therapist[] = [],
	nodes: Thing[] = [],
): string {
	const graph = [website(clinic), business(clinic, team), ...webPage(page, clinic, guide), ...nodes];
	return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
}
