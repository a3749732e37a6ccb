import { expect, test } from 'vitest';
import Therapist from '../../src/components/Therapist.astro';
import { textOf } from '../support/page.ts';
import { render } from '../support/render.ts';

const letter = (term: string) => ({
	...{ id: term.toLowerCase(), term, standsFor: `Words for ${term}`, meaning: 'Training.' },
});
function show(name: string, letters: string[] = [], props: object = {}) {
	const therapist = { id: 'ana-diaz', data: { name, knownFor: 'Stiff necks.' }, letters: letters.map(letter) };
	return render(Therapist, { therapist, level: 'h2', ...props }, '<p>Her story.</p>');
}

test.each([2, 3])('shows name, field and story at her own address, with a heading of level %i', async (level) => {
	const { screen } = await show('Ana Díaz', [], { level: `h${level}` });
	const article = screen.getByRole('article');
	expect(article.id).toBe('ana-diaz');
	expect(textOf(article)).toMatch(/Ana Díaz Stiff necks. Her story./);
	expect(screen.getByRole('heading', { level }).textContent).toBe('Ana Díaz');
});

test('explains each of the letters on demand, and keeps them apart', async () => {
	const { root, screen } = await show('Ana Díaz', ['MMT', 'CNMT']);
	const buttons = screen.getAllByRole('button');
	expect(buttons.map((button) => button.getAttribute('popovertarget'))).toEqual(['term-mmt', 'term-cnmt']);
	expect(textOf(root)).toMatch(/Ana Díaz MMT.? CNMT/);
});

test('prints the meaning of the letters where they are explained, and no empty line without letters', async () => {
	const { root, screen } = await show('Ana Díaz', ['MMT', 'CNMT'], { explained: true });
	expect(screen.queryAllByRole('button')).toEqual([]);
	expect(screen.getAllByRole('term').map(textOf)).toEqual(['MMT: Words for MMT', 'CNMT: Words for CNMT']);
	const bare = await show('Ana Díaz', [], { explained: true });
	for (const { root: page } of [{ root }, bare])
		expect([...page.querySelectorAll('p, dl')].filter((element) => !element.textContent.trim())).toEqual([]);
});

test.each([
	['Cher', 'C'],
	['Élodie van der Berg', 'ÉvdB'],
])('draws the initials of %s where there is no photo, hidden from screen readers', async (name, initials) => {
	const { root, screen } = await show(name);
	expect(root.querySelector('[aria-hidden="true"]')?.textContent.replace(/\s+/g, '')).toBe(initials);
	expect(screen.queryByRole('img')).toBeNull();
});
