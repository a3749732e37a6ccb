import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { featureErrors, graphOf, valuesOf, type GraphNode } from '../support/checks/machines.ts';
import { isListed, pageAt, plain, readSite, textOf, type BuiltPage } from '../support/page.ts';
import { sites } from '../support/sites.ts';

/** The structured data of the fixture site: what they say, and that it is what the page shows. */

const site = await readSite(sites.published.outDir);
const root = site.origin + site.base;
const listed = site.pages.filter(isListed);
const nodesOf = (path: string, type: string) => graphOf(pageAt(site, path)).filter((node) => node['@type'] === type);
const texts = (path: string, selector: string) =>
	[...pageAt(site, path).document.querySelectorAll(selector)].map(textOf);

/** What the schema.org vocabulary has against graphs: unknown types and properties, and values of a wrong kind. */
function vocabularyErrors(graphs: GraphNode[][]): string[] {
	const name = `${process.cwd()}/tests/build/graphs-of-the-site.ts`;
	const lines = graphs.map((nodes, i) => {
		const graph = { '@context': 'https://schema.org', '@graph': nodes };
		return `export const graph${i}: Graph = ${JSON.stringify(graph, null, '\t')};`;
	});
	const source = `import type { Graph } from 'schema-dts';\n${lines.join('\n')}`;
	const module = ts.ModuleKind.NodeNext;
	const options = { strict: true, noEmit: true, skipLibCheck: true, types: [], target: ts.ScriptTarget.ESNext, module };
	const host = ts.createCompilerHost(options);
	const [getSourceFile, fileExists] = [host.getSourceFile.bind(host), host.fileExists.bind(host)];
	host.fileExists = (file) => file === name || fileExists(file);
	host.getSourceFile = (file, ...rest) =>
		file === name ? ts.createSourceFile(file, source, ts.ScriptTarget.ESNext) : getSourceFile(file, ...rest);
	return ts
		.getPreEmitDiagnostics(ts.createProgram([name], options, host))
		.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 500));
}

const clock = (time: string) =>
	new Date(`2000-01-01T${time}Z`).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });

/** What a page's graph says and its reader can't find. */
function unseenValues(page: BuiltPage): string[] {
	const shown = `${page.document.title} ${textOf(page.document.body)}`;
	const days = [...page.document.querySelectorAll('time')].map((time) => time.dateTime);
	const links = [...page.document.querySelectorAll('a')].map((a) => a.href);
	return [...valuesOf(graphOf(page))].flatMap(({ name, value }) => {
		if (typeof value !== 'string' || /^(@|url|item|logo|image|dayOfWeek|addressCountry)/.test(name)) return [];
		if (name === 'sameAs') return links.includes(value) ? [] : [value];
		if (/^(date|lastReviewed)/.test(name)) return days.includes(value.slice(0, 10)) ? [] : [`${name} ${value}`];
		const words = /^(opens|closes)$/.test(name) ? clock(value) : name === 'telephone' ? value.slice(3) : value;
		return shown.includes(plain(words)) ? [] : [`${name} ${value}`];
	});
}

describe('the structured data', () => {
	test('use the words of schema.org, each where it belongs', () => {
		expect(listed.length).toBeGreaterThan(4);
		expect(vocabularyErrors(listed.map(graphOf))).toEqual([]);
		// The check itself can fail: by a type, a property and a kind of value that do not exist.
		for (const node of [
			{ '@type': 'MassageClinic', name: 'x' },
			{ '@type': 'Article', headlin: 'x' },
		])
			expect(vocabularyErrors([[node]]), JSON.stringify(node)).not.toEqual([]);
	});

	test('are looked at by the validator', async () => {
		expect(await featureErrors([{ '@type': 'BreadcrumbList' }])).not.toEqual([]);
	});

	test('say nothing that the page does not show', () => {
		expect(listed.flatMap((page) => unseenValues(page).map((value) => `${page.path} ${value}`))).toEqual([]);
	});

	test('tell every fact about the clinic', () => {
		const [clinic] = nodesOf('/', 'HealthAndBeautyBusiness');
		expect(clinic).toMatchObject({
			name: 'Hillside Massage & Rest',
			telephone: '+1-918-555-1742',
			email: 'hello@hillside.test',
			address: {
				streetAddress: '12 O’Hara Lane, Suite #4',
				addressLocality: 'Tulsa',
				addressRegion: 'OK',
				postalCode: '74136',
			},
			openingHoursSpecification: [
				{ dayOfWeek: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'], opens: '08:15', closes: '17:45' },
				{ opens: '10:00', closes: '14:30' },
			],
			sameAs: expect.arrayContaining(['https://social.test/hillside']) as unknown,
		});
	});

	test('describe the guide as an article of the clinic, with its sections, sources and review', () => {
		expect(nodesOf('/', 'Article')).toMatchObject([
			{
				headline: 'Which massage do you need?',
				author: { '@id': nodesOf('/', 'HealthAndBeautyBusiness')[0]?.['@id'] },
				articleSection: expect.arrayContaining(['Know the two kinds']) as unknown,
				citation: [{ name: 'Use of Massage Therapy for Pain' }],
			},
		]);
		expect(nodesOf('/', 'WebPage')).toMatchObject([{ lastReviewed: '2026-11-25', reviewedBy: { name: 'Cleo Vance' } }]);
	});

	test('introduce the therapists with what their letters stand for', () => {
		const people = nodesOf('/team/', 'Person');
		expect(people.map(({ name }) => plain(String(name)))).toEqual(texts('/team/', 'main article h2'));
		expect(people[0]).toMatchObject({
			'@id': `${root}team/#ana-diaz`,
			hasCredential: [{ name: 'Licensed Massage Therapist', alternateName: 'LMT' }, { name: 'XYZ' }],
		});
		expect(people[1]).not.toHaveProperty('hasCredential');
	});

	test('name the way from the guide to every other page', () => {
		for (const { path } of listed.filter(({ path }) => path !== '/'))
			expect(nodesOf(path, 'BreadcrumbList'), path).toMatchObject([
				{
					itemListElement: [
						{ position: 1, item: root },
						{ position: 2, item: root + path.slice(1) },
					],
				},
			]);
	});

	test('claim no medical business and no rating', () => {
		const json = listed.map((page) => JSON.stringify(graphOf(page))).join('');
		expect(json.match(/MedicalClinic|MedicalBusiness|Physician|Physiotherapy|aggregateRating|"Review"/g)).toBeNull();
	});
});
