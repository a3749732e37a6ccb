import { getFrame, type Frame } from '../data/frame.ts';
import {
	getChoices,
	getEndpoint,
	getPage,
	getRows,
	getSections,
	getTeam,
	getTerms,
	type Clinic,
	type Guide,
	type Row,
	type Term,
	type Therapist,
} from '../data/guide.ts';
import { pathOf } from '../data/pages.ts';
import { absolute } from '../settings.ts';
import { escapeMarkdown as text, plainMarkdown } from './markdown-twin.ts';

/*
 * The pages as Markdown, for machines that read text: the words of each page in the page's order, from the same content.
 */
const paragraphs = (...blocks: (string | false | undefined)[]) => blocks.filter(Boolean).join('\n\n');
const link = (words: string, path: string) => `[${text(words)}](${absolute(path)})`;
const list = (items: string[]) => items.map((item) => `- ${item}`).join('\n');
const cell = (markdown: string) => plainMarkdown(markdown, '/', false).replace(/(?<!\\)\|/g, '\\|');
const tableRow = ({ category, markdown }: Row) =>
	`| ${text(category)} | ${cell(markdown.spa)} | ${cell(markdown.medical)} |`;

const definition = ({ term, standsFor, meaning }: Term) =>
	`**${text(term)}:** ${text([standsFor, meaning].filter(Boolean).join('. '))}`;

const therapist = ({ data, letters, body = '' }: Therapist, heading: string) =>
	paragraphs(
		`${heading} ${text(data.name)}`,
		list(letters.map(definition)),
		text(data.knownFor),
		plainMarkdown(body, '/team/', false),
	);

/** The facts about the clinic that are set. */
const facts = ({ name, address, phone, email, hours = [], booking, profiles = [] }: Clinic) => [
	text(name),
	...(address ? [text(`${address.street}, ${address.city}, ${address.state} ${address.zip}`)] : []),
	...[phone, email].filter((fact) => fact !== undefined),
	...hours.map(({ days, opens, closes }) => `${text(days)}: ${opens}–${closes}`),
	...[booking, ...profiles].filter((url) => url !== undefined).map((url) => `<${url}>`),
];

/** What stands at the foot of every page. */
const foot = ({ clinic, guide: { notice, sources, updated, reviewed } }: Frame) => {
	const day = (date: Date) => date.toISOString().slice(0, 10);
	return paragraphs(
		'---',
		text(notice),
		list(facts(clinic)),
		list(sources.map(({ title, publisher, year, url }) => `[${text(title)}](${url}), ${text(publisher)}, ${year}`)),
		reviewed && `Reviewed by ${text(reviewed.by)}, ${day(reviewed.on)}`,
		`Last updated ${day(updated)}`,
	);
};

/** Where the form is, or what visitors read while there is none. */
const form = async ({ noForm }: Guide) =>
	(await getEndpoint()) ? link((await getPage('contact')).data.title, '/contact/') : text(noForm);

async function guideTwin(guide: Guide): Promise<string> {
	const [sections, choices, rows, team, terms] = await Promise.all([
		getSections(),
		getChoices(),
		getRows(),
		getTeam(),
		getTerms(),
	]);
	const doors = { spa: guide.spa.name, medical: guide.medical.name, both: `${guide.spa.name}, ${guide.medical.name}` };
	const shown = {
		comparison: paragraphs(
			text(guide.comparison.caption),
			['| | Spa | Medical |', '| --- | --- | --- |', ...rows.map(tableRow)].join('\n'),
		),
		team: paragraphs(...team.map((entry) => therapist(entry, '###'))),
		form: await form(guide),
	};
	return paragraphs(
		text(guide.kicker),
		text(guide.lead),
		list(
			[guide.spa, guide.medical].map((door) => `**${text(door.name)}:** ${text(`${door.sentence} ${door.choose}`)}`),
		),
		`## ${text(guide.chooser.question)}`,
		list(choices.map(({ data }) => `**${text(data.question)}** ${text(`${doors[data.fits]}: ${data.reason}`)}`)),
		...sections.flatMap(({ data, body = '' }) => [
			`## ${text(data.title)}`,
			plainMarkdown(body),
			data.shows && shown[data.shows],
		]),
		'---',
		list(terms.map(definition)),
	);
}

async function pageTwin(id: string, guide: Guide): Promise<string> {
	const { body = '', filePath = '' } = await getPage(id);
	const words = plainMarkdown(body, pathOf(id), filePath.endsWith('.mdx'));
	const team = id === 'team' ? (await getTeam()).map((entry) => therapist(entry, '##')) : [];
	return paragraphs(words, ...team, id === 'contact' && (await form(guide)));
}

/** The Markdown of the page with this id. */
export async function twinOf({ id, title }: { id: string; title: string }): Promise<string> {
	const frame = await getFrame();
	const words = await (id === 'index' ? guideTwin(frame.guide) : pageTwin(id, frame.guide));
	return `${paragraphs(`# ${text(title)}`, words, foot(frame))}\n`;
}

/** The contents of the site for language models, as https://llmstxt.org describes them. */
export async function llmsTxt(pages: { path: string; title: string; description: string }[]): Promise<string> {
	const [{ guide, clinic }, sections] = await Promise.all([getFrame(), getSections()]);
	const item = (title: string, path: string, description: string) => `${link(title, path)}: ${text(description)}`;
	return `${paragraphs(
		`# ${text(clinic.name)}`,
		`> ${text(guide.description)}`,
		text(guide.notice),
		'## Pages',
		list(pages.map(({ path, title, description }) => item(title, `${path}index.md`, description))),
		`## ${text(guide.title)}`,
		list(sections.map(({ id, data }) => item(data.title, `/#${id}`, data.description))),
	)}\n`;
}
