import { components } from '../../schemas/components.ts';

/** Puts a button for each part of prose above the text of a section. It writes the part around what is selected. */
export function offerParts(): void {
	new MutationObserver(() => {
		const toolbar = document.querySelector<HTMLElement>('[aria-label="Text Editor"]:not(:has(+ menu))');
		const text = toolbar?.closest('[role=group]')?.querySelector('textarea');
		if (!toolbar || !text || !location.hash.startsWith('#/collections/sections/')) return;
		const menu = document.createElement('menu');
		menu.style.cssText = 'display: flex; flex-wrap: wrap; gap: 4px 12px; margin: 0; padding: 8px 16px';
		for (const [name, { shape }] of Object.entries(components)) {
			const fields = Object.keys(shape).map((field) => ` ${field}=""`);
			// A part without fields holds paragraphs.
			const space = fields.length ? '' : '\n\n';
			const button = Object.assign(document.createElement('button'), { type: 'button', textContent: `Add ${name}` });
			button.addEventListener('click', () => {
				const { selectionStart: from, selectionEnd: to, value } = text;
				const part = `<${name}${fields.join('')}>${space}${value.slice(from, to)}${space}</${name}>`;
				text.setRangeText(part, from, to, 'end');
				text.dispatchEvent(new InputEvent('input', { bubbles: true }));
				text.focus();
			});
			menu.append(button);
		}
		toolbar.after(menu);
		toolbar.style.display = 'none';
	}).observe(document.body, { childList: true, subtree: true });
}
