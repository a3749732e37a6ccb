import { globSync, readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { parse } from 'yaml';
import { fixture } from '../../support/sites.ts';

export interface Choice {
	question: string;
	fits: 'spa' | 'medical' | 'both';
	reason: string;
	/** The id of the section that says more. */
	section: string;
}

/** The answers of the chooser on the fixture site. */
export const choices = globSync(`${fixture}/choices/*.md`)
	.map((file) => parse(readFileSync(file, 'utf8').split(/^---$/m)[1] ?? '') as Choice & { draft?: boolean })
	.filter(({ draft }) => !draft);
if (choices.length < 3) throw new Error('The fixture has no answers of each kind.');

/** “What brings you in today?”, as a reader meets it. */
export const chooser = (page: Page) => ({
	answer: ({ question }: Choice) => page.locator('summary').filter({ hasText: question }),
	reason: ({ reason }: Choice) => page.getByText(reason, { exact: true }),
	/** The last link of an answer; the one before leads to the form. */
	more: (choice: Choice) =>
		page.getByRole('group').filter({ hasText: choice.question }).locator(`a[href="#${choice.section}"]`).last(),
	/** The form's goal, by the words beside the chosen option. */
	goal: () =>
		page
			.getByRole('group', { name: 'What do you want' })
			.getByRole('radio', { checked: true })
			.evaluate((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent),
});
