import type { Page } from 'playwright-core';
import { fields, hidden, type Values } from '../../../src/form/fields.ts';
import { asSent, filled } from '../../support/form/words.ts';
import type { Inbox } from '../../support/inbox.ts';

/** What the form says, by the heading that a visitor reads. */
export const headings = {
	sent: 'Your request has been sent',
	early: 'Your earlier request has been sent',
	unknown: 'We cannot tell whether your request arrived',
	offline: 'You seem to be offline',
	busy: 'Too many requests just now',
	broken: 'The form is not working',
	invalid: 'There is a problem',
	trapped: 'Please send once more',
} as const;
export type Told = keyof typeof headings;
const outcomes: readonly Told[] = ['sent', 'early', 'unknown', 'offline', 'busy', 'broken'];

/** What goes on around a page. */
export interface Witness {
	origins: Set<string>;
	errors: string[];
	/** How often the browser asked whether to leave. It was always told to. */
	asked: number;
}

/** Listens to a page that is still blank. */
export function witness(page: Page): Witness {
	const heard: Witness = { origins: new Set(), errors: [], asked: 0 };
	page.on('request', (request) => heard.origins.add(new URL(request.url()).origin));
	page.on('console', (message) => message.type() === 'error' && heard.errors.push(message.text()));
	page.on('pageerror', (error) => heard.errors.push(String(error)));
	page.on('dialog', (dialog) => {
		heard.asked += 1;
		// The page may be gone before the answer arrives.
		dialog.accept().catch(() => undefined);
	});
	return heard;
}

/** What a visitor can see of the form now. */
export const look = (page: Page) =>
	page.evaluate(
		(names) => {
			const root = document.querySelector('[data-form]');
			const form = root?.querySelector('form');
			const panel = root?.querySelector<HTMLElement>('.panel');
			const data = form ? new FormData(form) : undefined;
			const text = (selector: string) => root?.querySelector<HTMLElement>(selector)?.innerText ?? '';
			return {
				heading: text('.panel h2'),
				panel: panel?.innerText ?? '',
				reference: text('.panel b'),
				repeated: panel?.querySelector('pre')?.textContent ?? '',
				status: text('form > .actions [role=status]'),
				hasFocus: !!panel && panel === document.activeElement,
				focus: document.activeElement?.closest('[data-form]') ? document.activeElement.id || 'form' : 'elsewhere',
				canCall: !!panel?.querySelector<HTMLElement>('a[href^="tel:"]')?.offsetParent,
				canCopy: [...(panel?.querySelectorAll('button') ?? [])].some((button) => button.innerText.includes('Copy')),
				// No field is a file.
				values: data && Object.fromEntries(names.map((name) => [name, (data.get(name) ?? '') as string])),
				drafts: sessionStorage.length,
			};
		},
		fields.map(({ name }) => name),
	);
export type Sight = Awaited<ReturnType<typeof look>>;
export const toldBy = ({ heading }: Sight): Told | undefined =>
	(Object.keys(headings) as Told[]).find((told) => headings[told] === heading);

export interface Facts {
	inbox: Inbox;
	heard: Witness;
	/** Where the site is. */
	url: string;
	/** What the fields held when the visitor last let go of them. */
	words: Partial<Values>;
	/** How often the visitor sent. */
	sends: number;
	/** How many messages the inbox had before the last of these. */
	before: number;
	/** Whether connections were reset: a browser then sends once more by itself. */
	resets?: boolean;
	/** Whether the page was loaded since: then the form says where it stands without taking the focus. */
	loaded?: boolean;
}

/** The browser's own words about a request that failed. All else in the console is a fault of ours. */
const noise = /^Failed to load resource: |has been blocked by CORS policy/;

/** Which of the form's promises are broken now, one line each. */
export function brokenPromises(sight: Sight, facts: Facts): string[] {
	const { inbox, heard, url, words } = facts;
	const told = toldBy(sight);
	const isOne = (...some: Told[]) => told !== undefined && some.includes(told);
	const kept = inbox.messages.filter(({ dropped }) => !dropped).map((message) => message.fields);
	const inForm = filled(words);
	const isWhole = (sent: Record<string, string>) => fields.every(({ name }) => sent[name] === asSent(inForm[name]));
	const arrived = kept.filter((sent) => sent[hidden.reference] === sight.reference);
	const strangers = [...heard.origins].filter((origin) => ![new URL(url).origin, inbox.origin].includes(origin));
	const posts = inbox.requests.filter(({ method }) => method === 'POST').length;
	const promises: [promise: string, isKept: boolean][] = [
		['said sent, but no identical message with that reference is kept', !isOne('sent') || arrived.some(isWhole)],
		['said sent, but does not repeat the reference', !isOne('sent') || sight.repeated.includes(sight.reference)],
		['said an earlier request was sent, but none with that reference is kept', !isOne('early') || arrived.length > 0],
		[
			`not sent, and the words changed: ${JSON.stringify(sight.values)}`,
			isOne('sent') || JSON.stringify(sight.values) === JSON.stringify(inForm),
		],
		['sent, and the draft is still stored', !isOne('sent') || sight.drafts === 0],
		[
			'said refused, but the message is kept',
			!isOne('busy', 'broken', 'invalid', 'trapped') || kept.length <= facts.before,
		],
		['no number to call, or no copy to take along', !isOne(...outcomes) || (sight.canCall && sight.canCopy)],
		[`the focus is on ${sight.focus}`, !told || facts.loaded === true || sight.hasFocus],
		[`asked ${strangers.join()}`, strangers.length === 0],
		[`said in the console: ${heard.errors.join(' | ')}`, heard.errors.every((error) => noise.test(error))],
		[`${posts} requests for ${facts.sends} sends`, posts <= facts.sends * (facts.resets ? 2 : 1)],
	];
	return promises.flatMap(([promise, isKept]) => (isKept ? [] : [promise]));
}
