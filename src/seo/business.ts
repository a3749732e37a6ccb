import type { Thing } from 'schema-dts';
import type { Clinic, Therapist } from '../data/guide.ts';
import { absolute } from '../urls.ts';

/** The id of the node with that name in the graph: its address, so that every page means the same by it. */
export const ref = (fragment: string) => ({ '@id': absolute(`/#${fragment}`) });

/** The id of the node of a therapist. */
export const personId = (id: string) => absolute(`/team/#${id}`);

/** What is known of a place, as schema.org says it. Days without hours are left out: there is nothing open. */
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

/** The clinic, with the facts that are set. No schema.org type says “massage”; a medical one would claim too much. */
export function business(
	{ name, email, places = [], booking, profiles = [], ...here }: Clinic,
	team: Therapist[],
): Thing {
	const sameAs = [...profiles, ...(booking ? [booking] : [])];
	return {
		'@type': 'HealthAndBeautyBusiness',
		...ref('clinic'),
		name,
		url: absolute('/'),
		logo: absolute('/icon-512.png'),
		...(email && { email }),
		...placeFacts(here),
		...(places.length && {
			location: places.map((place) => ({ '@type': 'Place', name: place.name, ...placeFacts(place) })),
		}),
		...(sameAs.length && { sameAs }),
		...(team.length && { employee: team.map(({ id }) => ({ '@id': personId(id) })) }),
	};
}
