import { access, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type BuiltPage, builtPages, readPages, readRedirects, redirectOf, textOf } from '../support/page.ts';
import { fingerprint, type Outcome, runBuild } from '../support/run-build.ts';

/** What the editors' files do to the site: facts, sentences and mistakes. */

let room: string;
beforeAll(async () => {
	room = await mkdtemp(join(tmpdir(), 'content-'));
});
afterAll(() => rm(room, { recursive: true, force: true }));

/** A copy of the content, to change. */
async function copyOfContent(name: string): Promise<string> {
	const copy = join(room, name, 'content');
	await cp('content', copy, { recursive: true });
	return copy;
}
/** Changes a file; a change that changes nothing is a mistake in the test. */
async function edit(file: string, change: (text: string) => string): Promise<void> {
	const before = await readFile(file, 'utf8');
	const after = change(before);
	if (after === before) throw new Error(`${file} was not changed.`);
	await writeFile(file, after);
}
/** The path of the first file of a folder of the content, and its name without the ending. */
async function firstOf(folder: string): Promise<{ file: string; id: string }> {
	const [name] = (await readdir(folder)).filter((name) => /\.mdx?$/.test(name)).sort();
	if (!name) throw new Error(`${folder} is empty.`);
	return { file: join(folder, name), id: name.replace(/\.mdx?$/, '') };
}

/** What is set in the environment when a site is published. */
const published = { SITE_URL: 'https://massage.example' };

/** Facts about a clinic that cannot be mistaken for a real one. */
const facts = {
	name: 'Hollow Tree Massage',
	area: 'Nowhere, Oklahoma',
	formId: 'qwertzuiop',
	address: '12 Imaginary Lane, Nowhere, OK 00000',
	phone: '+1-000-200-0142',
	email: 'hello@hollow-tree.example',
	weekdays: 'Monday to Friday: 8:15 AM to 5:45 PM',
	saturday: 'Saturday: 10:00 AM to 2:30 PM',
	booking: 'https://booking.example/hollow-tree',
	profile: 'https://social.example/hollow-tree',
	repository: 'https://code.example/hollow-tree',
};
const clinicYaml = `
name: ${facts.name}
shortName: HTM
area: "${facts.area}"
formId: ${facts.formId}
address: { street: 12 Imaginary Lane, city: Nowhere, state: OK, zip: "00000" }
phone: "${facts.phone}"
email: ${facts.email}
hours:
  - { days: Monday to Friday, opens: "08:15", closes: "17:45" }
  - { days: Saturday, opens: "10:00", closes: "14:30" }
booking: ${facts.booking}
profiles: [${facts.profile}]
repository: ${facts.repository}
`;

const sentence = (collection: string) => `A quokka named ${collection} sat here.`;
const addParagraph = (collection: string) => (text: string) => `${text.trimEnd()}\n\n${sentence(collection)}\n`;
const addRedirect = (text: string) => `${text.trimEnd()}\n/old-quokka/: /team/\n`;
const setField = (field: string, value: string) => (text: string) =>
	text.replace(new RegExp(`^${field}: .*$`, 'm'), `${field}: "${value}"`);

/** For each folder of the content: how a sentence of one of its files is changed, and the page that shows it. */
const changes: Record<string, { change: (text: string) => string; page: (id: string) => string }> = {
	sections: { change: addParagraph('sections'), page: () => '/' },
	comparison: { change: setField('spa', sentence('comparison')), page: () => '/' },
	team: { change: addParagraph('team'), page: () => '/team/' },
	choices: { change: setField('reason', sentence('choices')), page: () => '/' },
	terms: { change: (text) => text.replace(/\n---\n[\s\S]*/, `\n---\n\n${sentence('terms')}\n`), page: () => '/' },
	pages: { change: addParagraph('pages'), page: (id) => (id === 'not-found' ? '/404.html' : `/${id}/`) },
};

const foot = ({ document }: BuiltPage) => {
	const found = document.querySelector('footer');
	if (!found) throw new Error('The page has no foot.');
	return found;
};
const links = (root: Element | Document) => [...root.querySelectorAll('a')].map((a) => a.getAttribute('href') ?? '');

