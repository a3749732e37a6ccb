import { href } from '../urls.ts';
import { getClinic, getGuide, getPages, getSections, type Clinic, type Guide, type Page } from './guide.ts';
import { inlineHtml } from './markdown.ts';
import { getSitePage, type SitePage } from './pages.ts';

interface Link {
	href: string;
	label: string;
}
/** What stands around a page: the page as machines see it, and the words and links of header and footer. */
export interface Frame {
	page: SitePage;
	clinic: Clinic;
	guide: Guide;
	home: string;
	links: Link[];
	/** The sections of the guide, for the menu of a phone. */
	sections: Link[];
	/** Where “Request an appointment” leads from a page other than the guide. */
	appointment: string;
	smallPrint: Link[];
	/** HTML of the clinic's news, on the days from its first to its last. */
	notice: string | undefined;
}

const linkTo = ({ id, data }: Page): Link => ({ href: href(`/${id}/`), label: data.short ?? data.title });

/** The notice, if this day (in Tulsa, as year-month-day) is one of its days. The day of the build decides. */
function noticeOn(today: string, { notice }: Clinic): string | undefined {
	const [first = '', last = ''] = [notice?.firstDay, notice?.lastDay].map((day) => day?.toISOString().slice(0, 10));
	return notice && first <= today && today <= last ? inlineHtml(notice.text, href('/')) : undefined;
}

/** The frame of the page with this id: `index` for the guide, otherwise its file name in `content/pages`. */
export async function getFrame(id: string): Promise<Frame> {
	const [clinic, guide, all, pages] = await Promise.all([getClinic(), getGuide(), getSections(), getPages()]);
	const comparison = all.find(({ data }) => data.shows === 'comparison');
	const linked = (menu: 'header' | 'footer') => pages.filter(({ data }) => data.menu === menu).map(linkTo);
	const links = [
		...(comparison ? [{ href: href(`/#${comparison.id}`), label: 'Compare' }] : []),
		{ href: href('/#guide'), label: 'The guide' },
		{ href: href('/team/'), label: 'Therapists' },
		...linked('header'),
	];
	const smallPrint = [
		...linked('footer'),
		{ href: href('/privacy/'), label: 'Privacy' },
		{ href: href('/accessibility/'), label: 'Accessibility' },
		...(clinic.repository ? [{ href: clinic.repository, label: 'Source of this site' }] : []),
	];
	return {
		page: await getSitePage(id),
		clinic,
		guide,
		home: href('/'),
		links,
		sections: all.map(({ id, data }) => ({ href: href(`/#${id}`), label: data.short })),
		appointment: href('/contact/'),
		smallPrint,
		notice: noticeOn(new Date().toLocaleDateString('en-CA', { timeZone: 'America/Chicago' }), clinic),
	};
}
