import { setTimeout as wait } from 'node:timers/promises';
import type { Driver } from './driver.ts';

/** A visitor of the site at `root`: what a person does in a window, said once for all engines. */
export function visitorOf(driver: Driver, root: string) {
	const call = (run: unknown, args: unknown[]) => `(${String(run)})(...${JSON.stringify(args)})`;
	/** Runs a function in the page; its arguments and its result travel as JSON. */
	const js = <T, A extends unknown[]>(run: (...args: A) => T, ...args: A) =>
		driver.evaluate(call(run, args)) as Promise<Awaited<T>>;

	/** Waits until the function gives something true, also past a change of pages. Throws with `what` after a while. */
	async function until<A extends unknown[]>(what: string, run: (...args: A) => unknown, ...args: A): Promise<void> {
		const end = Date.now() + 15_000;
		while (!(await driver.evaluate(`!!${call(run, args)}`).catch(() => false))) {
			if (Date.now() > end) throw new Error(`It did not come: ${what}`);
			await wait(30);
		}
	}

	/** Clicks the middle of an element's first line, after opening what is folded around it and scrolling to it. */
	async function click(selector: string, index = 0): Promise<void> {
		const summary = await js(foldedBehind, selector, index);
		if (summary >= 0) await click('summary', summary);
		let before = '';
		let at = await js(pointOf, selector, index);
		// A scroll has reached the hand when the element stays in its place.
		while (JSON.stringify(at) !== before) {
			before = JSON.stringify(at);
			await wait(50);
			at = await js(pointOf, selector, index);
		}
		if (typeof at === 'string') throw new Error(`${selector} (${index}) cannot be clicked: ${at}`);
		await driver.click(at.x, at.y);
	}

	return {
		...driver,
		js,
		until,
		click,
		open: (path: string) => driver.goto(new URL(path, root).href),
		back: () => js(() => history.back()),
		/** Waits until the page has all it needs, and nothing has moved for a third of a second. */
		settle: () => js(settled),
		/** Scrolls to the form and waits until its script has taken over from the browser's own checks. */
		async atForm() {
			await js(() => document.querySelector('form')?.scrollIntoView({ behavior: 'instant' }));
			await until('the form is ready', () => document.querySelector('form')?.noValidate);
		},
	};
}
export type Visitor = ReturnType<typeof visitorOf>;

function settled(): Promise<void> {
	return new Promise((resolve) => {
		let [before, frames] = ['', 0];
		const look = () => {
			const now = [document.readyState, document.fonts.status, scrollY, document.body.scrollHeight].join();
			frames = now === before && now.startsWith('complete,loaded') ? frames + 1 : 0;
			before = now;
			if (frames < 20) requestAnimationFrame(look);
			else resolve();
		};
		look();
	});
}

/** The number of the summary behind which the element is folded, or -1. */
function foldedBehind(selector: string, index: number): number {
	const element = document.querySelectorAll(selector)[index];
	if (!element || element.checkVisibility()) return -1;
	const summary = element.closest('details:not([open])')?.querySelector('summary');
	return [...document.querySelectorAll('summary')].findIndex((one) => one === summary);
}

/** Where to click the element, or why it cannot be clicked. */
function pointOf(selector: string, index: number): { x: number; y: number } | string {
	const element = document.querySelectorAll(selector)[index];
	let reason = 'it is not shown';
	for (const scrolls of [false, true]) {
		if (scrolls) element?.scrollIntoView({ block: 'center', behavior: 'instant' });
		const box = [...(element?.getClientRects() ?? [])].find(({ width }) => width > 1);
		if (!element || !box) continue;
		const [x, y] = [Math.round(box.left + box.width / 2), Math.round(box.top + box.height / 2)];
		const hit = document.elementFromPoint(x, y);
		if (element.contains(hit)) return { x, y };
		reason = `${hit?.outerHTML.slice(0, 60)} is there`;
	}
	return reason;
}
