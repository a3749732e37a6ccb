import { beforeAll, describe, expect, test } from 'vitest';
import { findPhrases } from '../../src/integrations/content-check/rules/phrases.ts';
import { type BuiltPage, builtPages, readPages, textOf } from '../support/page.ts';
import { sites } from '../support/sites.ts';

/*
 * Every line and every fact of the brief that the site was ordered with, and the place where a reader finds it. The words
 * belong to the editors; what has to be exact is exact here, and everything else asks only for the words that carry it.
 */

/** A point of the brief, and what the text of its place has to contain. */
type Point = [point: string, ...words: RegExp[]];

/** Points by place: a page and a selector; `>>` and a heading narrow it to the part below that heading. */
const points: Record<string, Point[]> = {
	'/ header, h1': [['the clinic', /^Medical Massage of Tulsa/]],
	'/ h1': [['the question', /^Spa massage or medical massage\?$/]],

	'/ #how-massage-changed': [
		['from luxury to healthcare', /robes/i, /candles/i, /luxury/i, /part of healthcare/i],
		['the figure', /\b86 percent\b/],
		['who was asked, and by whom', /consumer survey/i, /American Massage Therapy Association/],
		['what they said', /look(ing)? after themselves/i, /health/i],
		['people come for pain relief', /pain relief/i],
		['people come to recover from injury', /recover(ing)? from an? injury/i],
		['people come for less stress', /less stress/i],
		['people come to perform better', /perform(ance| better)/i],
		['the split in two', /split the field in two: spa and medical/i],
		['who asks in Tulsa', /Tulsa/, /desk workers/i, /marathon runners/i, /same question/i],
		['what they ask', /do I need to unwind, or do I need something fixed\?/i],
		['spa is built for relaxation', /built for relaxation/i, /dim light/i, /soft music/i, /letting go/i],
		['spa feels great', /feels great/i],
		['what spa is not built for', /not built for complex pain, old injuries or trouble moving/i],
		['medical is what this clinic does', /medical massage is what we do/i],
		['medical is planned and fitted', /targeted/i, /planned/i, /fitted to your body/i],
		['medical is for chronic pain', /chronic pain/i],
		['medical is for tension after an injury', /tension after an injury/i],
		['the shoulder and the groceries', /shoulder that flares when you lift groceries/i],
		['medical works alongside healthcare goals', /alongside your healthcare goals/i],
		['medical aims at lasting results', /aims at lasting results/i],
	],

	'/ #at-a-glance': [['the comparison', /eight rows/i]],

	'/ #purpose-and-goals': [
		['spa: feel good now', /feel good now/i],
		['spa: stress relief, a reset, time for you', /stress relief/i, /reset after a chaotic week/i, /time for you/i],
		['spa: comfort and calm', /comfort and calm/i],
		['spa: arrive tense, leave floating', /arrive tense and leave floating/i],
		['medical: get better', /get better/i],
		['medical: chronic pain', /chronic pain/i],
		['medical: tension after surgery', /tension after surgery/i],
		['medical: limited range of motion', /limited range of motion/i],
		['medical: a nagging shoulder', /nagging shoulder/i],
		['every session has a goal', /every medical session has a goal/i],
		['goal: less inflammation', /less inflammation/i],
		['goal: joints', /joints that work better/i],
		['goal: scar tissue', /scar tissue that moves more freely/i],
		['goal: moving without pain', /moving without pain again/i],
		['the spa question', /spa asks "what would feel good today\?"/i],
		['the medical question', /medical asks "what are we working on\?"/i],
		['all the time on one shoulder', /all its time on one shoulder/i],
		['function before routine', /function.*comes before a full-body routine/i],
		['example, spa', /example.*spa: an hour of peace.*lower stress hormones/i],
		['example, medical: the IT band', /example.*medical: easing the IT band.*knee.*stop hurting on runs/i],
		['example, medical: adhesions', /adhesions after an operation.*win back motion/i],
		['the lines blur', /lines blur/i, /spa massage can help your health/i, /medical massage can relax/i],
		['intent', /intent is the difference/i],
		['the business of the clinic', /the business of Medical Massage of Tulsa \(MMoT\) is solving the problem/i],
	],

	'/ #training-and-licenses': [
		['choose a licensed therapist', /always choose a licensed therapist, in either setting/i],
		['Oklahoma, like most states', /Oklahoma, like most states/],
		['the hours', /\b500 hours or more of schooling/],
		['before anyone may practice', /before anyone may practice/i],
		['a national exam', /national exam \(the MBLEx, for instance\)/],
		['liability', /insured for liability/i],
		['continuing education', /renewing the license takes continuing education/i],
		['what every LMT knows', /every LMT knows the basics of anatomy.*how to work safely/i],
		['after the license, spa', /spa.*aromatherapy, hot stone, Swedish( massage)? and client comfort/i],
		[
			'after the license, medical',
			/neuromuscular therapy, pain science.*orthopedic assessment.*work for specific conditions/i,
		],
		['extra letters', /letters.*such as CNMT and MMT/],
		['from shoulders to fibromyalgia', /stiff shoulders after surgery.*trapped nerves and fibromyalgia/i],
		['apart: referrals', /work with referrals.*from doctors and chiropractors/i],
		['apart: terms and documentation', /know medical terms and how to document/i],
		['apart: complex conditions', /trained to work safely with complex conditions/i],
		['spa therapists are skilled too', /spa therapists are skilled too\. relaxation is their field/i],
		['the first of the team', /Derek Morrow LMT\b/],
		['the second of the team', /Courtney Butler MMT,? CNMT\b/],
	],
	'/ #derek-morrow': [
		['Derek: ten years', /more than ten years/i, /deep tissue work/i],
		['Derek: anatomy', /knows the anatomy of muscle and bone well/i],
	],
	'/ #courtney-butler': [
		['Courtney: trigger points', /deep expertise in trigger point therapy/i],
		['Courtney: techniques', /clinical massage techniques for pain and (for )?performance/i],
	],
	'/team/ main': [
		['Derek', /Derek Morrow LMT\b/, /more than ten years/i, /anatomy of muscle and bone/i],
		['Courtney', /Courtney Butler MMT,? CNMT\b/, /trigger point therapy/i, /clinical massage techniques/i],
		['LMT', /LMT stands for Licensed Massage Therapist\./],
		['CNMT', /CNMT stands for Certified Neuromuscular Massage Therapist\./],
		['MMT', /(^| )MMT stands for Master \(or Medical\) Massage Therapist\./],
	],
	'/ #term-lmt': [['LMT', /^LMT stands for Licensed Massage Therapist\./]],
	'/ #term-cnmt': [['CNMT', /^CNMT stands for Certified Neuromuscular Massage Therapist\./]],
	'/ #term-mmt': [['MMT', /^MMT stands for Master \(or Medical\) Massage Therapist\./]],

	'/ #healthcare-team': [
		['spa: book and turn up', /spa you book and turn up\. no referral, no paperwork\./i],
		['medical: tied to your care', /often tied to your care/i],
		['medical: the referral', /referral for muscle spasm.*whiplash or chronic pain/i],
		['insurance, notes and reports', /insurance may come up\. notes and reports always do\./i],
		['it speeds recovery', /can speed recovery/i],
		['it keeps everyone informed', /keeps everyone informed/i],
		['the record', /part of your health record/i],
		['only with permission', /share it only with your permission/i],
	],
	'/ #healthcare-team >> Who we coordinate with, and why': [
		['physicians', /physicians, about specific concerns/i],
		['physical therapists', /physical therapists, .*alongside rehab exercise/i],
		['chiropractors', /chiropractors, about tight muscles that pull on alignment/i],
		['surgeons', /surgeons, about mobility after an operation/i],
	],
	'/ #healthcare-team >> What gets written down': [
		['spa: the pressure you like', /spa a spa may note the pressure you like/i],
		['medical: the first assessment', /chart your first assessment/i],
		['medical: the outcome of each session', /outcome of each session/i],
		['medical: the treatment plan', /treatment plan/i],
		['medical: referrals and collaboration', /referrals and work with others/i],
	],

	'/ #what-to-expect >> After a spa massage': [
		[
			'muscles, stress, circulation, sleep',
			/looser muscles, less stress, better circulation and better sleep that night/i,
		],
		['a glow that passes', /wonderful glow, and it passes/i],
		['no fix for pain or imbalances', /not a fix for chronic pain or imbalances/i],
		['days, maybe a week', /days, maybe a week, unless the cause is dealt with/i],
		['no homework', /no homework and no formal follow-up/i],
	],
	'/ #what-to-expect >> After a medical massage': [
		['measurable results', /plan with results we can measure/i],
		['pain from 7 to 3', /back pain going from 7 to 3 out of 10/i],
		['sitting or running without pain', /sitting, or running, without pain/i],
		['the check-in', /check in/i, /how did the shoulder feel\? can you reach up more easily\?/i],
		['results add up', /add up over several treatments/i],
		['when they do not', /if they don't, we reassess and change the plan/i],
		['the chart of pain', /an example, not a promise/i, /from 7 out of 10 to 3 over six weekly visits/i],
		['the chart of relief', /spa relief comes and goes, while medical relief builds/i],
	],
	'/ #what-to-expect >> What goes into a plan': [
		['the schedule', /schedule, such as weekly visits for 6 weeks/i],
		['the homework', /stretches, strength work and ergonomics/i],
		['re-assessments', /re-assessments/i],
		['two stretches a day', /example your neck is tight.*two stretches to do every day/i],
		['plans change', /plans change/i, /tight hip.*feed your back pain/i],
		['the end of a plan', /goals are met.*maintenance.*or discharge/i, /endless appointments are not/i],
		['follow-up matters', /follow-up matters\. .*by e-mail or at the next visit/i],
		['what spas do not do', /a spa won't text to ask about your knee/i],
	],

	'/ #choosing-for-you >> Athletes and very active people': [
		['spa', /spa good for days off.*after a tough event.*medical/i],
		['trouble spots', /medical .*trouble spots, from the IT band to the calves/i],
		['the calendar', /fit your training calendar/i],
		['prevention', /can help prevent injury/i],
	],
	'/ #choosing-for-you >> Injury, chronic pain or a specific problem': [
		['spa', /spa .*not the fix for serious issues.*medical/i],
		['what it is for', /back pain, sciatica, frozen shoulder, or after surgery/i],
		['pain and tension', /ease pain and tension/i],
		['motion', /range of motion/i],
		['scar tissue', /scar tissue/i],
		['the care team', /coordinate with your care team/i],
		['referring out', /know when to refer you out/i],
	],
	'/ #choosing-for-you >> Stress and whole-body relaxation': [
		['spa', /spa for work, parenting, life/i],
		['full-body calm', /full-body calm.*mental and physical stress and everyday tension.*medical/i],
		['small aches', /extra time on small aches/i],
	],
	'/ #choosing-for-you >> A bit of both': [
		['a calm touch', /medical massage can have a calm touch: relief in a relaxing room/i],
		['deep, then soothing', /deep work, then soothing work/i],
		['your goals', /your goals.*shape the session/i],
		['many alternate', /many clients alternate: spa to unwind, medical in a bad patch/i],
	],
	'/ #choosing-for-you >> Tulsa tips': [
		[
			'busy professionals',
			/busy professionals with a stiff neck or back: try spa first\. switch to medical if it lingers/i,
		],
		['athletes', /athletes.*medical in season, spa off season/i],
		['Route 66', /Route 66 runners/, /weekend warriors/i],
		['under a doctor’s care', /doctor says "massage," they usually mean medical massage with outcomes/i],
		['the hospitals', /St\. John/, /St\. Francis/],
	],
	'/ section[aria-labelledby="chooser"]': [
		['the readers: stiff neck or back', /stiff neck or back.*try a spa massage first/i],
		['the readers: athletes', /train hard.*medical massage works on trouble spots/i],
		['the readers: injury', /old injury.*medical massage/i],
		['the readers: stress', /stressed.*spa massage fits/i],
		['the readers: a bit of both', /relief and a calm hour both have their place/i],
		['the readers: in and off season', /medical massage in season.*spa massage off season/i],
		['the readers: a doctor', /my doctor said.*medical massage fits/i],
	],

	'/ #making-the-choice': [
		['not either-or', /not either-or/i, /neither one is better or worse/i],
		['what you need now', /what you need now/i],
		['spa', /spa to melt daily stress, choose spa/i],
		['medical', /medical to work on pain, injury or function, choose medical/i],
		['clinical need not be cold', /clinical need not be cold/i, /Comfort is central at MMoT/],
		['spa money', /spa you pay yourself; insurance does not\. a tip is usual\./i],
		['medical money: HSA and FSA', /you can often use HSA or FSA money/i],
		['medical money: insurance and tip', /insurance seldom pays\. a tip is usual unless you are told otherwise/i],
		['mainstream in Tulsa', /massage is mainstream in Tulsa/i],
		['doctors recommend it', /doctors recommend it/i],
		['insurance', /insurance may help, but often does not/i],
		['why people come', /manage chronic pain, recover from injury, unwind and recharge/i],
		['the kit', /everyday health kit/i, /once-a-year/i],
	],

	'/ #talk-to-us': [
		['a consultation', /not sure\?/i, /consultation.*is part of ethical care/i],
		['an honest answer', /tells you whether medical massage suits your condition, or whether a spa massage would do/i],
		['no pressure', /no overselling, no pressure/i],
		['try both', /try both and compare how you feel/i],
		['some rotate', /some people rotate/i],
		['the invitation', /pain, mobility and lasting change, MMoT can start with you/i],
	],

	'/ #appointment': [
		['the form', /your name/i, /e-mail/i, /phone/i, /send your request/i],
		['the mark', /fields marked with \* are required/i, /your name \*/i],
	],
	'/contact/ main': [['the form', /your name/i, /fields marked with \* are required/i, /send your request/i]],
};

/** The comparison, row by row: category, what the spa cell says, what the medical cell says. */
const comparison: [category: string, spa: RegExp[], medical: RegExp[]][] = [
	[
		'Purpose and goals',
		[/stress relief/i, /calm/i, /feel-good upkeep/i],
		[/pain relief/i, /rehab after an injury/i, /better function/i, /goals drive/i],
	],
	[
		'Therapist qualifications',
		[/\bLMT\b/, /general/i, /Swedish, hot stone and aromatherapy/],
		[/\bLMT\b/, /clinical credentials/i, /medical massage, neuromuscular therapy, sports rehab/],
	],
	[
		'Techniques',
		[/light to medium pressure/i, /relaxation/i, /soothe/i],
		[/deep tissue, trigger points, myofascial work, sports techniques and stretches/i, /to assess/i],
	],
	[
		'Setting',
		[/candles, music and robes/i, /calming spa/i],
		[/clean, calm and clinical/i, /health clinic or wellness center/i],
	],
	[
		'Customization',
		[/mostly standard/i, /small adjustments such as pressure/i],
		[/what your body needs that day/i, /progress is tracked/i],
	],
	[
		'Link to healthcare',
		[/self-care on its own/i, /no doctor's note/i],
		[/part of a care plan/i, /sometimes (prescribed|on a doctor's order)/i, /alongside.*PTs.*chiropractors.*MDs/i],
	],
	[
		'Cost and insurance',
		[/you pay; insurance does not/i, /tip is usual/i],
		[/HSA or FSA.*often possible/i, /insurance seldom pays/i, /tip is usual unless you are told otherwise/i],
	],
	[
		'Outcome and follow-up',
		[/relaxation right away|immediate relaxation/i, /short-term relief/i, /better mood/i, /come back whenever/i],
		[
			/measurable change in pain, motion or recovery/i,
			/follow-ups on a schedule/i,
			/homework such as stretches or rehab/i,
		],
	],
];

let pages: BuiltPage[];
let everyPage: BuiltPage[];
beforeAll(async () => {
	pages = await readPages(sites.connected.folder);
	everyPage = await builtPages();
});

const pageAt = (path: string): Document => {
	const found = pages.find((page) => page.path === path);
	if (!found) throw new Error(`There is no page ${path}.`);
	return found.document;
};

/** The text of a place, as the keys of `points` name it. */
function textAt(place: string): string {
	const [where = '', heading] = place.split(' >> ');
	const [path = '', ...selector] = where.split(' ');
	const element = pageAt(path).querySelector(selector.join(' '));
	if (!element) throw new Error(`There is nothing at ${where}.`);
	if (!heading) return textOf(element);
	const start = [...element.querySelectorAll('h3')].find((h3) => textOf(h3) === heading);
	if (!start) throw new Error(`There is no heading “${heading}” at ${where}.`);
	const parts: string[] = [];
	for (let next = start.nextElementSibling; next && next.tagName !== 'H3'; next = next.nextElementSibling)
		parts.push(textOf(next));
	return parts.join(' ');
}

const listed = Object.entries(points).flatMap(([place, list]) =>
	list.map(([point, ...words]) => ({ place, point, words })),
);

describe('the brief', () => {
	test('is listed in full', () => {
		expect(listed.length).toBeGreaterThan(90);
		expect(listed.filter(({ words }) => words.length === 0)).toEqual([]);
	});

	test.each(listed)('finds “$point” at $place', ({ place, words }) => {
		const text = textAt(place);
		for (const word of words) expect(text).toMatch(word);
	});
});

describe('the comparison', () => {
	const rows = () => [...pageAt('/').querySelectorAll('#at-a-glance tbody tr')];

	test('has the rows of the brief, in its order', () => {
		expect(rows().map((row) => textOf(row.querySelector('th') ?? row))).toEqual(
			comparison.map(([category]) => category),
		);
	});

	test.each(comparison)('says of “%s” what the brief says', (category, ...cells) => {
		const row = rows().find((row) => textOf(row).startsWith(category));
		for (const [i, words] of cells.entries()) {
			const cell = row?.querySelectorAll('td')[i];
			for (const word of words) expect(cell && textOf(cell)).toMatch(word);
		}
	});
});

describe('the sections', () => {
	test('stand in the order of the brief', () => {
		const order = [
			/robes and candles|how massage changed/i,
			/at a glance/i,
			/feel good now|purpose/i,
			/training and licenses/i,
			/healthcare team/i,
			/what to expect/i,
			/which massage fits|choosing/i,
			/making the choice/i,
			/talk to a medical massage professional/i,
			/make an appointment/i,
		];
		const titles = [...pageAt('/').querySelectorAll('.guide > section > h2')].map((heading) => textOf(heading));
		expect(titles).toEqual(order.map((title): unknown => expect.stringMatching(title)));
	});

	test('cite the source of the figure where it is used', () => {
		const section = pageAt('/').querySelector('#how-massage-changed');
		const cited = [...(section?.querySelectorAll('p') ?? [])].filter((p) => /86 percent/.test(textOf(p)));
		expect(cited).toHaveLength(1);
		expect(cited[0]?.querySelector('a')?.href).toMatch(/^https:\/\/www\.amtamassage\.org\/./);
	});

	test('give no other percentage and no other number of years than the brief', () => {
		const text = textOf(pageAt('/').querySelector('main') ?? pageAt('/'));
		expect(text.match(/\d+(\.\d+)?\s?(%|percent)/g)).toEqual(['86 percent']);
		const years = text.match(/[\w-]+ years\b/g) ?? [];
		expect(years.length).toBeGreaterThan(0);
		expect(years.filter((phrase) => phrase !== 'ten years')).toEqual([]);
	});

	test('draw the chart of pain with the numbers of the brief', () => {
		const chart = textOf(pageAt('/').querySelector('.chart:has([aria-labelledby^="pain-chart"])') ?? pageAt('/'));
		expect(chart).toMatch(
			/^Pain over 6 weekly visits, from 7 to 3 out of 10 .*Before the plan: 7\..*After visit 6: 3\./,
		);
	});

	test('explain each term where it first appears', () => {
		const document = pageAt('/');
		const guide = document.querySelector('.guide');
		const definitions = [...document.querySelectorAll('.definition')];
		expect(definitions.length).toBeGreaterThan(10);
		if (!guide) throw new Error('There is no guide.');
		const late = definitions.flatMap((definition) => {
			const term = textOf(definition.querySelector('b') ?? definition);
			const words = new RegExp(`\\b${term.split(/ or | /)[0] ?? ''}\\b`, 'i');
			const walker = document.createTreeWalker(guide, 4);
			while (walker.nextNode()) {
				const node = walker.currentNode;
				if (!words.test(node.nodeValue ?? '')) continue;
				const opener = node.parentElement?.closest('button')?.getAttribute('popovertarget');
				// A word of a term may also stand for itself, as in “chronic” or “range”; the whole term counts.
				if (opener === definition.id) return [];
				if (new RegExp(`\\b${term}\\b`, 'i').test(node.nodeValue ?? ''))
					return [`${term}: ${node.nodeValue?.trim() ?? ''}`];
			}
			return [`${term} is explained but not used`];
		});
		expect(late).toEqual([]);
	});

	test('say what MMoT is before they use it', () => {
		expect(textOf(pageAt('/').querySelector('.guide') ?? pageAt('/')).indexOf('MMoT')).toBe(
			textOf(pageAt('/').querySelector('.guide') ?? pageAt('/')).indexOf('Medical Massage of Tulsa (MMoT)') +
				'Medical Massage of Tulsa ('.length,
		);
	});
});

describe('every page', () => {
	test('says that it is general information, promises nothing, and when to see a doctor', () => {
		expect(everyPage.length).toBeGreaterThan(10);
		for (const { name, document } of everyPage) {
			const foot = textOf(document.querySelector('footer') ?? document.createElement('i'));
			expect(foot, name).toMatch(/general information, not medical advice/i);
			expect(foot, name).toMatch(/promises no results/i);
			expect(foot, name).toMatch(/see a doctor first if/i);
		}
	});

	test('lists the sources of the figures', () => {
		for (const { name, document } of everyPage) {
			const links = [...document.querySelectorAll<HTMLAnchorElement>('footer a')].map(({ href }) => href);
			expect(
				links.filter((href) => href.startsWith('https://www.amtamassage.org/')),
				name,
			).toHaveLength(1);
			expect(
				links.filter((href) => href.startsWith('https://law.justia.com/codes/oklahoma/')),
				name,
			).toHaveLength(1);
		}
	});

	test('claims nothing without a source', () => {
		const texts = everyPage.map(({ name, document }) => ({
			name,
			text: [
				document.title,
				document.querySelector('meta[name="description"]')?.getAttribute('content') ?? '',
				textOf(document.body),
				...[...document.querySelectorAll('[alt], [aria-label], [title]')].flatMap((element) =>
					['alt', 'aria-label', 'title'].map((attribute) => element.getAttribute(attribute) ?? ''),
				),
			].join('. '),
		}));
		expect(texts.reduce((sum, { text }) => sum + text.length, 0)).toBeGreaterThan(20_000);
		expect(findPhrases('Our massage cures pain, guaranteed.')).toHaveLength(2);
		const found = texts.flatMap(({ name, text }) =>
			findPhrases(text).map(
				({ words, index }) => `${name}: ${words[0]} in “${text.slice(Math.max(0, index - 40), index + 40)}”`,
			),
		);
		expect(found).toEqual([]);
	});

	test('shouts in no heading', () => {
		const headings = everyPage.flatMap(({ document }) =>
			[...document.querySelectorAll('h1, h2, h3, h4')].map((h) => textOf(h)),
		);
		expect(headings.length).toBeGreaterThan(50);
		expect(headings.filter((heading) => heading.includes('!'))).toEqual([]);
	});

	test('spells the American way', () => {
		const british =
			/\b\w*(?:colour|favour|flavour|behaviour|neighbour|labour|tumour)\w*|\b(?:centre|metre|litre|theatre|organis\w+|recognis\w+|personalis\w+|analys(?:e|ed|ing)|practis\w+|licence[sd]?|programme|travell\w+|cancell(?:ed|ing)|grey|whilst|judgement|physiotherap\w+|orthopaedic\w*|anaesthe\w+)\b/gi;
		expect('The colour of the centre'.match(british)).toEqual(['colour', 'centre']);
		expect('The color of the center'.match(british)).toBeNull();
		expect(
			everyPage.flatMap(({ name, document }) =>
				(textOf(document.body).match(british) ?? []).map((word) => `${name}: ${word}`),
			),
		).toEqual([]);
	});
});
