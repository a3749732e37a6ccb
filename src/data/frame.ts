import { href } from '../urls.ts';
import { getClinic, getGuide, getSections, type Clinic, type Guide } from './guide.ts';

interface Link {
	href: string;
	label: string;
}
/** What stands around every page: the header's and the footer's words and links. */
export interface Frame {
	clinic: Clinic;
	guide: Guide;
	home: string;
	links: Link[];
	/** Where “Request an appointment” leads from a page other than the guide. */
	appointment: string;
	smallPrint: Link[];
}

export async function getFrame(): Promise<Frame> {
	const [clinic, guide, sections] = await Promise.all([getClinic(), getGuide(), getSections()]);
	const comparison = sections.find(({ data }) => data.shows === 'comparison');
	const links = [
		...(comparison ? [{ href: href(`/#${comparison.id}`), label: 'Compare' }] : []),
		{ href: href('/#guide'), label: 'The guide' },
		{ href: href('/team/'), label: 'Therapists' },
	];
	const smallPrint = [
		{ href: href('/privacy/'), label: 'Privacy' },
		{ href: href('/accessibility/'), label: 'Accessibility' },
	];
	if (clinic.repository) smallPrint.push({ href: clinic.repository, label: 'Source of this site' });
	return { clinic, guide, home: href('/'), links, appointment: href('/contact/'), smallPrint };
}
