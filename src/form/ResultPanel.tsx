import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { localPhone } from '../data/phone.ts';
import type { State, Status } from './state.ts';

/** Other ways to reach the clinic, where they are set. */
export interface Ways {
	phone?: string | undefined;
	email?: string | undefined;
}

interface Props extends Ways {
	state: State;
	/** Gives the visitor's words as text to keep. */
	text: () => string;
	resend: () => void;
	/** Lets the browser send the form. */
	sendNatively: () => void;
	clear: () => void;
}

const kept = 'Your words are still here.';
// “This time”: an earlier try may have arrived.
const refused = 'Nothing was sent this time.';
const problem = ['There is a problem'] as const;
/** What a visitor reads, never in the service's own words. Without an explanation, the errors follow. */
const messages: Partial<Record<Status, readonly [heading: string, explanation?: string]>> = {
	invalid: problem,
	rejected: problem,
	sent: [
		'Your request has been sent',
		'We read it and answer by e-mail or phone. If you hear nothing, look in your spam folder, then send it again ' +
			'and mention the reference.',
	],
	unknown: [
		'We cannot tell whether your request arrived',
		`It may have arrived, or not. ${kept} You can send it again: its reference tells us that both are one.`,
	],
	offline: [
		'You seem to be offline',
		`Your request has probably not been sent. ${kept} Send them when you are back online.`,
	],
	busy: ['Too many requests just now', `${refused} ${kept} Wait a minute, then try again.`],
	early: [
		'Your earlier request has been sent',
		'It went out as it was when you sent it. What the form holds now was not; send it too if it says something new.',
	],
	broken: [
		'The form is not working',
		`${refused} ${kept} This is our fault, not yours. Sending another way may still work.`,
	],
	trapped: [
		'Please send once more',
		`Your browser had filled in a field that only robots see. It is empty again. ${refused}`,
	],
};

/** What became of a request, with every way on; nothing while there is no news. To be told anew it needs a new key. */
export function ResultPanel({ state, text, resend, sendNatively, clear, phone, email }: Props) {
	const { status, news, errors, sent, reference, isBackOnline } = state;
	const panel = useRef<HTMLDivElement>(null);
	const [copied, setCopied] = useState('');
	// Before the next key: an Enter key held down must not send again. What was known at the start takes no focus.
	useLayoutEffect(() => {
		if (news === 0) return;
		panel.current?.focus({ preventScroll: true });
		panel.current?.scrollIntoView();
	}, []);
	const [heading, explanation] = messages[status] ?? [];
	if (!heading) return null;
	async function copy() {
		try {
			await navigator.clipboard.writeText(text());
			setCopied('Copied.');
		} catch {
			setCopied('Your browser does not allow copying. Select the words instead.');
		}
	}
	const isSent = status === 'sent';
	const isEarly = status === 'early';
	const buttons: Record<string, () => unknown> = {
		...(isSent ? { 'Send another request': clear } : { [isEarly ? 'Send this too' : 'Try again']: resend }),
		...(!isSent && !isEarly && status !== 'busy' && { 'Send another way': sendNatively }),
		'Copy my message': copy,
	};
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
			{explanation ? (
				<>
					<p>{explanation}</p>
					<p>
						Reference: <b>{isSent || isEarly ? sent?.reference : reference}</b>
					</p>
					{isSent && (
						<pre dir="auto" class="font-sans whitespace-pre-wrap">
							{text()}
						</pre>
					)}
					{status === 'offline' && <p role="status">{isBackOnline && <span>You are back online.</span>}</p>}
					{(phone || email) && (
						<p>
							You can also {phone && <a href={`tel:${phone}`}>call {localPhone(phone)}</a>}
							{phone && email && ' or '}
							{email && <a href={`mailto:${email}`}>write to {email}</a>}.
						</p>
					)}
					<div class="actions">
						{Object.entries(buttons).map(([words, act]) => (
							<button key={words} type="button" class="button button-quiet" onClick={act}>
								{words}
							</button>
						))}
						<p role="status" class="text-sm">
							{copied && <span key={copied}>{copied}</span>}
						</p>
					</div>
				</>
			) : (
				<ul class="stack">
					{Object.entries(errors).map(([name, error]) => (
						<li key={error}>
							<a href={`#field-${name}`}>{error}</a>
						</li>
					))}
				</ul>
			)}
		</div>
	);
}
