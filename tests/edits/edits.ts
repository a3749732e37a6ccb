import { requiredPages } from '../../src/schemas/page.ts';
import { folders } from '../../src/schemas/index.ts';
import type { Content, Entry } from './content.ts';
import type { Random } from './random.ts';
import { bare, fileShapes, folderShapes, valueOf, valuesFor, type Folder, type Shape } from './values.ts';
import { line, sentence } from './words.ts';

/** Changes content into other valid content, and says how. Undefined: there was nothing to change. */
export type Edit = (content: Content, random: Random) => string | undefined;

const folderNames = Object.keys(folders) as Folder[];
/** How few entries a folder can do with. */
const fewest: Partial<Record<Folder, number>> = { sections: 1, comparison: 1 };
const isRequired = ({ folder, id }: Entry) => folder === 'pages' && (requiredPages as readonly string[]).includes(id);
const within = ({ entries }: Content, folder: string) => entries.filter((entry) => entry.folder === folder);

/** A word that no other text holds. */
const fresh = (content: Content) => `Nr. ${++content.count}`;
const around = (content: Content, random: Random) => ({
	random,
	ids: (collection: string) => within(content, collection).map(({ id }) => id),
	unique: fresh(content),
});

/** Addresses of pages and places that a text may link to. */
function targets(content: Content): string[] {
	const sections = within(content, 'sections').map(({ id }) => `/#${id}`);
	const pages = within(content, 'pages').filter(({ id }) => id !== 'not-found');
	const people = within(content, 'team').map(({ id }) => `/team/#${id}`);
	return [
		'/',
		...sections,
		...people,
		...pages.map(({ id }) => `/${id}/`),
		'https://links.test/a?b=c',
		'tel:+19182341234',
	];
}

/** Text below the dashes, with all that it may hold. */
function body(content: Content, random: Random, folder: Folder): string {
	if (folders[folder].body === 'none') return '';
	if (folder === 'terms') return sentence(random);
	const link = () => `[${line(random, 5, 30)}](${random.pick(targets(content))})`;
	const paragraph = () =>
		random
			.shuffle([sentence(random), `See ${link()} first.`, `It is *${line(random, 4, 20)}* and **${fresh(content)}**.`])
			.join(' ');
	const terms = within(content, 'terms');
	const parts: (() => string)[] = [
		() => `- ${sentence(random)}\n- ${link()}\n- ${paragraph()}`,
		() => `1. ${sentence(random)}\n2. ${sentence(random)}`,
		() => `> ${sentence(random)}`,
		paragraph,
	];
	if (folder === 'pages')
		parts.push(
			() =>
				`## ${line(random, 5, 60, fresh(content))}\n\n${paragraph()}\n\n### ${fresh(content)}\n\n${sentence(random)}`,
			() => `| One | ${line(random, 3, 20)} |\n| --- | --: |\n| ${fresh(content)} | ${line(random, 3, 30)} |`,
		);
	if (folder === 'sections')
		parts.push(
			() => `### ${line(random, 5, 60, fresh(content))}\n\n${paragraph()}`,
			() => `<Pair>\n<Spa>\n\n${paragraph()}\n\n</Spa>\n<Medical>\n\n${paragraph()}\n\n</Medical>\n</Pair>`,
			() => `<Asks spa="${line(random, 3, 40)}" medical="${line(random, 3, 40)}" />`,
			() => `<Quote who="${line(random, 3, 30)}">${sentence(random)}</Quote>`,
			() => `<Example>\n\n${paragraph()}\n\n</Example>`,
			() => `<PainChart points="7, 6, 5.5, 10, 0">${sentence(random)}</PainChart>`,
			() => `<ReliefChart spa="0, 5, 1" medical="0, 2, 4, 6">${sentence(random)}</ReliefChart>`,
			() =>
				terms.length === 0 ? paragraph() : `A word: <Term id="${random.pick(terms).id}">${line(random, 3, 20)}</Term>.`,
		);
	return [paragraph(), ...Array.from({ length: random.int(0, 5) }, () => random.pick(parts)())].join('\n\n');
}

/** Parts of the site that stand once, whatever the schema allows. */
const once = ['shows'];

