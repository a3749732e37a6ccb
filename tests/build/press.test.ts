import { readFile } from 'node:fs/promises';
import { beforeAll, describe, expect, test } from 'vitest';
import { presser } from '../../src/tools/press.ts';
import { builtPages, type BuiltPage } from '../support/page.ts';
import { sites } from '../support/sites.ts';

/** A page and all styles that reach it: its own, and on the long guide those of the file at its foot. */
let styled: (BuiltPage & { css: string })[];
beforeAll(async () => {
	const late = async ({ name, document }: BuiltPage) => {
		const { folder, base } = name.startsWith('connected') ? sites.connected : sites.unconnected;
		const links = [...document.querySelectorAll('link[rel="stylesheet"]')];
		expect(links, name).toHaveLength(document.querySelector('.guide') ? 1 : 0);
		return links.length === 0
			? ''
			: readFile(`${folder}/${(links[0]?.getAttribute('href') ?? '').slice(base.length)}`, 'utf8');
	};
	styled = await Promise.all(
		(await builtPages()).map(async (page) => ({
			...page,
			css: `${page.document.querySelector('style')?.textContent ?? ''}${await late(page)}`,
		})),
	);
	expect(styled.length).toBeGreaterThan(10);
});
const all = (css: string, pattern: RegExp) => new Set([...css.matchAll(pattern)].map(([, name = '']) => name));

test('every value that a page’s styles ask for by name is set on that page', () => {
	for (const { name, css } of styled) {
		const asked = all(css, /var\((--[\w-]+)/g);
		expect(asked.size, name).toBeGreaterThan(10);
		expect([...asked.difference(all(css, /(--[\w-]+):/g))], name).toEqual([]);
	}
});

test('nothing that only helps whoever writes styles is sent', () => {
	for (const { name, css } of styled) expect(css.match(/\/\*|--palette|--tw-|\{\}/g), name).toBeNull();
});

test('gives every class on a page a short name or that of a part, and none that is taken for an advertisement', () => {
	for (const { name, document } of styled) {
		const names = [...document.querySelectorAll('[class]')].flatMap((element) => [...element.classList]);
		expect(names.length, name).toBeGreaterThan(20);
		expect(
			names.filter((each) => /[^\w-]|-\d|^ads?$/i.test(each)),
			name,
		).toEqual([]);
	}
});

describe('pressing a page', () => {
	const sheet = `@layer utilities{.mt-2{margin-top:2px}.sm\\:flex{display:flex}.gone{color:red}.drawn{color:blue}}
@layer parts{.part>p:hover{color:var(--ink)}.part[open]{--ink:red}.other p{color:red}}:focus-visible{outline:0}`;
	const html = (body: string, css = sheet) => `<head><style>${css}</style></head><body>${body}</body>`;
	const pressed = async (body: string, scripts = '', css = sheet) => {
		const result = await presser(scripts, '.part{color:var(--late)}.gone{top:0}')(html(body, css));
		if (!result) throw new Error('Nothing was pressed.');
		return result;
	};
	const body = '<div class="part mt-2" title="a > b"><p class="sm:flex">class="mt-2"</p></div>';

	test('gives utilities short names in styles and elements, and nowhere else', async () => {
		const { page } = await pressed(body);
		expect(page).toContain('<div class="part b" title="a > b"><p class="c">class="mt-2"</p></div>');
		expect(page).toContain('.b{margin-top:2px}.c{display:flex}');
	});

	test('gives one name to utilities that always stand together, and only to those', async () => {
		const { page } = await pressed(
			'<p class="mt-2 sm:flex"></p><p class="sm:flex drawn mt-2"></p><p class="drawn"></p>',
		);
		expect(page).toContain('<p class="b"></p><p class="b c"></p><p class="c"></p>');
		expect(page).toContain('.b{margin-top:2px}.b{display:flex}.c{color:blue}');
		expect((await pressed('<p class="mt-2"></p><p class="mt-2 sm:flex"></p>')).page).toContain('<p class="b c"></p>');
	});

	test('keeps what is used in any state, and takes out the rest', async () => {
		const { page, late } = await pressed(body);
		expect(page).toContain('.part>p:hover{color:var(--b)}.part[open]{--b:red}');
		expect(page).toContain(':focus-visible');
		expect(page).not.toMatch(/gone|drawn|other/);
		expect(late).toBe('.part{color:var(--c)}');
	});

	test('keeps what the form’s script draws, by the name that the script knows', async () => {
		const form = `${body}<form></form>`;
		expect((await pressed(form, 'h("p",{class:"drawn"})')).page).toContain('.drawn{color:blue}');
		expect((await pressed(body, 'h("p",{class:"drawn"})')).page).not.toContain('color:blue');
	});

	test('keeps a value that only the later styles ask for', async () => {
		const css = ':root{--late:red;--never:blue}';
		const { page, late } = await pressed(body, '', css);
		expect(page).toContain(':root{--b:red}');
		expect(late).toBe('.part{color:var(--b)}');
	});

	test('refuses a color that the palette does not have', async () => {
		await expect(pressed(body, '', '.part{color:var(--palette-puce)}')).rejects.toThrow('--palette-puce');
	});

	test('puts two blocks of styles into one, and leaves a page without any alone', async () => {
		const two = `<head><style>p{top:0}</style><meta><style>p{left:0}</style></head><p></p>`;
		expect((await presser('', '')(two))?.page).toBe('<head><meta><style>p{top:0}p{left:0}</style></head><p></p>');
		expect(await presser('', '')('<p></p>')).toBeUndefined();
	});
});
