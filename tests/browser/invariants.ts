import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { fields, hidden, type FieldName } from '../../src/form/fields.ts';
import type { Inbox } from '../../src/tools/inbox.ts';

export type Words = Partial<Record<FieldName, string>>;
/** What the form says, by the heading that the visitor reads. */
export const verdicts = {
	'Your request has been sent': 'sent',
	'Your earlier request has been sent': 'early',
	'We cannot tell whether your request arrived': 'unknown',
	'You seem to be offline': 'offline',
	'Too many requests just now': 'busy',
	'The form is not working': 'broken',
	'There is a problem': 'invalid',
	'One field has to be empty': 'trap',
} as const;
export type Verdict = (typeof verdicts)[keyof typeof verdicts];
export const headingOf = (verdict: Verdict): string =>
	Object.entries(verdicts).find(([, each]) => each === verdict)?.[0] ?? '';

/** An untouched form with these words typed into it. */
export const filled = (words: Words): Record<FieldName, string> => ({
	...{ name: '', email: '', phone: '', preferred: 'either', goal: 'unsure', times: '', message: '' },
	...words,
});
/** As a browser sends a text: every line break is CRLF. */
export const asSent = (text: string) => text.replace(/\r\n?|\n/g, '\r\n');
/** A number that the tests give to the form, so that the way to a human being can be looked for. */
const phone = '+1-918-555-0100';

/** What goes on around a page, heard from before its first request on. */
export interface Witness {
	origins: Set<string>;
	errors: string[];
	/** How often the browser asked whether to leave. It was always told to. */
	asked: number;
}
export async function witness(page: Page): Promise<Witness> {
	const heard: Witness = { origins: new Set(), errors: [], asked: 0 };
	page.on('request', (request) => heard.origins.add(new URL(request.url()).origin));
	page.on('console', (message) => message.type() === 'error' && heard.errors.push(message.text()));
	page.on('pageerror', (error) => heard.errors.push(String(error)));
	page.on('dialog', (dialog) => {
		heard.asked += 1;
		// The page may be gone before the answer arrives.
		dialog.accept().catch(() => undefined);
	});
	// As `clinic.yaml` would, before the form's script reads it.
	await page.addInitScript((phone) => {
		document.addEventListener('readystatechange', () => {
			const root = document.querySelector<HTMLElement>('[data-form]');
			if (root) root.dataset['phone'] = phone;
		});
	}, phone);
	return heard;
}

/** What a visitor can see of the form now. */
export const look = (page: Page) =>
	page.evaluate(
		({ names, tel }) => {
			const root = document.querySelector('[data-form]');
			const form = root?.querySelector('form');
			const panel = root?.querySelector<HTMLElement>('[role=group]');
			const data = form ? new FormData(form) : undefined;
			const text = (selector: string) => root?.querySelector<HTMLElement>(selector)?.innerText ?? '';
			return {
				heading: text('[role=group] h2'),
				panel: panel?.innerText ?? '',
				reference: panel?.querySelector('b')?.innerText ?? '',
				repeated: panel?.querySelector('pre')?.textContent ?? '',
				status: text('form > div [role=status]'),
				hasFocus: !!panel && panel === document.activeElement,
				focus: document.activeElement?.closest('[data-form]') ? document.activeElement.id || 'form' : 'elsewhere',
				hasName: !!panel && panel.getAttribute('aria-labelledby') === panel.querySelector('h2')?.id,
				canCall: !!panel?.querySelector<HTMLElement>(`a[href="tel:${tel}"]`)?.offsetParent,
				canCopy: [...(panel?.querySelectorAll('button') ?? [])].some((button) => button.innerText.includes('Copy')),
				// No field is a file.
				values: data && Object.fromEntries(names.map((name) => [name, (data.get(name) ?? '') as string])),
				drafts: sessionStorage.length,
			};
		},
		{ names: fields.map(({ name }) => name), tel: phone },
	);
export type Sight = Awaited<ReturnType<typeof look>>;
export const verdictOf = ({ heading }: Sight) => (verdicts as Record<string, Verdict | undefined>)[heading];