function add(content: Content, random: Random, folder: Folder): Entry {
	const fields = valuesFor(folderShapes[folder], around(content, random));
	const neighbors = within(content, folder);
	if ('order' in fields)
		fields['order'] = Math.max(0, ...neighbors.map(({ fields }) => Number(fields['order'] ?? 0))) + 1;
	for (const name of once)
		if (neighbors.some(({ fields: other }) => other[name] === fields[name])) Reflect.deleteProperty(fields, name);
	const ending = random.pick(folders[folder].endings);
	const text = body(content, random, folder);
	const entry = { folder, id: `new-${folder}-${++content.count}`, ending, fields, body: text };
	content.entries.push(entry);
	return entry;
}

/** Every place where an entry's id stands, with another id in its place, or, where there is none, without it. */
function replaceId(content: Content, { folder, id }: Entry, to: string | undefined): void {
	const links: Partial<Record<Folder, [from: RegExp, to: string, otherwise: string]>> = {
		sections: [new RegExp(`(\\(|^)/?#${id}(?=\\)|$)`, 'g'), `$1/#${to ?? ''}`, '$1/contact/'],
		pages: [new RegExp(`(\\(|^)/${id}/(?=\\)|#|$)`, 'g'), `$1/${to ?? ''}/`, '$1/contact/'],
		team: [new RegExp(`(\\(|^)/team/#${id}(?=\\)|$)`, 'g'), `$1/team/#${to ?? ''}`, '$1/team/'],
		terms: [new RegExp(`<Term id="${id}">(.*?)</Term>`, 'g'), `<Term id="${to ?? ''}">$1</Term>`, '$1'],
	};
	const [pattern, replacement, otherwise] = links[folder] ?? [/$^/g, '', ''];
	const change = (text: string) => text.replace(pattern, to === undefined ? otherwise : replacement);
	const properties = (entry: Entry) => folderShapes[entry.folder].properties ?? {};
	const others = within(content, folder).filter((other) => other.id !== id);
	for (const entry of content.entries) {
		entry.body = change(entry.body);
		for (const [name, value] of Object.entries(entry.fields)) {
			const shape = bare(properties(entry)[name] ?? {});
			if (shape.reference === folder && value === id) entry.fields[name] = to ?? others[0]?.id;
			else if (shape.items?.reference === folder)
				entry.fields[name] = (value as string[]).flatMap((one) => (one !== id ? [one] : to ? [to] : []));
			else if (typeof value === 'string' && !shape.reference) entry.fields[name] = change(value);
		}
	}
	for (const [from, target] of Object.entries(content.redirects)) content.redirects[from] = change(target);
}

function remove(content: Content, entry: Entry): void {
	content.entries = content.entries.filter((other) => other !== entry);
	replaceId(content, entry, undefined);
}

function some(content: Content, random: Random, folder: Folder, number: number): string {
	while (within(content, folder).length < number) add(content, random, folder);
	for (const entry of random.shuffle(within(content, folder)).slice(number)) remove(content, entry);
	return `${folder}: make it ${number}`;
}

/** Fields by the path to them, those of objects within included; references and orders have edits of their own. */
function fieldPaths(
	shape: Shape,
	values: Record<string, unknown>,
): { holder: Record<string, unknown>; name: string; shape: Shape }[] {
	return Object.entries(bare(shape).properties ?? {}).flatMap(([name, inner]) => {
		const value = values[name];
		const isObject = bare(inner).properties && value !== null && typeof value === 'object';
		if (isObject) return fieldPaths(inner, value as Record<string, unknown>);
		return name === 'order' || bare(inner).image ? [] : [{ holder: values, name, shape: inner }];
	});
}

function reword(content: Content, random: Random, shape: Shape, values: Record<string, unknown>, what: string) {
	const texts = fieldPaths(shape, values).filter(
		({ holder, name, shape }) => bare(shape).type === 'string' && holder[name] !== undefined,
	);
	const { holder, name, shape: field } = random.pick(texts);
	holder[name] = valueOf(name, field, around(content, random));
	return `${what}: ${name} becomes ${JSON.stringify(holder[name])}`;
}

