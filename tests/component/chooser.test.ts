import { getAllByRole } from '@testing-library/dom';
import { describe, expect, test } from 'vitest';
import Chooser from '../../src/components/Chooser.astro';
import { render } from '../support/render.ts';

const choice = (fits: string) => ({
	id: fits,
	data: {
		question: `A ${fits} day?`,
		fits,
		answer: `The ${fits} answer`,
		reason: `Because of ${fits}.`,
		section: { collection: 'sections', id: `about-${fits}` },
	},
});
const chooser = async (...fits: string[]) => {
	const words = { question: 'What brings you in?', hint: 'Pick one.' };
	const { root, screen } = await render(Chooser, { choices: fits.map(choice), words, appointment: '#form' });
	return { screen, answers: [...root.querySelectorAll('details')] };
};

describe('Chooser', () => {
	test('asks its question in a heading that names the part of the page', async () => {
		const { screen } = await chooser('spa');
		expect(screen.getByRole('region', { name: 'What brings you in?' }).textContent).toContain('Pick one.');
		expect(screen.getByRole('heading', { level: 2 }).textContent).toBe('What brings you in?');
	});

	test('folds each answer below the reader’s own words, all closed, one open at a time', async () => {
		const { answers } = await chooser('spa', 'medical', 'both');
		expect(answers.filter(({ open }) => open)).toEqual([]);
		expect(answers.map((answer) => answer.querySelector('summary')?.textContent)).toEqual([
			'A spa day?',
			'A medical day?',
			'A both day?',
		]);
		expect(new Set(answers.map((answer) => answer.getAttribute('name'))).size).toBe(1);
	});

	test.each([
		['spa', 'unwind'],
		['medical', 'fix'],
		['both', 'unsure'],
	])('gives the answer for %s, the reason, and what the form takes over', async (fits, goal) => {
		const [answer] = (await chooser(fits)).answers;
		expect(answer?.textContent).toMatch(new RegExp(`The ${fits} answer\\s*Because of ${fits}\\.`));
		expect(answer?.dataset['goal']).toBe(goal);
	});

	test('has an address inside each answer, and leads on to the form and to the section that says more', async () => {
		const { answers } = await chooser('spa', 'medical');
		expect(answers.map((answer) => answer.querySelector(':scope > :not(summary)')?.id)).toEqual([
			'choice-spa',
			'choice-medical',
		]);
		const targets = answers.map((answer) =>
			getAllByRole(answer, 'link', { hidden: true }).map((link) => link.getAttribute('href')),
		);
		expect(targets).toEqual([
			['#form', '#about-spa'],
			['#form', '#about-medical'],
		]);
	});
});
