import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { readChoices, type Choice } from '../support/choices.ts';
import { chooser } from './pages/chooser.ts';
import { appointment } from './pages/form.ts';
import { phone, visitSite } from './setup.ts';

const visit = visitSite();
const choices = await readChoices();
const verdicts = { spa: 'Spa massage fits', medical: 'Medical massage fits', both: 'Both have their place' };
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

describe.each([true, false])('the chooser, scripts: %s', (javaScriptEnabled) => {
	test('says for each answer which kind fits and why, one at a time', async () => {
		const page = await visit.open('/', { javaScriptEnabled, viewport: phone });
		for (const choice of choices) {
			await answer(page, choice);
			expect(await chooser(page).says(choice, verdicts[choice.fits]).isVisible()).toBe(true);
			const shown = await Promise.all(choices.map((other) => chooser(page).reason(other).isVisible()));
			expect(choices.filter((_, i) => shown[i])).toEqual([choice]);
		}
	});

	test('leads from each answer to the section that says more', async () => {
		const page = await visit.open('/', { javaScriptEnabled });
		for (const choice of choices) {
			await answer(page, choice);
			await chooser(page).more(choice).click();
			expect(new URL(page.url()).hash).toBe(`#${choice.section}`);
			const heading = page.locator(`#${choice.section}`).getByRole('heading', { level: 2 }).first();
			expect(await heading.isVisible()).toBe(true);
		}
	});
});

describe('the goal in the form', () => {
	test.each(['spa', 'medical'] as const)(
		'takes over the answer “%s”, picked before the form’s script came',
		async (fits) => {
			const page = await visit.open('/', { viewport: phone });
			await answer(page, pick(fits));
			await appointment(page).ready();
			await goalIs(page, goals[fits]);
		},
	);

	test.each(['spa', 'medical'] as const)(
		'takes over the answer “%s”, picked after the form’s script came',
		async (fits) => {
			const page = await visit.open('/', { viewport: phone });
			await appointment(page).ready();
			await goalIs(page, goals.both);
			await answer(page, pick(fits));
			await goalIs(page, goals[fits]);
		},
	);

	test('follows a reader who thinks again in the chooser', async () => {
		const page = await visit.open('/', { viewport: phone });
		await appointment(page).ready();
		for (const fits of ['spa', 'medical', 'both'] as const) {
			await answer(page, pick(fits));
			await goalIs(page, goals[fits]);
		}
	});

	test.each(['unwind', 'fix'])('is chosen by a link with ?goal=%s', async (goal) => {
		const page = await visit.open(`/contact/?goal=${goal}`);
		await appointment(page).ready();
		await goalIs(page, goal === 'fix' ? goals.medical : goals.spa);
	});

	test('stays as it is for a link with a goal that does not exist', async () => {
		const page = await visit.open('/contact/?goal=%3Cscript%3E');
		await appointment(page).ready();
		await goalIs(page, goals.both);
	});

	test.each([goals.spa, goals.both])('stays “%s” when the visitor has chosen that in the form', async (chosen) => {
		const page = await visit.open('/', { viewport: phone });
		await appointment(page).ready();
		// A key, as a click on the option that is chosen from the start would change nothing.
		await page.getByRole('radio', { name: goals.medical }).check();
		await page.getByRole('radio', { name: chosen }).check();
		await answer(page, pick('medical'));
		await appointment(page).ready();
		await goalIs(page, chosen);
	});

	test('stays what the visitor chose before the script came, whatever the link says', async () => {
		let release = () => {};
		const held = new Promise<void>((resolve) => (release = resolve));
		const page = await visit.open('/contact/?goal=fix', {}, (page) =>
			page.route('**/mount*.js', async (route) => {
				await held;
				await route.continue();
			}),
		);
		await page.getByRole('radio', { name: goals.spa }).check();
		release();
		await appointment(page).ready();
		await goalIs(page, goals.spa);
	});
});
