import type { Thing } from 'schema-dts';
import type { Clinic, Guide, Section, Term, Therapist } from '../data/guide.ts';
import { pathOf } from '../data/pages.ts';
import { absolute } from '../urls.ts';
import { openingHours } from './opening-hours.ts';

/*
 * What machines are told about a page: nodes of one schema.org graph, built from the content that the page shows, with nothing
 * in them that it does not show. Names of nodes are addresses, so every page means the same things by them. Google's wishes:
 * https://developers.google.com/search/docs/appearance/structured-data/article (and organization, breadcrumb)
 */
const ids = { site: absolute('/#site'), clinic: absolute('/#clinic'), article: absolute('/#article') } as const;
const ref = (id: string) => ({ '@id': id }) as const;

/** The address of the preview picture of a page. */
export const previewOf = (id: string): string => absolute(`/previews/${id}.png`);

/** The start of a day in Tulsa, standard time: still that day while clocks are an hour ahead. */
const moment = (day: Date) => `${day.toISOString().slice(0, 10)}T00:00:00-06:00`;

export const website = ({ name }: Clinic): Thing => ({
	'@type': 'WebSite',
	'@id': ids.site,
	url: absolute('/'),
	name,
	publisher: ref(ids.clinic),
});

/** The clinic, with the facts that are set. No schema.org type says “massage”; a medical one would claim too much. */
export const clinicNode = (clinic: Clinic, team: Therapist[] = []): Thing => {
	const { name, phone, email, address, booking, profiles = [] } = clinic;
	const sameAs = [...profiles, ...(booking ? [booking] : [])];
	const hours = openingHours(clinic);
	return {
		'@type': 'HealthAndBeautyBusiness',
		'@id': ids.clinic,
		name,
		url: absolute('/'),
		logo: absolute('/icon-512.png'),
		...(phone && { telephone: phone }),
		...(email && { email }),
		...(address && {
			address: {
				'@type': 'PostalAddress',
				streetAddress: address.street,
				addressLocality: address.city,
				addressRegion: address.state,
				postalCode: address.zip,
				addressCountry: 'US',
			},
		}),
		...(hours.length && { openingHoursSpecification: hours }),
		...(sameAs.length && { sameAs }),
		...(team.length && { employee: team.map(({ id }) => ref(personId(id))) }),
	};
};

interface PageFacts {
	id: string;
	title: string;
	type?: 'WebPage' | 'AboutPage' | 'ContactPage';
}

/** The page itself; the guide's page is about the article and carries its review. */
export const webPage = ({ id, title, type = 'WebPage' }: PageFacts, { reviewed }: Guide): Thing => {
	const url = absolute(pathOf(id));
	const page = { '@type': type, '@id': url, url, name: title, isPartOf: ref(ids.site) } as const;
	if (id !== 'index') return { ...page, breadcrumb: ref(`${url}#breadcrumb`) };
	return {
		...page,
		mainEntity: ref(ids.article),
		...(reviewed && {
			lastReviewed: reviewed.on.toISOString().slice(0, 10),
			reviewedBy: { '@type': 'Person', name: reviewed.by },
		}),
	};
};

/** The way from the guide to a page, in the words of the header and of the page's heading. */
export const breadcrumbs = ({ id, title }: PageFacts, { name }: Clinic): Thing => {
	const url = absolute(pathOf(id));
	return {
		'@type': 'BreadcrumbList',
		'@id': `${url}#breadcrumb`,
		itemListElement: [
			{ '@type': 'ListItem', position: 1, name, item: absolute('/') },
			{ '@type': 'ListItem', position: 2, name: title, item: url },
		],
	};
};

export const article = (guide: Guide, sections: Section[]): Thing => ({
	'@type': 'Article',
	'@id': ids.article,
	headline: guide.title,
	image: previewOf('index'),
	datePublished: moment(guide.published),
	dateModified: moment(guide.updated),
	author: ref(ids.clinic),
	publisher: ref(ids.clinic),
	articleSection: sections.map(({ data }) => data.title),
	...(guide.sources.length && {
		citation: guide.sources.map(({ title, url }) => ({ '@type': 'CreativeWork', name: title, url })),
	}),
});

const personId = (id: string) => absolute(`/team/#${id}`);

/** A therapist by name; `person` says more on the page that introduces the team. */
export const personName = ({ id, data: { name } }: Therapist) =>
	({ '@type': 'Person', '@id': personId(id), name }) as const;

/** A therapist with the credentials behind the letters. */
export const person = (therapist: Therapist): Thing => ({
	...personName(therapist),
	url: personId(therapist.id),
	description: therapist.data.knownFor,
	worksFor: ref(ids.clinic),
	...(therapist.portrait && { image: new URL(therapist.portrait, absolute('/')).href }),
	...(therapist.letters.length && {
		hasCredential: therapist.letters.map(({ term, standsFor }) => ({
			'@type': 'EducationalOccupationalCredential',
			name: standsFor ?? term,
			...(standsFor && { alternateName: term }),
		})),
	}),
});

/** The terms that the page explains, by name: an address for each would double their bytes, and their meaning is on the page. */
export const termSet = (terms: Term[]): Thing => ({
	'@type': 'DefinedTermSet',
	'@id': absolute('/#terms'),
	hasDefinedTerm: terms.map(({ term }) => ({ '@type': 'DefinedTerm', name: term })),
});

/** The graph as the text of a script element, which HTML does not escape: `<` is written so that no words of an editor end it. */
export const jsonLd = (nodes: Thing[]): string =>
	JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }).replaceAll('<', '\\u003c');
