import type { Thing } from 'schema-dts';
import type { Frame } from '../data/frame.ts';
import type { Clinic, Guide, Section, Term, Therapist } from '../data/guide.ts';
import { absolute } from '../urls.ts';

/*
 * What machines are told about a page: nodes of one schema.org graph, built from the content that the page shows, with
 * nothing in them that it does not show. Names of nodes are addresses, so every page means the same things by them.
 * Google's wishes: https://developers.google.com/search/docs/appearance/structured-data/article (and organization,
 * breadcrumb)
 */
const day = (date: Date) => date.toISOString().slice(0, 10);

/** The start of a day in Tulsa, standard time: still that day while clocks are an hour ahead. */
const moment = (date: Date) => `${day(date)}T00:00:00-06:00`;

/** The id of a node that every page knows by this name. */
const ref = (name: string) => ({ '@id': absolute(`/#${name}`) });

/** The address of the preview picture of a page. */
export const previewOf = (id: string): string => absolute(`/previews/${id}.png`);

/** What is known of a place. Days without hours are left out: there is nothing open. */
function placeFacts({ phone, address, hours = [] }: Pick<Clinic, 'phone' | 'address' | 'hours'>) {
	const type = 'OpeningHoursSpecification' as const;
	const open = hours.flatMap(({ days, spans }) => spans.map((span) => ({ '@type': type, dayOfWeek: days, ...span })));
	return {
		...(phone && { telephone: phone }),
		...(address && {
			address: {
				'@type': 'PostalAddress' as const,
				streetAddress: address.street,
				addressLocality: address.city,
				addressRegion: address.state,
				postalCode: address.zip,
				addressCountry: 'US',
			},
		}),
		...(open.length && { openingHoursSpecification: open }),
	};
}

/** The clinic, with the facts that are set. No type of schema.org says massage; a medical one would claim too much. */
function business({ name, email, places = [], booking, profiles = [], ...here }: Clinic): Thing {
	const sameAs = [...profiles, ...(booking ? [booking] : [])];
	const location = places.map((place) => ({ '@type': 'Place' as const, name: place.name, ...placeFacts(place) }));
	return {
		'@type': 'HealthAndBeautyBusiness',
		...ref('clinic'),
		name,
		url: absolute('/'),
		logo: absolute('/icon-512.png'),
		...(email && { email }),
		...placeFacts(here),
		...(location.length && { location }),
		...(sameAs.length && { sameAs }),
	};
}

const pageTypes: Record<string, 'AboutPage' | 'ContactPage'> = { team: 'AboutPage', contact: 'ContactPage' };

/** The page itself, with its review if it is the guide's, and else the way to it. */
function webPage({ page: { id, path, title }, clinic, guide: { reviewed } }: Frame): Thing[] {
	const url = absolute(path);
	const page = { '@type': pageTypes[id] ?? 'WebPage', '@id': url, url, name: title, isPartOf: ref('site') } as const;
	const review = reviewed && {
		lastReviewed: day(reviewed.on),
		reviewedBy: { '@type': 'Person', name: reviewed.by } as const,
	};
	if (id === 'index') return [{ ...page, ...review }];
	const itemListElement = [
		{ '@type': 'ListItem', position: 1, name: clinic.name, item: absolute('/') } as const,
		{ '@type': 'ListItem', position: 2, name: title, item: url } as const,
	];
	return [page, { '@type': 'BreadcrumbList', '@id': `${url}#breadcrumb`, itemListElement }];
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

/** A therapist with the credentials behind the letters. */
export const person = ({ id, data, portrait, letters }: Therapist): Thing => ({
	'@type': 'Person',
	'@id': absolute(`/team/#${id}`),
	name: data.name,
	url: absolute(`/team/#${id}`),
	description: data.knownFor,
	worksFor: ref('clinic'),
	...(portrait && { image: new URL(portrait, absolute('/')).href }),
	...(letters.length && {
		hasCredential: letters.map(({ term, standsFor }) => ({
			'@type': 'EducationalOccupationalCredential',
			name: standsFor ?? term,
			...(standsFor && { alternateName: term }),
		})),
	}),
});

/** The terms that the page explains, by name alone: their meaning is on the page. */
export const termSet = (terms: Term[]): Thing => ({
	'@type': 'DefinedTermSet',
	...ref('terms'),
	hasDefinedTerm: terms.map(({ term }) => ({ '@type': 'DefinedTerm', name: term })),
});

/**
 * The graph of a page, as the text of a script element: what every page tells, and what this one adds as `nodes`. HTML
 * does not escape that text, so `<` is written in a way that no words of an editor can end it.
 */
export function structuredData(frame: Frame, nodes: Thing[]): string {
	const { clinic } = frame;
	const website = {
		'@type': 'WebSite',
		...ref('site'),
		url: absolute('/'),
		name: clinic.name,
		publisher: ref('clinic'),
	};
	const graph = [website, business(clinic), ...webPage(frame), ...nodes];
	return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c');
}
