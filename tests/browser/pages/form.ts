import type { Page } from 'playwright-core';
import { fields, type FieldName } from '../../../src/form/fields.ts';

const labelOf = (name: FieldName) => fields.find((field) => field.name === name)?.label ?? name;

/** The appointment form, as a visitor meets it. */
export const appointment = (page: Page) => ({
	field: (name: FieldName) => page.getByRole('form').getByRole('textbox', { name: labelOf(name) }),
	send: () => page.getByRole('button', { name: 'Send your request' }),
	summary: () => page.getByRole('group', { name: 'There is a problem' }),
	sent: () => page.getByRole('group', { name: 'Your request has been sent' }),
	/** Brings the form into view, and waits until its script has taken over. */
	async ready() {
		await page.getByRole('form').scrollIntoViewIfNeeded();
		await page.getByRole('button', { name: 'Clear the form' }).waitFor();
	},
	/** Types as a person does: what a page forbids to type does not get in. */
	async fill(values: Partial<Record<FieldName, string>>) {
		for (const [name, value] of Object.entries(values)) {
			const field = this.field(name as FieldName);
			await field.press('ControlOrMeta+a');
			await field.pressSequentially(value);
		}
	},
});