export interface Facts {
	inbox: Inbox;
	heard: Witness;
	/** Where the site is. */
	url: string;
	/** What the fields held when the visitor last let go of them. */
	words: Words;
	/** How often the visitor sent. */
	clicks: number;
	/** How many messages the inbox had before the last of these. */
	before?: number;
	/** Whether connections were reset: a browser then sends once more by itself. */
	resets?: boolean;
	/** Whether the page was loaded since: then the form says where it stands without taking the focus. */
	loaded?: boolean;
}

/** The browser's own words about a request that failed. All else in the console is a fault of ours. */
const noise =
	/^Failed to load resource: |has been blocked by CORS policy|violates the (document's|following) Content Security Policy/;

/** Which of the promises I1 to I8 (`form-service.md`, C4) are broken now, one line each. axe is asked by `axeFindings`. */
export function brokenPromises(sight: Sight, facts: Facts): string[] {
	const { inbox, heard, url, clicks, before = 0 } = facts;
	const words = filled(facts.words);
	const verdict = verdictOf(sight);
	// A message that the owner's settings file as spam has arrived: in the service's spam folder.
	const arrived = [...inbox.messages, ...inbox.dropped.filter(({ dropped }) => dropped === 'spam')];
	const posts = inbox.requests.filter(({ method }) => method === 'POST').length;
	const isWhole = (sent: Record<string, string>) =>
		fields.every(({ name }) => (sent[name] ?? '') === asSent(words[name]));
	const kept = JSON.stringify(sight.values) === JSON.stringify(words);
	const isOne = (...some: Verdict[]) => verdict !== undefined && some.includes(verdict);
	const strangers = [...heard.origins].filter((origin) => ![new URL(url).origin, inbox.origin].includes(origin));
	const rules: [rule: string, isKept: boolean][] = [
		[
			'I1 said sent, but no identical message with that reference is stored',
			!isOne('sent') || arrived.some(({ fields }) => isWhole(fields) && fields[hidden.reference] === sight.reference),
		],
		['I1 said sent, but does not repeat the reference', !isOne('sent') || sight.repeated.includes(sight.reference)],
		[
			'I1 said an earlier request was sent, but none with that reference is stored',
			!isOne('early') || arrived.some(({ fields }) => fields[hidden.reference] === sight.reference),
		],
		[`I2 not sent, and the fields changed: ${JSON.stringify(sight.values)}`, isOne('sent') || kept],
		['I2 sent, and the draft is still stored', !isOne('sent') || sight.drafts === 0],
		[
			'I3 said refused, but the message is stored',
			!isOne('busy', 'broken', 'invalid', 'trap') || inbox.messages.length <= before,
		],
		['I4 no number to call', !isOne('unknown', 'offline', 'busy', 'broken', 'sent', 'early') || sight.canCall],
		['I4 no copy to take along', !isOne('unknown', 'offline', 'busy', 'broken', 'sent', 'early') || sight.canCopy],
		[
			`I5 the focus is on ${sight.focus}, not on “${sight.heading}”`,
			!verdict || facts.loaded === true || sight.hasFocus,
		],
		['I5 the panel has no name', !verdict || sight.hasName],
		[`I6 asked ${strangers.join()}`, strangers.length === 0],
		[`I7 said in the console: ${heard.errors.join(' | ')}`, heard.errors.every((error) => noise.test(error))],
		[`I8 ${posts} requests for ${clicks} clicks`, posts <= clicks * (facts.resets ? 2 : 1)],
	];
	return rules.flatMap(([rule, isKept]) => (isKept ? [] : [rule]));
}

/** What axe finds wrong with the form as it stands, one line a finding. */
export async function axeFindings(page: Page): Promise<string[]> {
	await page.evaluate(axe.source);
	const { violations, passes } = await page.evaluate(() =>
		(globalThis as unknown as { axe: typeof axe }).axe.run('[data-form]', {
			runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
		}),
	);
	if (passes.length + violations.length === 0) throw new Error('axe found nothing to look at.');
	return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `axe ${id}: ${target.join(' ')}`));
}
