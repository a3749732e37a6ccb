import { describe, expect, test } from 'vitest';
import Header from '../../src/components/Header.astro';
import Hero from '../../src/components/Hero.astro';
import { textOf } from '../support/page.ts';
import { render } from '../support/render.ts';

const door = (name: string) => ({ name, sentence: `What ${name} is.`, choose: `When to choose ${name}.` });
const guide = { kicker: 'For you', title: 'Which one?', lead: 'Both.', spa: door('Calm'), medical: door('Work') };
const choices = ['both', 'medical', 'spa'].map((fits) => ({ id: `an-${fits}-day`, data: { fits } }));
const hero = (props: object = {}) => render(Hero, { guide, choices, appointment: '#form', ...props });
const address = (link: Element) => link.getAttribute('href');
const linksIn = (root: Element) => [...root.querySelectorAll('a')].map((link) => [textOf(link), address(link)]);

describe('Hero', () => {
	test('asks its question, and makes each door one link to the answer of its kind, spa first', async () => {
		const { screen } = await hero();
		expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Which one?');
		const doors = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.closest('a'));
		expect(
			doors.map((door) => door && [address(door), ...Array.from(door.children, ({ textContent }) => textContent)]),
		).toEqual([
			['#choice-an-spa-day', 'Calm', 'When to choose Calm.', 'What Calm is.'],
			['#choice-an-medical-day', 'Work', 'When to choose Work.', 'What Work is.'],
		]);
	});

	test('leads to the chooser where no answer is of that kind', async () => {
		const { screen } = await hero({ choices: [] });
		expect(address(screen.getByRole('link', { name: /Calm/ }))).toBe('#chooser');
	});

	test('offers the form, and the chooser to those who are not sure', async () => {
		const { screen } = await hero();
		expect(address(screen.getByRole('link', { name: 'Request an appointment' }))).toBe('#form');
		expect(address(screen.getByRole('link', { name: /Not sure/ }))).toBe('#chooser');
	});
});

test('Header: names the clinic, and holds links and sections in a menu that folds without a script', async () => {
	const { root, screen } = await render(Header, {
		clinic: { name: 'A Clinic' },
		links: [{ href: '/team/', label: 'Team' }],
		appointment: '/contact/',
		sections: [{ href: '/#first', label: 'First' }],
	});
	expect(address(screen.getByRole('link', { name: 'A Clinic' }))).toBe('/');
	expect(root.querySelector('details > summary')?.textContent.trim()).toBe('Menu');
	expect(linksIn(screen.getByRole('navigation', { name: 'Site', hidden: true }))).toEqual([
		['Team', '/team/'],
		['Request an appointment', '/contact/'],
		['First', '/#first'],
	]);
});