export const edits: Record<string, Edit> = {
	add: (content, random) => {
		const { folder, id } = add(content, random, random.pick(folderNames));
		return `add ${folder}/${id}`;
	},
	remove: (content, random) => {
		const spare = content.entries.filter(
			(entry) => !isRequired(entry) && within(content, entry.folder).length > (fewest[entry.folder] ?? 0),
		);
		if (spare.length === 0) return undefined;
		const entry = random.pick(spare);
		remove(content, entry);
		return `remove ${entry.folder}/${entry.id}`;
	},
	rename: (content, random) => {
		const entry = random.pick(content.entries.filter((entry) => !isRequired(entry)));
		const id = `renamed-${++content.count}`;
		replaceId(content, entry, id);
		const said = `rename ${entry.folder}/${entry.id} to ${id}`;
		if (entry.folder === 'pages') content.redirects[`/${entry.id}/`] = `/${id}/`;
		entry.id = id;
		return said;
	},
	reorder: (content, random) => {
		const folder = random.pick(folderNames.filter((name) => folderShapes[name].properties?.['order']));
		const entries = within(content, folder);
		random.shuffle(entries).forEach((entry, i) => (entry.fields['order'] = 3 * i + 1));
		return `reorder ${folder}`;
	},
	reword: (content, random) => {
		const { folder, id, fields } = random.pick(content.entries);
		return reword(content, random, folderShapes[folder], fields, `${folder}/${id}`);
	},
	rewrite: (content, random) => {
		const entry = random.pick(content.entries.filter(({ folder }) => folders[folder].body !== 'none'));
		entry.body = body(content, random, entry.folder);
		return `rewrite ${entry.folder}/${entry.id}`;
	},
	'reword the guide': (content, random) => reword(content, random, fileShapes.guide, content.guide, 'guide.yaml'),
	'set a fact': (content, random) => {
		const [name, shape] = random.pick(Object.entries(fileShapes.clinic.properties ?? {}));
		content.clinic[name] = valueOf(name, shape, around(content, random));
		return `clinic.yaml: ${name} becomes ${JSON.stringify(content.clinic[name])}`;
	},
	'unset a fact': (content, random) => {
		const optional = Object.keys(content.clinic).filter((name) => !fileShapes.clinic.required?.includes(name));
		if (optional.length === 0) return undefined;
		const name = random.pick(optional);
		if (random.chance(0.5)) content.clinic[name] = null;
		else content.clinic = Object.fromEntries(Object.entries(content.clinic).filter(([other]) => other !== name));
		return `clinic.yaml: ${name} is ${name in content.clinic ? 'empty' : 'gone'}`;
	},
	'set or unset what may be left out': (content, random) => {
		const { folder, id, fields } = random.pick(content.entries);
		const { properties = {}, required = [] } = folderShapes[folder];
		const free = Object.keys(properties).filter((name) => !required.includes(name) && !/^photo|^order$/.test(name));
		if (free.length === 0) return undefined;
		const name = random.pick(free);
		const value = name in fields ? undefined : valueOf(name, properties[name] ?? {}, around(content, random));
		const isTaken = once.includes(name) && within(content, folder).some(({ fields: other }) => other[name] === value);
		if (value === undefined || isTaken) Reflect.deleteProperty(fields, name);
		else fields[name] = value;
		return `${folder}/${id}: ${name} ${name in fields ? `becomes ${JSON.stringify(value)}` : 'is gone'}`;
	},
	redirect: (content, random) => {
		const to = random.pick(targets(content).filter((target) => !target.startsWith('tel:')));
		content.redirects[`/old/${++content.count}${random.pick(['/', '.html'])}`] = to;
		return `redirect to ${to}`;
	},
	'no therapists': (content, random) => some(content, random, 'team', 0),
	'one therapist': (content, random) => some(content, random, 'team', 1),
	'many therapists': (content, random) => some(content, random, 'team', 12),
	'one row': (content, random) => some(content, random, 'comparison', 1),
	'many rows': (content, random) => some(content, random, 'comparison', 40),
	'no choices': (content, random) => some(content, random, 'choices', 0),
	'no terms': (content, random) => some(content, random, 'terms', 0),
	'one section': (content, random) => some(content, random, 'sections', 1),
};
