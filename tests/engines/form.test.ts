import { expect, test } from 'vitest';
import { desk, inEachEngine, phone, type Stage } from './in-each-engine.ts';
import type { Visitor } from './visitor.ts';

const text = { name: 'Ada Vann', email: 'ada@example.com', message: 'Mornings are best' };
const submit = 'form [type=submit]';

/** What the fields hold that `text` fills. Empty where there is no form. */
const held = (visitor: Visitor) =>
	visitor.js(
		(names) =>
			names.map((name) => document.querySelector<HTMLInputElement>(`form [name="${name}"]`)?.value ?? '').join(),
		Object.keys(text),
	);

/** The heading of the message that has the focus. */
async function news(visitor: Visitor): Promise<string | undefined> {
	await visitor.until('a message takes the focus', () => document.activeElement?.querySelector(':scope :is(h2, h3)'));
	return visitor.js(() => document.activeElement?.querySelector('h2, h3')?.textContent);
}

/** The shortest page with a form. */
const pageOf = ({ site }: Stage): string =>
	[...site.pages].filter(([, { html }]) => html.includes('<form')).sort(([, a], [, b]) => a.html.length - b.html.length)[0]?.[0] ?? '';

inEachEngine((stage) => {
	async function fill(settings = phone): Promise<Visitor> {
		const visitor = await stage.visit(pageOf(stage), settings);
		await visitor.atForm();
		for (const [name, words] of Object.entries(text)) await visitor.fill(name, words);
		return visitor;
	}

	test('says what became of a request: sent, refused, or unknown', async () => {
		const visitor = await fill();
		const said = new Set();
		for (const fault of ['429', 'cut-body', undefined] as const) {
			stage.site.inbox.setFault(fault);
			await visitor.js(() => (document.activeElement as HTMLElement).blur());
			await visitor.click(submit);
			said.add(await news(visitor));
			expect(await held(visitor)).toBe(fault ? Object.values(text).join() : ',,');
		}
		expect(said.size).toBe(3);
		expect(stage.site.inbox.messages.at(-1)?.fields).toMatchObject(text);
		expect(await visitor.js(() => JSON.stringify(sessionStorage))).not.toContain(text.message);
	});

	test.each([phone, desk])('keeps what was written through a reload and on the way back at $width px', async (size) => {
		const visitor = await fill(size);
		await visitor.reload();
		await visitor.atForm();
		expect(await held(visitor)).toBe(Object.values(text).join());
		await visitor.open('/');
		await visitor.back();
		await visitor.atForm();
		expect(await held(visitor)).toBe(Object.values(text).join());
	});

	test('sends without scripts, and leads back to the site', async () => {
		const path = pageOf(stage);
		const visitor = await stage.visit(path, { ...phone, scripts: false });
		for (const [name, words] of Object.entries(text)) await visitor.fill(name, words);
		await visitor.click(submit);
		await visitor.until('another page', (path) => location.pathname !== path && document.querySelector('h1'), path);
		expect([...stage.site.pages.keys()]).toContain(await visitor.js(() => location.pathname));
		expect(stage.site.inbox.messages.map(({ fields }) => fields)).toMatchObject([text]);
	});

	test.each([phone, desk])('shows the field that is missing as a whole, without scripts, at $width px', async (size) => {
		const visitor = await stage.visit(pageOf(stage), { ...size, scripts: false });
		await visitor.click(submit);
		await visitor.until('the field has the focus', () => document.activeElement?.matches('form [name=name]'));
		const covered = await visitor.js(() => {
			const field = document.activeElement;
			const { left, top, bottom } = field?.getBoundingClientRect() ?? new DOMRect();
			return [top + 2, bottom - 2].map((y) => document.elementFromPoint(left + 9, y) === field);
		});
		expect(covered).toEqual([true, true]);
	});
});
