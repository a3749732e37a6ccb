import { expect, test } from 'vitest';
import { visitSite } from '../../support/visit.ts';
import { atTheForm } from './visitor.ts';

const visit = visitSite();

test.each(['light', 'dark'] as const)('has legible autofilled fields in the %s theme', async (colorScheme) => {
	const ada = await atTheForm(visit, { options: { colorScheme } });
	const session = await ada.page.context().newCDPSession(ada.page);
	await session.send('DOM.enable');
	await session.send('CSS.enable');
	const { root } = await session.send('DOM.getDocument');
	const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: '#field-name' });
	await session.send('CSS.forcePseudoState', { nodeId, forcedPseudoClasses: ['autofill'] });
	const style = await ada.field('name').evaluate((field) => {
		const { webkitTextFillColor, boxShadow } = getComputedStyle(field);
		return { webkitTextFillColor, boxShadow, text: getComputedStyle(document.body).color };
	});
	expect(style.webkitTextFillColor).toBe(style.text);
	expect(style.boxShadow).toContain('inset');
});

test('stays true in a translation that replaces each text', async () => {
	const ada = await atTheForm(visit, {
		words: {},
		before: (page) =>
			page.addInitScript(() => {
				/** As translators do: text nodes become elements, at once and after each change. */
				function translate(root: Node): void {
					const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
					const texts: Text[] = [];
					while (walker.nextNode()) texts.push(walker.currentNode as Text);
					for (const text of texts) {
						if (!text.data.trim() || text.parentElement?.closest('font, script, style, textarea')) continue;
						const font = document.createElement('font' as string);
						font.textContent = `~${text.data}~`;
						text.replaceWith(font);
					}
				}
				addEventListener('DOMContentLoaded', () => {
					translate(document.body);
					new MutationObserver((changes) => changes.forEach(({ target }) => translate(target))).observe(document.body, {
						...{ childList: true, subtree: true, characterData: true },
					});
				});
			}),
	});
	const { page } = ada;
	const texts = () => page.locator('form').innerText();
	const send = () => page.locator('[type=submit]').click();
	const told = (words: string) =>
		page
			.locator('.panel h2')
			.filter({ hasText: `~${words}~` })
			.waitFor();
	await send();
	await told('There is a problem');
	expect(await texts()).toContain('~Enter your name~');
	await ada.write({ name: 'Ada', email: 'ada@' });
	await expect.poll(texts).not.toContain('Enter your name');
	await expect.poll(texts).toContain('~Enter an e-mail address like name@example.com~');
	expect(await texts()).not.toContain('Enter an e-mail address or a phone number');
	await ada.write({ email: 'ada@example.com' });
	await expect.poll(() => page.locator('.error').count()).toBe(0);
	visit.inbox.setFault('silent');
	await send();
	await page.locator('[role=status]').filter({ hasText: '~Sending.~' }).waitFor();
	await ada.kept();
	visit.inbox.setFault('refused');
	visit.inbox.release();
	await page.locator('.panel h2').filter({ hasText: '~Your request has been sent~' }).waitFor();
	await page.getByRole('button', { name: 'Send another request' }).click();
	await ada.write({ name: 'Ada', email: 'ada@example.com' });
	await send();
	await told('The form is not working');
	expect(await texts()).not.toContain('Sending.');
	await page.getByRole('button', { name: 'Clear the form' }).click();
	await expect.poll(texts).not.toContain('not working');
});