describe('facts that are not set', () => {
	test('leave no trace on any page', async () => {
		const pages = await builtPages();
		expect(pages.length).toBeGreaterThan(10);
		for (const { name, document } of pages) {
			const addresses = [...document.querySelectorAll('[href], [content]')].flatMap((element) =>
				['href', 'content'].map((attribute) => element.getAttribute(attribute) ?? ''),
			);
			expect(addresses.length, name).toBeGreaterThan(5);
			expect(
				addresses.filter((value) => /^(tel|mailto|sms):|example\.com|555/.test(value)),
				name,
			).toEqual([]);
			expect(document.querySelector('address, [data-phone], [data-email]'), name).toBeNull();
			const text = textOf(document.body);
			expect(
				text.match(/\b555\b|\(918\)|book online|sample|placeholder|[AP]M to|@|\bOK 7\d{4}|opening hours/gi),
				name,
			).toBeNull();
		}
	});
});

describe('a site from changed content', () => {
	let filled: BuiltPage[];
	let redirects: BuiltPage[];
	let built: Outcome;
	const shown: { collection: string; path: string }[] = [];

	beforeAll(async () => {
		const content = await copyOfContent('filled');
		const collections = (await readdir(content, { withFileTypes: true })).filter((entry) => entry.isDirectory());
		expect(collections.map(({ name }) => name).sort(), 'each folder has a change').toEqual(Object.keys(changes).sort());
		for (const [collection, { change, page }] of Object.entries(changes)) {
			const { file, id } = await firstOf(join(content, collection));
			await edit(file, change);
			shown.push({ collection, path: page(id) });
		}
		await writeFile(join(content, 'clinic.yaml'), clinicYaml);
		await edit(join(content, 'guide.yaml'), setField('lead', sentence('guide')));
		shown.push({ collection: 'guide', path: '/' });
		await edit(join(content, 'redirects.yaml'), addRedirect);

		const folder = join(room, 'filled', 'site');
		built = await runBuild(folder, content, published);
		expect(built.code, built.err.join('\n')).toBe(0);
		filled = await readPages(folder);
		redirects = await readRedirects(folder);
	}, 120_000);

	test.each([...Object.keys(changes), 'guide'])('shows a sentence that was changed in %s', (collection) => {
		const { path } = shown.find((entry) => entry.collection === collection) ?? {};
		const page = filled.find((page) => page.path === path);
		expect(page && textOf(page.document.body)).toContain(sentence(collection));
	});

	test('sends an address that was added to redirects.yaml on to its page', () => {
		const redirect = redirects.find(({ path }) => path === '/old-quokka/');
		expect(redirect && redirectOf(redirect)).toBe('/team/');
	});

	test('shows the clinic’s name and area', () => {
		for (const { document, path } of filled) {
			expect(textOf(document.querySelector('header') ?? document), path).toContain(facts.name);
			expect(document.title, path).toMatch(new RegExp(`${facts.name}|${facts.area}`));
		}
		expect(filled.some(({ document }) => document.title.includes(facts.area))).toBe(true);
	});

	const { address, phone, email, weekdays, saturday, booking, profile, repository } = facts;

	test('shows every fact that is set at the foot of every page', () => {
		expect(filled.length).toBeGreaterThan(5);
		for (const page of filled) {
			const text = textOf(foot(page));
			for (const fact of [address, phone.slice(3), email, weekdays, saturday]) expect(text, page.path).toContain(fact);
			expect(links(foot(page)), page.path).toEqual(
				expect.arrayContaining([`tel:${phone}`, `mailto:${email}`, booking, profile, repository]),
			);
		}
	});

	test('shows every way to reach the clinic on the page with the form', () => {
		const main = filled.find(({ path }) => path === '/contact/')?.document.querySelector('main');
		if (!main) throw new Error('There is no contact page.');
		for (const fact of [address, phone.slice(3), email, weekdays, saturday]) expect(textOf(main)).toContain(fact);
		expect(links(main)).toEqual(expect.arrayContaining([`tel:${phone}`, `mailto:${email}`, booking, profile]));
	});

	test('posts the form to the form service under its id, and offers the other ways when that fails', () => {
		const forms = filled.flatMap(({ document }) => [...document.querySelectorAll('form')]);
		expect(forms).toHaveLength(2);
		for (const form of forms) {
			expect(form.getAttribute('action')).toBe(`https://formspree.io/f/${facts.formId}`);
			expect(form.getAttribute('method')).toBe('post');
			expect(form.closest('[data-form]')?.getAttribute('data-phone')).toBe(phone);
			expect(form.closest('[data-form]')?.getAttribute('data-email')).toBe(email);
		}
		expect(built.err.filter((line) => /form/i.test(line))).toEqual([]);
	});

	test('tells where to report a weakness, until a year after the newest change', async () => {
		const lines = (await readFile(join(room, 'filled', 'site', '.well-known', 'security.txt'), 'utf8')).split('\n');
		expect(lines).toContain(`Contact: mailto:${email}`);
		const expires = lines.find((line) => line.startsWith('Expires: '))?.slice(9) ?? '';
		const changed = filled.flatMap(({ html }) =>
			[...html.matchAll(/datetime="(\d{4}-\d\d-\d\d)"/g)].map(([, day]) => day),
		);
		const years = Number(expires.slice(0, 4)) - Math.max(...changed.map((day) => Number(day?.slice(0, 4))));
		expect(years).toBeGreaterThanOrEqual(1);
		expect(new Date(expires).toISOString()).toBe(expires);
	});

	describe('and another, whose form has no id', () => {
		let pages: BuiltPage[];
		let outcome: Outcome;

		beforeAll(async () => {
			const content = await copyOfContent('unconnected');
			const { file } = await firstOf(join(content, 'sections'));
			await edit(file, addParagraph('sections'));
			// The same addresses as in the first tree: Astro forgets what it kept when its configuration changes.
			await edit(join(content, 'redirects.yaml'), addRedirect);
			// The first tree changes after its build. What was kept from that build must not bring it into this one.
			const { file: other } = await firstOf(join(room, 'filled', 'content', 'sections'));
			await edit(other, (text) => text.replace(sentence('sections'), 'A wombat sat here.'));
			const folder = join(room, 'unconnected', 'site');
			outcome = await runBuild(folder, content, published);
			expect(outcome.code, outcome.err.join('\n')).toBe(0);
			pages = await readPages(folder);
		}, 120_000);

		test('has no form', () => {
			expect(pages.length).toBeGreaterThan(5);
			expect(pages.filter(({ document }) => document.querySelector('form, input, textarea, [data-form]'))).toEqual([]);
			expect(pages.filter(({ html }) => /formspree\.io\/f\//.test(html))).toEqual([]);
		});

		test('tells the visitor so where the form would be', () => {
			const told = pages.filter(({ document }) =>
				/form is not connected/i.test(textOf(document.querySelector('main') ?? document)),
			);
			expect(told.map(({ path }) => path)).toEqual(['/', '/contact/']);
		});

		test('names nobody to report a weakness to', async () => {
			await expect(access(join(room, 'unconnected', 'site', '.well-known', 'security.txt'))).rejects.toThrow();
		});

		test('tells the builder so in one clear line', () => {
			expect(outcome.err.filter((line) => /form/i.test(line))).toEqual([
				expect.stringMatching(/^formId is not set in content\/clinic\.yaml: .*not connected/),
			]);
		});

		test('prints nothing else that asks for attention', () => {
			expect(outcome.err.filter((line) => !/^formId is not set/.test(line))).toEqual([]);
			expect(outcome.out).toEqual([expect.stringMatching(/^The site is in /)]);
		});

		test('is built from its own content alone', () => {
			const text = pages.map(({ document }) => textOf(document.body)).join(' ');
			const words = [sentence('sections'), 'A wombat', facts.name];
			expect(words.filter((word) => text.includes(word))).toEqual([sentence('sections')]);
		});
	});
});

type Break = (content: string) => Promise<unknown>;
const inFirst = (folder: string, change: (text: string) => string) => async (content: string) =>
	edit((await firstOf(join(content, folder))).file, change);
const inClinic = (line: string) => (content: string) =>
	edit(join(content, 'clinic.yaml'), (text) => `${text}\n${line}\n`);

const clinicFacts = ['formId', 'phone', 'email', 'booking', 'repository'];

/**
 * What is broken, how, and what the builder has to read: the file, the field, and what is wrong. A build takes seconds, so several
 * mistakes share one; `check.test.ts` makes each by itself.
 */
const broken: [what: string, how: Break, says: RegExp[], env?: Record<string, string>][] = [
	[
		'a dangling reference',
		inFirst('choices', setField('section', 'no-such-section')),
		[/content\/choices\/[\w-]+\.md\n.*no-such-section in content\/sections/],
	],
	['broken MDX', inFirst('sections', (text) => `${text}\n<Pair>\n`), [/content\/sections\/[\w-]+\.mdx\n.*Pair/]],
	['a missing folder', (content) => rm(join(content, 'team'), { recursive: true }), [/content\/team\n.*missing/]],
	[
		'mistakes in many files',
		async (content) => {
			await edit(join(content, 'guide.yaml'), (text) => text.replace(/^updated: .*$/m, 'updated: 2026-02-30'));
			await inFirst('team', (text) => text.replace(/^order:/m, 'nickname: "Bo"\norder:'))(content);
			await inFirst('comparison', setField('order', '1'))(content);
			await writeFile(join(content, 'terms', 'nothing.md'), '');
			await inClinic('formId: "yourformid"')(content);
		},
		[
			/content\/guide\.yaml\n.*updated.*2026-02-30/,
			/content\/team\/[\w-]+\.md\n.*nickname/,
			/content\/comparison\/[\w-]+\.md\n.*order/,
			/content\/terms\/nothing\.md\n.*empty/,
			/content\/clinic\.yaml\n.*formId.*placeholder/,
		],
	],
	[
		'the samples of the clinic’s file',
		(content) =>
			edit(join(content, 'clinic.yaml'), (text) =>
				text.replace(new RegExp(`^# (?=(${clinicFacts.join('|')}):)`, 'gm'), ''),
			),
		clinicFacts.map(
			(fact) => new RegExp(`content/clinic\\.yaml\\n[^]*^ +\\d+ {2}${fact}: .*(placeholder|sample)`, 'm'),
		),
	],
	['a wrong setting', () => Promise.resolve(), [/SITE_URL/], { SITE_URL: 'massage.example' }],
];

describe('a build that cannot succeed', () => {
	test.each(broken)(
		'stops at %s, says where, and leaves the older site as it was',
		async (what, how, says, env = {}) => {
			const name = what.replaceAll(' ', '-');
			const content = await copyOfContent(name);
			await how(content);
			const folder = join(room, name, 'site');
			await mkdir(join(folder, 'team'), { recursive: true });
			await writeFile(join(folder, 'index.html'), '<!doctype html><title>The older site</title>');
			await writeFile(join(folder, 'team', 'index.html'), '<!doctype html><title>The older team</title>');
			const before = await fingerprint(folder);
			expect(before).toHaveLength(2);

			const { code, out, err } = await runBuild(folder, content, env);

			const words = [...out, ...err].join('\n');
			for (const word of says) expect(words).toMatch(word);
			expect(code).toBe(1);
			expect(await fingerprint(folder)).toEqual(before);
			// Nothing that was half built is left beside it either.
			expect(await readdir(join(room, name))).toEqual(['content', 'site']);
		},
	);
});

describe('a build that somebody stops half way', () => {
	let before: string[];
	let after: string[];
	let stopped: Outcome;
	let again: Outcome;
	let folder: string;

	beforeAll(async () => {
		const content = await copyOfContent('stopped');
		folder = join(room, 'stopped', 'site');
		await mkdir(folder, { recursive: true });
		await writeFile(join(folder, 'old.html'), '<!doctype html><title>The older site</title>');
		before = await fingerprint(folder);
		const half = new AbortController();
		const build = runBuild(folder, content, {}, half.signal);
		await vi.waitFor(() => access(`${folder}.next`), { timeout: 60_000, interval: 20 });
		half.abort();
		stopped = await build;
		after = await fingerprint(folder);
		again = await runBuild(folder, content);
	}, 120_000);

	test('leaves the older site as it was', () => {
		expect(stopped.code).not.toBe(0);
		expect(before).toHaveLength(1);
		expect(after).toEqual(before);
	});

	test('succeeds the next time, in the place of the older site, and leaves nothing half done beside it', async () => {
		expect(again.code, again.err.join('\n')).toBe(0);
		const files = (await fingerprint(folder)).map((line) => line.split(' ')[0]);
		expect(files).toContain('index.html');
		expect(files).not.toContain('old.html');
		expect((await readdir(join(room, 'stopped'))).sort()).toEqual(['content', 'site', 'site.hosts']);
	});

	test('asks search engines to stay away while nobody has said where the site lives', async () => {
		for (const { document, path } of await readPages(folder))
			expect(document.querySelector('meta[name="robots"]')?.getAttribute('content') ?? 'nothing', path).toContain(
				'noindex',
			);
		expect(again.err.filter((line) => /SITE_URL/.test(line))).toHaveLength(1);
	});
});
