import type { Page } from 'playwright-core';
import type { Choice } from '../../support/choices.ts';

/** “What brings you in today?”, as a reader meets it. */
export const chooser = (page: Page) => ({
	answer: ({ question }: Choice) => page.getByText(question, { exact: true }),
	/** The opened answer's own words. */
	says: ({ question }: Choice, words: string) =>
		page.getByRole('group').filter({ hasText: question }).getByText(words, { exact: true }),
	reason: ({ reason }: Choice) => page.getByText(reason, { exact: true }),
	more: (choice: Choice) =>
		page.getByRole('group').filter({ hasText: choice.question }).getByRole('link', { name: 'Read more' }),
	/** The form's goal, by the words beside the chosen option. */
	goal: () =>
		page
			.getByRole('group', { name: 'What do you want' })
			.getByRole('radio', { checked: true })
			.evaluate((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent),
});
