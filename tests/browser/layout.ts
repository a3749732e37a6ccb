import type { Page } from 'playwright-core';

/** Lines of text that end outside the box they stand in, are cut off by a box around them, or cover other lines. */
export function brokenText(page: Page): Promise<string[]> {
	return page.evaluate(() => {
		const unseen = (element: Element) => getComputedStyle(element).clipPath !== 'none';
		const lines: { element: Element; words: string; box: DOMRect }[] = [];
		const faults: string[] = [];
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		while (walker.nextNode()) {
			const element = walker.currentNode.parentElement;
			const words = walker.currentNode.textContent?.trim();
			if (!element?.checkVisibility({ visibilityProperty: true }) || !words || element.closest('svg')) continue;
			const range = document.createRange();
			range.selectNodeContents(walker.currentNode);
			const around: Element[] = [];
			for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) around.push(at);
			if (around.some(unseen)) continue;
			const block = around.find((at) => !/^(inline|contents)$/.test(getComputedStyle(at).display));
			const clips = around.filter((at) => getComputedStyle(at).overflow !== 'visible');
			for (const box of range.getClientRects()) {
				if (box.width < 1 || box.right < 0) continue;
				lines.push({ element, words, box });
				// Extra space between letters also stands after the last one, where nobody misses it.
				const spare = 1 + (parseFloat(getComputedStyle(element).letterSpacing) || 0);
				const outer = block?.getBoundingClientRect();
				// The mark that opens a quotation hangs in the margin on purpose.
				const hangs = element.closest('blockquote') !== null;
				if (outer && (box.right > outer.right + spare || (!hangs && box.left < outer.left - 1)))
					faults.push(`“${words.slice(0, 40)}” is wider than its ${block?.localName ?? ''}`);
				for (const clip of clips) {
					const edge = clip.getBoundingClientRect();
					const scrolls = /auto|scroll/.test(getComputedStyle(clip).overflowY);
					if (box.right > edge.right + spare || (!scrolls && box.bottom > edge.bottom + 1))
						faults.push(`“${words.slice(0, 40)}” is cut off by its ${clip.localName}`);
				}
			}
		}
		// Boxes of lines overlap by design where the leading is tight; their middle halves must not.
		const middles = lines
			.map(({ box, ...line }) => ({
				...line,
				left: box.left,
				right: box.right,
				top: box.top + box.height / 4,
				bottom: box.bottom - box.height / 4,
			}))
			.sort((a, b) => a.top - b.top);
		middles.forEach((line, i) => {
			for (const other of middles.slice(i + 1)) {
				if (other.top >= line.bottom) break;
				const [inside, outside] = [line.element.contains(other.element), other.element.contains(line.element)];
				const fixed = [line, other].some(({ element }) => element.closest(':popover-open'));
				if (inside || outside || fixed) continue;
				if (Math.min(line.right, other.right) - Math.max(line.left, other.left) > 1)
					faults.push(`“${line.words.slice(0, 40)}” and “${other.words.slice(0, 40)}” overlap`);
			}
		});
		return lines.length < 10 ? ['There are no lines to look at.'] : [...new Set(faults)];
	});
}

/** Adds a style sheet as a reader's own would be, past any policy of the page. */
export const addStyle = (page: Page, css: string): Promise<unknown> =>
	page.evaluate((css) => {
		const sheet = new CSSStyleSheet();
		sheet.replaceSync(css);
		document.adoptedStyleSheets.push(sheet);
	}, css);
