import { components } from '../../schemas/components.ts';

/** The tags around a part of prose, from the fields that it takes. One without fields holds paragraphs. */
const parts = Object.entries(components).map(([name, { shape }]) => {
	const fields = Object.keys(shape).map((field) => ` ${field}=""`);
	const space = fields.length ? '' : '\n\n';
	return { name, open: `<${name}${fields.join('')}>${space}`, close: `${space}</${name}>` };
});

/** Puts a button for each part above the text of a section. It writes the part around what is selected. */
export function offerParts(): void {
	new MutationObserver(() => {
		const toolbar = document.querySelector<HTMLElement>('[aria-label="Text Editor"]:not(:has(+ menu))');
		const text = toolbar?.closest('[role=group]')?.querySelector('textarea');
		if (!toolbar || !text || !location.hash.startsWith('#/collections/sections/')) return;
		const menu = document.createElement('menu');
		menu.style.cssText = 'display: flex; flex-wrap: wrap; gap: 4px 12px; margin: 0; padding: 8px 16px';
		for (const { name, open, close } of parts) {
			const button = Object.assign(document.createElement('button'), { type: 'button', textContent: `Add ${name}` });
			button.addEventListener('click', () => {
				const { selectionStart: from, selectionEnd: to } = text;
				text.setRangeText(open + text.value.slice(from, to) + close, from, to, 'end');
				text.dispatchEvent(new InputEvent('input', { bubbles: true }));
				text.focus();
			});
			menu.append(button);
		}
		toolbar.after(menu);
		toolbar.style.display = 'none';
	}).observe(document.body, { childList: true, subtree: true });
}
