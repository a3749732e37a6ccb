import { hash } from 'node:crypto';
import { glob, readFile, rm, writeFile } from 'node:fs/promises';
import { basename } from 'node:path';
import postcss, { type Root } from 'postcss';
import { PurgeCSS, type RawContent } from 'purgecss';

/**
 * Every page carries the style sheet in its HTML, so that a reader waits for nothing. This takes out of it what the page does not use and
 * what helps only whoever writes styles, and gives utilities and custom properties short names. The names of parts, which other styles,
 * scripts and tests know, stay as they are.
 */
const style = /(?<=<style>)[^]*?(?=<\/style>)/;
const tag = /<([a-z][\w-]*)((?:\s+[^\s"=>/]+(?:="[^"]*")?)*)\s*\/?>/gi;
const foot = /<link rel="stylesheet"[^>]*>/;
const classList = /(?<=\sclass=")[^"]*/g;
const word = /[\w:.[\]/-]+/g;

/** The names that give way to their values. */
const inlined = /var\((--(?:palette-|tw-|font-fraunces)[\w-]*)\)/g;

/**
 * The style sheet with values in the place of names: those of the palette and of the font, and Tailwind's own (`--tw-*`), of which no
 * utility used here reads one that another sets, so that a border is solid and the rest is unread.
 */
function inlineValues(sheet: string): string {
	const root = postcss.parse(sheet);
	const values = new Map([['--tw-border-style', 'solid']]);
	root.walkComments((comment) => void comment.remove());
	root.walkAtRules(/^(property|layer)$/, (rule) => {
		if (/^(--tw-[\w-]+|properties)$/.test(rule.params) && rule.nodes) rule.remove();
	});
	root.walkDecls(/^--(palette-|tw-|font-fraunces)/, (declaration) => {
		if (!declaration.prop.startsWith('--tw-')) values.set(declaration.prop, declaration.value);
		declaration.remove();
	});
	// Prefixed twins that Tailwind adds for browsers of before 2019.
	root.walkDecls(/^-(webkit-text-decoration-color|moz-text-size-adjust)$/, (twin) => void twin.remove());
	root.walkDecls((declaration) => {
		declaration.value = declaration.value.replace(inlined, (_, name: string) => {
			const value = values.get(name);
			if (value === undefined) throw declaration.error(`Nothing in tokens.css sets ${name}.`);
			return value;
		});
	});
	return root.toString();
}

/** Without `a`: what blocks advertisements may take the class `ad` for one. */
const letters = 'bcdefghijklmnopqrstuvwxyzBCDEFGHIJKLMNOPQRSTUVWXYZ';
const many = letters.length;
const nth = (i: number): string => (i < many ? '' : nth(Math.floor(i / many) - 1)) + (letters[i % many] ?? '');

/** Hands out short names, `b` to `Z`, then `bb` and on: one for each key, and the same one when asked again. */
function namer(): (key: string) => string {
	const keys: string[] = [];
	return (key) => {
		if (!keys.includes(key)) keys.push(key);
		return nth(keys.indexOf(key));
	};
}

/**
 * Gives the utilities of a style sheet short names, and returns them. Those that stand in the same ones of these `lists` of classes share
 * one. Names that `stays` knows stay.
 */
function rename(root: Root, lists: string[], stays: (name: string) => boolean): Map<string, string> {
	const [names, nameFor] = [new Map<string, string>(), namer()];
	const words = lists.map((list) => new Set(list.split(' ')));
	root.walkAtRules('layer', (layer) => {
		if (layer.params !== 'utilities') return;
		layer.walkRules((rule) => {
			rule.selector = rule.selector.replace(/\.((?:[\w-]|\\.)+)/g, (written, escaped: string) => {
				const name = escaped.replaceAll('\\', '');
				if (stays(name)) return written;
				const shared = nameFor(words.map((list) => Number(list.has(name))).join(''));
				names.set(name, shared);
				return `.${shared}`;
			});
		});
	});
	return names;
}

/** Of each of these style sheets the rules that the page and its scripts may use, now or after a script or a reader has changed something. */
async function purge(sheets: string[], content: RawContent[], variables: string[]): Promise<Root[]> {
	const used = await new PurgeCSS().purge({
		content,
		css: sheets.map((raw) => ({ raw })),
		defaultExtractor: (text) => text.match(word) ?? [],
		// What scripts and readers switch on; no page comes with it.
		dynamicAttributes: ['aria-current', 'aria-invalid', 'data-theme', 'hidden', 'open'],
		variables: true,
		safelist: { standard: [/^:(root|focus)/], variables },
	});
	return used.map(({ css }) => {
		const root = postcss.parse(css);
		root.walk((node) => {
			if ('nodes' in node && node.nodes?.length === 0) node.remove();
		});
		return root;
	});
}

/**
 * Makes what presses the pages of a site whose forms have these `scripts`, and whose pages ask for the style sheet `late` after their own.
 * For each page that is: the page with its styles in one place and no more of them than it needs, and what it needs of `late`; nothing for
 * a page without styles. Throws where a style names a color of the palette that is not there.
 */
export function presser(scripts: string, late: string) {
	const variables = late.match(/(?<=var\()--[\w-]+/g) ?? [];
	const known = new Set([...(scripts.match(word) ?? []), ...(late.match(/(?<=\.)[a-z][\w-]+/g) ?? [])]);
	// Most pages come with the same one.
	const sheets = new Map<string, string>();
	return async (html: string) => {
		const page = html
			// A second block would cost a hash and say nothing.
			.replace(/<style>([^]*?)<\/style>((?:(?!<\/head>)[^])*?<style>)/, '$2$1')
			// Astro names a font family by the path of its file on this machine; the same commit makes the same bytes everywhere.
			.replaceAll(/\bFraunces-[\da-f]{16}\b/g, 'Fraunces');
		const [sheet] = style.exec(page) ?? [];
		if (!sheet) return undefined;
		const valued = sheets.get(sheet) ?? inlineValues(sheet);
		sheets.set(sheet, valued);
		// Names stand in tags, and there in few values: what is read, or leads elsewhere, names nothing.
		const names = [...new Set(page.match(tag))].join('').replace(/(\s(?!class|type)[\w-]+)="[^"]*"/g, '$1');
		const content: RawContent[] = [{ raw: names, extension: 'html' }];
		// Of all scripts, only the form's draws elements of its own.
		if (page.includes('<form')) content.push({ raw: scripts, extension: 'js' });
		const [lean = postcss.root(), rest = postcss.root()] = await purge([valued, late], content, variables);
		const short = rename(lean, [...new Set(names.match(classList))], (name) => known.has(name));
		const property = namer();
		const named = (root: Root) => root.toString().replace(/--[a-z][\w-]*/g, (name) => `--${property(name)}`);
		const renamed = (list: string) => [...new Set(list.split(' ').map((name) => short.get(name) ?? name))].join(' ');
		return {
			page: page.replace(style, () => named(lean)).replace(tag, (written) => written.replace(classList, renamed)),
			late: named(rest),
		};
	};
}

/** Characters of a page and all of its styles that fit into the first flight with room to spare: compressed, a third is left. */
const small = 30_000;

const read = (file: string) => readFile(file, 'utf8');
const find = async (pattern: string) => (await Array.fromAsync(glob(pattern))).sort();

/**
 * Presses every page of a built site. What is late stays in a file for a long page only: on a small one it would be a request that costs
 * more than its bytes. Throws when the second style sheet of the site is not one file.
 */
export async function pressPages(folder: string): Promise<void> {
	const [lateFile = '', ...others] = await find(`${folder}/_astro/*.css`);
	if (!lateFile || others.length > 0) throw new Error('The site has one style sheet beside its pages: late.css.');
	const all = await read(lateFile);
	const scripts = (await Promise.all((await find(`${folder}/_astro/*.js`)).map(read))).join('\n');
	const press = presser(scripts, all);
	for (const file of await find(`${folder}/**/*.html`)) {
		const pressed = await press(await read(file));
		if (!pressed) continue;
		const { page, late } = pressed;
		if (page.length + late.length < small) {
			const whole = page.replace(foot, '').replace(style, (sheet) => sheet + late);
			await writeFile(file, whole);
			continue;
		}
		const name = `late.${hash('sha256', late).slice(0, 8)}.css`;
		await writeFile(`${folder}/_astro/${name}`, late);
		await writeFile(file, page.replace(basename(lateFile), name));
	}
	await rm(lateFile);
}
