import bcd from '@mdn/browser-compat-data/forLegacyNode';
import type { Identifier, SimpleSupportStatement } from '@mdn/browser-compat-data/types';
import { parse, type AnyNode } from 'acorn';
import postcss, { type ChildNode } from 'postcss';

/** The oldest browsers in which everything can be read, has colors and edges, and the form works. */
const floor = { safari: '15.4', safari_ios: '15.4', chrome: '97', firefox: '97' } as const;
/** The latest JavaScript whose syntax they know, but for what `newerInScripts` looks for. */
const ecmaVersion = 2022;

/** MDN's browser data: entries in entries, by their names. */
type Table = Record<string, Identifier>;
const { properties, selectors, types, 'at-rules': atRules } = bcd.css as Record<string, Table>;
const { elements, global_attributes: attributes } = bcd.html as Record<string, Table>;
const globals: Table = { ...bcd.javascript['builtins'], ...bcd.api };

/** Whether one of the oldest browsers lacks what an entry is about. */
function isNewer(entry: Identifier): boolean {
	const support = entry.__compat?.support;
	const works = ({ version_added: version, flags, prefix }: SimpleSupportStatement, limit: string) =>
		version && !flags && !prefix && version.replace('≤', '').localeCompare(limit, 'en', { numeric: true }) <= 0;
	return (
		!!support &&
		Object.entries(floor).some(
			([browser, limit]) => ![support[browser as keyof typeof floor] ?? []].flat().some((one) => works(one, limit)),
		)
	);
}

/** The entries of a table by their own names, however deep they are. */
function byName(table: Table, found = new Map<string, Identifier[]>()): Map<string, Identifier[]> {
	for (const [name, entry] of Object.entries(table).filter(([name]) => name !== '__compat')) {
		found.set(name, [...(found.get(name) ?? []), entry]);
		byName(entry, found);
	}
	return found;
}
const functions = byName(types ?? {});
const members = byName(globals);
/** For a name that does not say which of them it means. */
const areNewer = (entries: Identifier[] = []) => entries.length > 0 && entries.every(isNewer);

const isInRule = (node: ChildNode | postcss.Document | postcss.Container | undefined): boolean =>
	node?.type === 'rule' || (!!node?.parent && isInRule(node.parent));

/** What is newer than the floor in a style sheet: `:has`, `@layer`, `light-dark()`, `text-wrap: pretty`. */
export function newerInStyle(text: string): string[] {
	const found: string[] = [];
	const note = (name: string, entry?: Identifier) => entry && isNewer(entry) && found.push(name);
	postcss.parse(text).walk((node) => {
		if (node.type === 'rule') {
			if (isInRule(node.parent)) note('nesting', selectors?.['nesting']);
			for (const [, name = ''] of node.selector.replace(/"[^"]*"/g, '').matchAll(/::?([a-z][-\w]*)/g))
				note(`:${name}`, selectors?.[name]);
		} else if (node.type === 'atrule') {
			const rule = atRules?.[node.name];
			note(`@${node.name}`, rule);
			if (node.name === 'media' && /[<>=]/.test(node.params)) note('@media (… >= …)', rule?.['range_syntax']);
			for (const [word] of node.params.matchAll(/[a-z][-\w]*/g)) note(`@${node.name} ${word}`, rule?.[word]);
		} else if (node.type === 'decl') {
			const { prop, parent } = node;
			const isPrefixedToo = parent?.some((other) => other.type === 'decl' && other.prop === `-webkit-${prop}`);
			if (prop.startsWith('-') ? !prop.startsWith('--') : isPrefixedToo) return;
			const property = properties?.[prop];
			note(prop, property);
			if (property && isNewer(property)) return;
			const value = node.value.replace(/url\([^)]*\)/g, '').replace(/"[^"]*"|'[^']*'/g, '""');
			if (prop === 'content' && value.includes('/')) note('content: … / …', property?.['alt_text']);
			if (/\d[dsl]v(h|w|b|i|min|max)\b/.test(value))
				note('dvh', types?.['length']?.['viewport_percentage_units_dynamic']);
			for (const [, word = '', call] of value.matchAll(/(?<![-\w#])([a-z][-\w]*)(\()?/g)) {
				note(`${prop}: ${word}`, property?.[word]);
				if (call && areNewer(functions.get(word))) found.push(`${word}()`);
			}
		}
	});
	return found;
}

/** What is newer than the floor in the elements and attributes of a page: `popover`, `<details name>`. */
export function newerInPage(document: globalThis.Document): string[] {
	return Array.from(document.querySelectorAll('*')).flatMap(({ localName, attributes: own }) => {
		const element = elements?.[localName];
		const names = Array.from(own).flatMap(({ name, value }) => [
			[`<${localName} ${name}>`, element?.[name] ?? attributes?.[name]] as const,
			[`<${localName} ${name}="${value}">`, element?.[name]?.[value]] as const,
		]);
		return [[`<${localName}>`, element] as const, ...names].flatMap(([name, entry]) =>
			entry && isNewer(entry) ? name : [],
		);
	});
}

/** Calls `visit` with every node of a script. Throws on syntax that is newer than the floor. */
function walk(text: string, visit: (node: AnyNode) => void): void {
	const into = (node: AnyNode): void => {
		visit(node);
		for (const value of Object.values(node) as unknown[])
			for (const child of [value].flat())
				if (child && typeof child === 'object' && 'type' in child) into(child as AnyNode);
	};
	into(parse(text, { ecmaVersion, sourceType: 'module' }));
}

/**
 * What is newer than the floor in scripts: `requestSubmit`, `AbortSignal.any`, `lookbehind`. A script does not say whose
 * member it means: one counts when it is newer in every interface that has it, and is no key in an object of the scripts.
 */
export function newerInScripts(texts: string[]): string[] {
	const found: string[] = [];
	const keys = new Set<string>();
	const globalOf = (name: string) => (Object.hasOwn(globals, name) ? globals[name] : undefined);
	for (const text of texts)
		walk(text, (node) => {
			if (node.type === 'Property' && node.key.type === 'Identifier') keys.add(node.key.name);
		});
	for (const text of texts)
		walk(text, (node) => {
			if (node.type === 'StaticBlock') found.push('static { }');
			if (node.type === 'Literal' && /\(\?<[=!]/.test(node.regex?.pattern ?? '')) found.push('lookbehind');
			if (node.type === 'Identifier' && areNewer([globalOf(node.name) ?? []].flat())) found.push(node.name);
			if (node.type !== 'MemberExpression' || node.property.type !== 'Identifier' || node.computed) return;
			const { name } = node.property;
			const owner = node.object.type === 'Identifier' ? globalOf(node.object.name) : undefined;
			const own = owner?.[name] ?? owner?.[`${name}_static`];
			if (own ? isNewer(own) : !keys.has(name) && areNewer(members.get(name)))
				found.push(own && node.object.type === 'Identifier' ? `${node.object.name}.${name}` : name);
		});
	return found;
}
