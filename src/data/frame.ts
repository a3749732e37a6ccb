import { href } from '../urls.ts';
import { getClinic, getGuide, getPages, getSections, pick, type Clinic, type Page } from './guide.ts';
import { inlineHtml } from './markdown.ts';
import { getSitePages } from './pages.ts';

const linkTo = ({ id, data }: Page) => ({ href: href(`/${id}/`), label: data.short ?? data.title });

/** The notice, if this day (in Tulsa, as year-month-day) is one of its days. The day of the build decides. */
function noticeOn(today: string, { notice }: Clinic): string | undefined {
	const [first = '', last = ''] = [notice?.firstDay, notice?.lastDay].map((day) => day?.toISOString().slice(0, 10));
	return notice && first <= today && today <= last ? inlineHtml(notice.text, href('/')) : undefined;
}

/**
 * What stands around the page with this id (`index` for the guide, otherwise its file name in `content/pages`):
 * the page as machines see it, and the words and links of header and footer.
 */
export async function getFrame(id: string) {
	const [clinic, guide, sections, pages] = await Promise.all([getClinic(), getGuide(), getSections(), getPages()]);
	const comparison = sections.find(({ data }) => data.shows === 'comparison');
	const linked = (menu: 'header' | 'footer') => pages.filter(({ data }) => data.menu === menu).map(linkTo);
	return {
		page: pick(await getSitePages(), id, 'A route'),
		clinic,
		guide,
		links: [
			...(comparison ? [{ href: href(`/#${comparison.id}`), label: 'Compare' }] : []),
			{ href: href('/#guide'), label: 'The guide' },
			{ href: href('/team/'), label: 'Therapists' },
			...linked('header'),
		],
		/** The sections of the guide, for the menu of a phone. */
		sections: sections.map(({ id, data }) => ({ href: href(`/#${id}`), label: data.short })),
		/** Where “Request an appointment” leads from a page other than the guide. */
		appointment: href('/contact/'),
		smallPrint: [
			...linked('footer'),
			{ href: href('/privacy/'), label: 'Privacy' },
			{ href: href('/accessibility/'), label: 'Accessibility' },
			...(clinic.repository ? [{ href: clinic.repository, label: 'Source of this site' }] : []),
		],
		/** HTML of the clinic's news, on the days from its first to its last. */
		notice: noticeOn(new Date().toLocaleDateString('en-CA', { timeZone: 'America/Chicago' }), clinic),
	};
}
export type Frame = Awaited<ReturnType<typeof getFrame>>;
