import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import {
	featureMistakes,
	formMistakes,
	graphOf,
	type GraphNode,
	unseenValues,
	vocabularyMistakes,
} from '../support/graph.ts';
import { type BuiltPage, readPages } from '../support/page.ts';
import { sites } from '../support/sites.ts';

/** The structured data of the site as published. */

const { folder, base, env } = sites.unconnected;
const root = `${env.SITE_URL}${base}`;
let pages: BuiltPage[];
let listed: BuiltPage[];
beforeAll(async () => {
	pages = await readPages(folder);
	listed = pages.filter(({ document }) => !document.querySelector('meta[name="robots"][content="noindex"]'));
	expect(listed.length).toBeGreaterThan(4);
});

const findings = (find: (page: BuiltPage) => string[]) =>
	listed.flatMap((page) => find(page).map((finding) => `${page.path} ${finding}`));
const pageAt = (path: string) => {
	const page = listed.find((page) => page.path === path);
	if (!page) throw new Error(`There is no page ${path}.`);
	return page;
};
/** The one node of a type. Throws when there are none or several. */
const one = (page: BuiltPage, type: string): GraphNode => {
	const [node, ...others] = graphOf(page).filter((node) => node['@type'] === type);
	if (!node || others.length > 0) throw new Error(`${page.path} has ${others.length + (node ? 1 : 0)} nodes ${type}.`);
	return node;
};
const headings = ({ document }: BuiltPage, selector: string) =>
	[...document.querySelectorAll(selector)].map((heading) => heading.textContent.replace(/\s+/g, ' ').trim());

describe('the structured data', () => {
	test('uses the words of schema.org, each where it belongs', () => {
		expect(vocabularyMistakes(listed.map(graphOf))).toEqual([]);
	});

	test('would be refused with a type or a property that does not exist, or a value of a wrong kind', () => {
		const wrong: GraphNode[] = [
			{ '@type': 'MassageClinic', name: 'x' },
			{ '@type': 'Article', headlin: 'x' },
			{ '@type': 'Article', author: 5 },
		];
		for (const node of wrong) expect(vocabularyMistakes([[node]]), JSON.stringify(node)).not.toEqual([]);
	});

	test('meets the documented wishes of Google’s features', async () => {
		const issues = await Promise.all(
			listed.map(async (page) => (await featureMistakes(graphOf(page))).map((issue) => `${page.path} ${issue}`)),
		);
		expect(issues.flat()).toEqual([]);
		expect(await featureMistakes([{ '@type': 'BreadcrumbList' }]), 'the validator looks').not.toEqual([]);
	});

	test('resolves every reference, and writes addresses in full and dates with a time zone', () => {
		expect(findings((page) => formMistakes(page, root))).toEqual([]);
	});

	test('says nothing that the page does not show', () => {
		expect(findings(unseenValues)).toEqual([]);
	});

	test('claims no medical business and no rating', () => {
		const json = listed.map((page) => JSON.stringify(graphOf(page))).join('');
		expect(
			json.match(/MedicalClinic|MedicalBusiness|Physician|Physiotherapy|aggregateRating|"Review"|LocalBusiness/g),
		).toBeNull();
	});

	test('is on every page that search engines may list, and on no other', () => {
		for (const { path, document } of pages)
			expect(document.querySelectorAll('script[type="application/ld+json"]').length, path).toBe(
				listed.some((page) => page.path === path) ? 1 : 0,
			);
	});
});

