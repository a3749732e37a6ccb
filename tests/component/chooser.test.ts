import { getAllByRole } from '@testing-library/dom';
import { expect, test } from 'vitest';
import Chooser from '../../src/components/Chooser.astro';
import { textOf } from '../support/page.ts';
import { render } from '../support/render.ts';

const choice = (fits: string) => ({
	id: fits,
	data: {
		...{ question: `A ${fits} day?`, fits, answer: `The ${fits} answer`, reason: `Because of ${fits}.` },
		section: { collection: 'sections', id: `about-${fits}` },
	},
});
const words = { question: 'What brings you in?', hint: 'Pick one.' };
const choices = ['spa', 'medical', 'both'].map(choice);
const { root, screen } = await render(Chooser, { choices, words, appointment: '#form' });
const answers = [...root.querySelectorAll('details')];

test('asks its question in a heading that names the part of the page', () => {
	const region = screen.getByRole('region', { name: 'What brings you in?' });
	expect(getAllByRole(region, 'heading', { level: 2 }).map(textOf)).toEqual(['What brings you in?']);
	expect(region.textContent).toContain('Pick one.');
});

test('folds each answer below the reader’s own words, all closed, one open at a time', () => {
	const questions = answers.map((answer) => textOf(answer.querySelector('summary') ?? root));
	expect(questions).toEqual(['A spa day?', 'A medical day?', 'A both day?']);
	expect(answers.filter(({ open }) => open)).toEqual([]);
	expect(new Set(answers.map((answer) => answer.getAttribute('name'))).size).toBe(1);
});

test('gives each answer an address, the reason, what the form takes over, and the ways on', () => {
	const told = answers.map((answer) => ({
		...{ goal: answer.dataset['goal'], id: answer.children[1]?.id, text: textOf(answer.children[1] ?? root) },
		links: getAllByRole(answer, 'link', { hidden: true }).map((link) => link.getAttribute('href')),
	}));
	const goals = { spa: 'unwind', medical: 'fix', both: 'unsure' };
	expect(told).toEqual(
		Object.entries(goals).map(([fits, goal]) => ({
			...{ goal, id: `choice-${fits}`, links: ['#form', `#about-${fits}`] },
			text: expect.stringContaining(`The ${fits} answer Because of ${fits}.`) as string,
		})),
	);
});
