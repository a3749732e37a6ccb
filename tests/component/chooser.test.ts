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
		['spa', 'Spa massage fits', 'unwind', ['spa']],
		['medical', 'Medical massage fits', 'fix', ['medical']],
		['both', 'Both have their place', 'unsure', ['spa', 'medical']],
	])(
		'says of %s which kind fits, in words and in shapes, and what the form takes over',
		async (fits, verdict, goal, shapes) => {
			const [answer] = (await chooser(fits)).answers;
			if (!answer) throw new Error('There is no answer.');
			expect(getByText(answer, verdict).tagName).toBe('P');
			expect(getByText(answer, `Because of ${fits}.`).tagName).toBe('P');
			expect(answer.dataset['goal']).toBe(goal);
			const drawn = [...answer.querySelectorAll('use')].map((use) => use.getAttribute('href'));
			expect(drawn).toEqual(shapes.map((kind) => `#current-${kind}`));
		},
	);

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
