import Validator from '@adobe/structured-data-validator';
import ts from 'typescript';
import { type BuiltPage, textOf } from './page.ts';

/** A node of a page's structured data. */
export type GraphNode = { '@type': string; '@id'?: string } & Record<string, unknown>;

/** The nodes of a page's graph. Throws when there is more than one graph, or when it is not one. */
export function graphOf({ document, path }: BuiltPage): GraphNode[] {
	const [script, ...others] = document.querySelectorAll('script[type="application/ld+json"]');
	if (!script || others.length > 0) throw new Error(`${path} has ${others.length + (script ? 1 : 0)} graphs.`);
	const { '@context': context, '@graph': nodes } = JSON.parse(script.textContent) as Record<string, unknown>;
	if (context !== 'https://schema.org' || !Array.isArray(nodes)) throw new Error(`${path} has no graph of schema.org.`);
	return nodes as GraphNode[];
}

/** Every value below a node with the names that lead to it. */
export function* valuesOf(value: unknown, path: string[] = []): Generator<{ path: string[]; value: unknown }> {
	yield { path, value };
	if (value && typeof value === 'object')
		for (const [name, inner] of Object.entries(value)) yield* valuesOf(inner, [...path, name]);
}

/** What the schema.org vocabulary has against graphs: unknown types and properties, and values of a wrong kind. */
export function vocabularyMistakes(graphs: GraphNode[][]): string[] {
	const name = `${process.cwd()}/tests/support/graphs-of-the-site.ts`;
	const source = graphs
		.map(
			(nodes, i) =>
				`export const graph${i}: Graph = ${JSON.stringify({ '@context': 'https://schema.org', '@graph': nodes }, null, '\t')};`,
		)
		.join('\n');
	const options: ts.CompilerOptions = {
		strict: true,
		noEmit: true,
		skipLibCheck: true,
		types: [],
		target: ts.ScriptTarget.ESNext,
		module: ts.ModuleKind.NodeNext,
	};
	const host = ts.createCompilerHost(options);
	const [getSourceFile, fileExists] = [host.getSourceFile.bind(host), host.fileExists.bind(host)];
	host.fileExists = (file) => file === name || fileExists(file);
	host.getSourceFile = (file, ...rest) =>
		file === name
			? ts.createSourceFile(file, `import type { Graph } from 'schema-dts';\n${source}`, ts.ScriptTarget.ESNext)
			: getSourceFile(file, ...rest);
	return ts
		.getPreEmitDiagnostics(ts.createProgram([name], options, host))
		.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' ').slice(0, 500));
}

/** What Google's documentation has against a graph, as far as Adobe's validator knows it. */
export async function featureMistakes(nodes: GraphNode[]): Promise<string[]> {
	const jsonld = Object.groupBy(structuredClone(nodes), (node) => node['@type']);
	const issues = await new Validator().validate({ jsonld });
	return issues.map(({ severity, rootType, issueMessage }) => `${severity}: ${rootType}: ${issueMessage}`);
}

/** Values that are no words for a reader: addresses are looked at by themselves, times are written in another way. */
const silent = new Set([
	'@type',
	'@id',
	'url',
	'item',
	'logo',
	'image',
	'sameAs',
	'dayOfWeek',
	'addressCountry',
	'position',
]);
const clock = (time: string) =>
	new Date(`2000-01-01T${time}Z`).toLocaleTimeString('en-US', { hour: 'numeric', minute: '2-digit', timeZone: 'UTC' });

/** What a page's graph says and its reader cannot find. */
export function unseenValues(page: BuiltPage): string[] {
	const shown = `${page.document.title} ${textOf(page.document.body)}`;
	const days = [...page.document.querySelectorAll('time')].map((time) => time.dateTime);
	const links = [...page.document.querySelectorAll('a')].map((a) => a.href);
	return [...valuesOf(graphOf(page))].flatMap(({ path, value }) => {
		if (typeof value !== 'string') return [];
		const name = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
		const said = `${path.join('.')}: ${value}`;
		if (name === 'sameAs') return links.includes(value) ? [] : [said];
		if (silent.has(name)) return [];
		if (/^(date|lastReviewed)/.test(name)) return days.includes(value.slice(0, 10)) ? [] : [said];
		const words = /^(opens|closes)$/.test(name) ? clock(value) : name === 'telephone' ? value.slice(3) : value;
		const plain = words.replace(/[‘’]/g, "'").replace(/[“”]/g, '"').replace(/\s+/g, ' ').trim();
		return shown.includes(plain) ? [] : [said];
	});
}

/** References that lead to no node, ids that two nodes share, addresses that are not full, dates without a time zone. */
export function formMistakes(page: BuiltPage, root: string): string[] {
	const nodes = graphOf(page);
	const ids = nodes.map((node) => node['@id']);
	return [
		...ids.filter((id, i) => !id || ids.indexOf(id) !== i).map((id) => `id ${id ?? 'missing'}`),
		...[...valuesOf(nodes)].flatMap(({ path, value }) => {
			const said = `${path.join('.')}: ${String(value)}`;
			const name = path.findLast((part) => !/^\d+$/.test(part)) ?? '';
			if (value === null || value === undefined || value === '') return [said];
			if (Array.isArray(value) && value.length === 0) return [`${said} is empty`];
			if (typeof value !== 'string') return [];
			if (name === '@id' && (!value.startsWith(root) || !ids.includes(value))) return [said];
			if (['url', 'item', 'image', 'logo', 'sameAs'].includes(name) && !URL.canParse(value)) return [said];
			if (['item', 'image', 'logo'].includes(name) && !value.startsWith(root)) return [said];
			if (/^date[A-Z]/.test(name) && !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d\d:\d\d$/.test(value)) return [said];
			return [];
		}),
	];
}