describe('every page', () => {
	test('is a page of the site, published by the clinic', () => {
		for (const page of listed) {
			const url = root + page.path.slice(1);
			const self = graphOf(page).find((node) => node['@id'] === url);
			const site = one(page, 'WebSite');
			const clinic = one(page, 'HealthAndBeautyBusiness');
			expect(self, page.path).toMatchObject({ url, isPartOf: { '@id': site['@id'] }, name: headings(page, 'h1')[0] });
			expect(site).toMatchObject({ url: root, name: 'Medical Massage of Tulsa', publisher: { '@id': clinic['@id'] } });
			expect(Object.keys(clinic).sort(), 'facts that are not set stay out').toEqual(
				['@type', '@id', 'name', 'url', 'logo', ...(clinic['employee'] ? ['employee'] : [])].sort(),
			);
		}
		expect(listed.map((page) => graphOf(page)[2]?.['@type'])).toEqual([
			'WebPage',
			'WebPage',
			'ContactPage',
			'WebPage',
			'AboutPage',
		]);
	});

	test('other than the guide names the way to it', () => {
		const others = listed.filter(({ path }) => path !== '/');
		expect(others.length).toBeGreaterThan(3);
		for (const page of others) {
			const url = root + page.path.slice(1);
			const crumbs = one(page, 'BreadcrumbList');
			expect(graphOf(page).find((node) => node['@id'] === url)).toMatchObject({ breadcrumb: { '@id': crumbs['@id'] } });
			expect(crumbs['itemListElement']).toEqual([
				{ '@type': 'ListItem', position: 1, name: 'Medical Massage of Tulsa', item: root },
				{ '@type': 'ListItem', position: 2, name: headings(page, 'h1')[0], item: url },
			]);
		}
	});
});

describe('the guide', () => {
	test('is an article with author, dates, sections, sources and a picture that exists', async () => {
		const guide = pageAt('/');
		const article = one(guide, 'Article');
		const clinic = one(guide, 'HealthAndBeautyBusiness');
		const sources = [...guide.document.querySelectorAll<HTMLAnchorElement>('footer h2 + ul a')];
		expect(sources.length).toBeGreaterThan(1);
		expect(article).toMatchObject({
			headline: headings(guide, 'h1')[0],
			author: { '@id': clinic['@id'] },
			publisher: { '@id': clinic['@id'] },
			articleSection: headings(guide, '.guide > section > h2'),
			citation: sources.map((a) => ({ '@type': 'CreativeWork', name: a.textContent.trim(), url: a.href })),
		});
		expect(String(article['headline']).length).toBeLessThanOrEqual(110);
		expect(one(guide, 'WebPage')).toMatchObject({ mainEntity: { '@id': article['@id'] } });
		const [published, modified] = [String(article['datePublished']), String(article['dateModified'])];
		expect(new Date(published) <= new Date(modified)).toBe(true);
		expect(await readFile(folder + String(article['image']).slice(root.length - 1))).toHaveProperty('length');
	});

	test('names every term that it explains, and nobody’s review', () => {
		const guide = pageAt('/');
		const terms = one(guide, 'DefinedTermSet')['hasDefinedTerm'] as { name: string }[];
		expect(terms.map(({ name }) => name)).toEqual(headings(guide, '.definition b'));
		expect(JSON.stringify(graphOf(guide))).not.toMatch(/reviewed/i);
	});
});

describe('the therapists', () => {
	test('are people who work for the clinic, with their credentials', () => {
		const team = pageAt('/team/');
		const people = graphOf(team).filter((node) => node['@type'] === 'Person');
		expect(people.map(({ name }) => name)).toEqual(headings(team, 'main article h2'));
		for (const person of people) {
			const article = team.document.getElementById(String(person['@id']).replace(/.*#/, ''));
			const letters = [...(article?.querySelectorAll('.term') ?? [])].map((term) => term.textContent.trim());
			expect(letters.length).toBeGreaterThan(0);
			const credentials = person['hasCredential'] as { name: string; alternateName?: string }[];
			expect(credentials.map(({ name, alternateName }) => alternateName ?? name)).toEqual(letters);
			expect(person).toMatchObject({
				url: person['@id'],
				worksFor: { '@id': one(team, 'HealthAndBeautyBusiness')['@id'] },
			});
		}
		expect(one(team, 'HealthAndBeautyBusiness')['employee']).toEqual(
			people.map((person) => ({ '@id': person['@id'] })),
		);
	});

	test('are the same people on the guide', () => {
		const names = (path: string) =>
			graphOf(pageAt(path))
				.filter((node) => node['@type'] === 'Person')
				.map((node) => [node['@id'], node['name']]);
		expect(names('/').length).toBeGreaterThan(1);
		expect(names('/')).toEqual(names('/team/'));
	});
});
