import { describe, expect, test } from 'vitest';
import Contents from '../../src/components/Contents.astro';
import { render } from '../support/render.ts';

describe('Contents', () => {
	test('links to each section by its short name, in order, in a navigation with a name', async () => {
		const sections = ['First', 'Second', 'Third'].map((short) => ({
			id: short.toLowerCase(),
			data: { short, title: `${short} at length` },
		}));
		const { screen } = await render(Contents, { sections });
		expect(
			screen.getByRole('navigation', { name: 'On this page', hidden: true }).querySelectorAll('ol > li'),
		).toHaveLength(3);
		const links = screen.getAllByRole('link', { hidden: true });
		expect(links.map((link) => [link.textContent.trim(), link.getAttribute('href')])).toEqual([
			['First', '#first'],
			['Second', '#second'],
			['Third', '#third'],
		]);
	});

	test('folds without a script', async () => {
		const { root } = await render(Contents, { sections: [{ id: 'one', data: { short: 'One' } }] });
		expect(root.querySelector('details > summary')?.textContent.trim()).toBe('On this page');
	});
});
