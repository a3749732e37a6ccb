import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { phone, visitSite } from '../support/visit.ts';
import { chooser, choices, type Choice } from './pages/chooser.ts';
import { appointment } from './pages/form.ts';

const visit = visitSite();
const goals = { spa: 'To unwind', medical: 'To get something fixed', both: 'Not sure yet' };
const pick = (fits: Choice['fits']) => {
	const choice = choices.find((choice) => choice.fits === fits);
	if (!choice) throw new Error(`No answer of the chooser leads to “${fits}”.`);
	return choice;
};
const answer = async (page: Page, choice: Choice) => {
	await chooser(page).answer(choice).click();
	await chooser(page).reason(choice).waitFor();
};
const goalIs = (page: Page, goal: string) => expect.poll(() => chooser(page).goal()).toBe(goal);

test.each([true, false])(
	'opens one answer at a time and leads from it to its section, scripts: %s',
	async (scripts) => {
		const page = await visit.open('/', { javaScriptEnabled: scripts, viewport: phone });
		for (const choice of choices) {
			await answer(page, choice);
			const shown = await Promise.all(choices.map((other) => chooser(page).reason(other).isVisible()));
			expect(choices.filter((_, i) => shown[i])).toEqual([choice]);
			await chooser(page).more(choice).click();
			expect(new URL(page.url()).hash).toBe(`#${choice.section}`);
			await page.goBack();
		}
	},
);

describe('the goal in the form', () => {
	test.each(['spa', 'medical'] as const)('takes over the answer “%s”, picked before the script came', async (fits) => {
		const page = await visit.open('/', { viewport: phone });
		await answer(page, pick(fits));
		await appointment(page).ready();
		await goalIs(page, goals[fits]);
	});

	test.each([
		['unwind', goals.spa],
		['fix', goals.medical],
		['%3Cscript%3E', goals.both],
	])('is chosen by a link with ?goal=%s', async (goal, chosen) => {
		const page = await visit.open(`/contact/?goal=${goal}`);
		await appointment(page).ready();
		await goalIs(page, chosen);
	});

	test.each([goals.spa, goals.both])('stays “%s” when the visitor has chosen that in the form', async (chosen) => {
		const page = await visit.open('/', { viewport: phone });
		await appointment(page).ready();
		await page.getByRole('radio', { name: goals.medical }).check();
		await page.getByRole('radio', { name: chosen }).check();
		await answer(page, pick('medical'));
		await appointment(page).ready();
		await goalIs(page, chosen);
	});
});
