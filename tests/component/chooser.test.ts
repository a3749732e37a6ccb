import { getAllByRole, getByRole, getByText } from '@testing-library/dom';
import { describe, expect, test } from 'vitest';
import Chooser from '../../src/components/Chooser.astro';
import { render } from '../support/render.ts';

const choice = (fits: string) => ({
	id: fits,
	data: {
		question: `A ${fits} day?`,
		fits,
		reason: `Because of ${fits}.`,
		section: { collection: 'sections', id: `about-${fits}` },
	},
});
const chooser = async (...fits: string[]) => {
	const { root } = await render(Chooser, {
		choices: fits.map(choice),
		words: { question: 'What brings you in?', hint: 'Pick one.' },
		appointment: '#form',
	});
	return { root, answers: [...root.querySelectorAll('details')] };
};

describe('Chooser', () => {
	test('asks its question in a heading that names the part of the page', async () => {
		const { root } = await chooser('spa');
		expect(getByRole(root, 'region', { name: 'What brings you in?' }).textContent).toContain('Pick one.');
		expect(getByRole(root, 'heading', { level: 2 }).textContent.trim()).toBe('What brings you in?');
	});

	test('folds each answer below the reader’s own words, all closed, one open at a time', async () => {
		const { answers } = await chooser('spa', 'medical', 'both');
		expect(answers.map((answer) => answer.querySelector('summary')?.textContent.trim())).toEqual([
			'A spa day?',
			'A medical day?',
			'A both day?',
		]);
		expect(answers.map((answer) => answer.getAttribute('name'))).toEqual(['choice', 'choice', 'choice']);
		expect(answers.filter((answer) => answer.open)).toEqual([]);
	});

	test.each([
		['spa', 'Spa massage fits', 'unwind'],
		['medical', 'Medical massage fits', 'fix'],
		['both', 'Both have their place', 'unsure'],
	])('says of %s which kind fits, and what the form takes over', async (fits, words, goal) => {
		const [answer] = (await chooser(fits)).answers;
		if (!answer) throw new Error('There is no answer.');
		expect(getByText(answer, words).tagName).toBe('P');
		expect(getByText(answer, `Because of ${fits}.`).tagName).toBe('P');
		expect(answer.dataset['goal']).toBe(goal);
	});

	test('has an address inside each answer, so that a link opens it', async () => {
		const { answers } = await chooser('spa', 'medical');
		expect(answers.map((answer) => answer.querySelector(':scope > :not(summary)')?.id)).toEqual([
			'choice-spa',
			'choice-medical',
		]);
	});

	test('says what the editor wrote as the answer', async () => {
		const written = choice('both');
		const { screen } = await render(Chooser, {
			choices: [{ ...written, data: { ...written.data, answer: 'First one, then the other' } }],
			words: { question: 'What?', hint: 'Pick.' },
			appointment: '#form',
		});
		expect(screen.getByText('First one, then the other')).toBeDefined();
		expect(screen.queryByText('Both have their place')).toBeNull();
	});

	test('leads on to the section that says more and to the form', async () => {
		const { answers } = await chooser('spa', 'medical');
		const targets = answers.map((answer) =>
			getAllByRole(answer, 'link', { hidden: true }).map((a) => a.getAttribute('href')),
		);
		expect(targets).toEqual([
			['#form', '#about-spa'],
			['#form', '#about-medical'],
		]);
	});
});
