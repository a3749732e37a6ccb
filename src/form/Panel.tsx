import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Values } from './draft.ts';
import { labelOf, wordsOf } from './fields.ts';

/** Other ways to reach the clinic, where they are set. */
export interface Ways {
	phone?: string | undefined;
	email?: string | undefined;
}

interface PanelProps {
	heading: string;
	/** Whether something went wrong: its edge has the color for that. */
	error?: boolean;
	/** A new value takes the focus to the panel once more; nothing leaves it where it is. */
	news?: unknown;
	children: ComponentChildren;
}

/** A message about the form that takes the focus when it appears. */
export function Panel({ heading, error = false, news, children }: PanelProps) {
	const panel = useRef<HTMLDivElement>(null);
	// Before the next key arrives: an Enter key that is held down must not send again.
	useLayoutEffect(() => {
		if (!news) return;
		panel.current?.focus({ preventScroll: true });
		panel.current?.scrollIntoView();
	}, [news]);
	return (
		<div ref={panel} tabIndex={-1} role="group" aria-labelledby="form-news" class={error ? 'panel error' : 'panel'}>
			{/* Of the second level: on the contact page it follows the title. */}
			<h2 id="form-news">{heading}</h2>
			{children}
		</div>
	);
}

/** What the visitor wrote, as text to keep: one line for each field that has words in it. */
export const asText = (values: Values, reference: string): string =>
	[...Object.entries(values), ['Reference', reference] as const]
		.filter(([, value]) => value)
		.map(([name, value]) => `${labelOf(name).replace(/[^?]$/, '$&:')} ${wordsOf(name, value)}`)
		.join('\n');

export function CopyButton({ text }: { text: () => string }) {
	const [said, say] = useState('');
	// In a promise, as there is no clipboard at all on a page that came without HTTPS.
	const copy = () =>
		Promise.resolve()
			.then(() => navigator.clipboard.writeText(text()))
			.then(
				() => say('Copied.'),
				() => say('Your browser does not allow copying. Select the words instead.'),
			);
	return (
		<>
			<button type="button" class="button button-quiet" onClick={() => void copy()}>
				Copy my message
			</button>
			<span role="status">{said}</span>
		</>
	);
}

export function OtherWays({ phone, email }: Ways) {
	if (!phone && !email) return null;
	return (
		<p>
			You can also {phone && <a href={`tel:${phone}`}>call {phone.slice(3)}</a>}
			{phone && email && ' or '}
			{email && <a href={`mailto:${email}`}>write to {email}</a>}.
		</p>
	);
}
