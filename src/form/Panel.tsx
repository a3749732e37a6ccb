import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { localPhone } from '../data/phone.ts';

/** Other ways to reach the clinic, where they are set. */
export interface Ways {
	phone?: string | undefined;
	email?: string | undefined;
}

interface Props {
	heading: string;
	/** Whether it takes the focus: not where it tells what was known from the start. */
	isNews: boolean;
	/** What the visitor can do, by the words on the buttons. */
	actions?: Record<string, () => void>;
	/** The visitor's words, to copy them where they might get lost; then other ways are named too. */
	text?: () => string;
	ways: Ways;
	children: ComponentChildren;
}

/** What became of a request, with every way on. To be told anew it needs a new key. */
export function Panel({ heading, isNews, actions, text, ways: { phone, email }, children }: Props) {
	const panel = useRef<HTMLDivElement>(null);
	const [copied, setCopied] = useState('');
	// Before the next key arrives: an Enter key that is held down must not send again.
	useLayoutEffect(() => {
		if (!isNews) return;
		panel.current?.focus({ preventScroll: true });
		panel.current?.scrollIntoView();
	}, []);
	async function copy(words: string) {
		try {
			await navigator.clipboard.writeText(words);
			setCopied('Copied.');
		} catch {
			setCopied('Your browser does not allow copying. Select the words instead.');
		}
	}
	const copying = text && { 'Copy my message': () => void copy(text()) };
	const buttons = Object.entries<() => void>({ ...actions, ...copying });
	return (
		<div
			ref={panel}
			tabIndex={-1}
			role="group"
			aria-labelledby="form-news"
			class="panel stack max-w-text bg-raised p-5 [--kind:var(--color-text)] rule"
		>
			{/* Of the second level: on the contact page it follows the title. */}
			<h2 id="form-news">{heading}</h2>
			{children}
			{text && (phone || email) && (
				<p>
					You can also {phone && <a href={`tel:${phone}`}>call {localPhone(phone)}</a>}
					{phone && email && ' or '}
					{email && <a href={`mailto:${email}`}>write to {email}</a>}.
				</p>
			)}
			<div class="actions">
				{buttons.map(([words, act]) => (
					<button key={words} type="button" class="button button-quiet" onClick={act}>
						{words}
					</button>
				))}
				<p role="status" class="text-sm">
					{copied && <span key={copied}>{copied}</span>}
				</p>
			</div>
		</div>
	);
}
