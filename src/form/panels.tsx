import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Ways } from './AppointmentForm.tsx';
import { readForm } from './draft.ts';
import { labelOf, type Errors, type State } from './useAppointment.ts';

/** A message about the form that takes the focus as soon as it appears, and again whenever `news` changes. */
function Panel({ heading, news, children }: { heading: string; news: unknown; children: ComponentChildren }) {
	const panel = useRef<HTMLDivElement>(null);
	useEffect(() => panel.current?.focus(), [news]);
	return (
		<div ref={panel} tabIndex={-1} role="group" aria-labelledby="form-news" class="stack gap-3 border-l-4 border-text bg-raised p-5">
			<h3 id="form-news" class="text-xl">
				{heading}
			</h3>
			{children}
		</div>
	);
}

/** What the visitor wrote, as text to keep: one line a field that has words in it. */
const asText = (values: Record<string, string>, reference: string) =>
	[...Object.entries(values), ['Reference', reference]]
		.filter(([, value]) => value)
		.map(([name, value]) => `${labelOf(name ?? '')}: ${value}`)
		.join('\n');

function CopyButton({ text }: { text: () => string }) {
	const [said, say] = useState('');
	const copy = () =>
		navigator.clipboard.writeText(text()).then(
			() => say('Copied.'),
			() => say('Your browser does not allow copying. Select the words instead.'),
		);
	return (
		<>
			<button type="button" class="button button-quiet" onClick={copy}>
				Copy my message
			</button>
			<span role="status">{said}</span>
		</>
	);
}

function OtherWays({ phone, email }: Ways) {
	if (!phone && !email) return null;
	return (
		<p>
			You can also {phone && <a href={`tel:${phone}`}>call {phone.slice(3)}</a>}
			{phone && email && ' or '}
			{email && <a href={`mailto:${email}`}>write to {email}</a>}.
		</p>
	);
}

/** The confirmation: what was sent, its reference, and what to do if no answer comes. */
export function SentPanel({ sent, reference, clear, ...ways }: Ways & { sent: Record<string, string>; reference: string; clear: () => void }) {
	return (
		<Panel heading="Your request has been sent" news="sent">
			<p>
				A person reads it and answers by e-mail or phone. If you hear nothing, look in your spam folder, then send it again with
				the reference <b>{reference}</b>.
			</p>
			<OtherWays {...ways} />
			<pre class="w-full font-sans whitespace-pre-wrap" dir="auto">
				{asText(sent, reference)}
			</pre>
			<div class="flex flex-wrap items-center gap-3">
				<CopyButton text={() => asText(sent, reference)} />
				<button type="button" class="button button-quiet" onClick={clear}>
					Send another request
				</button>
			</div>
		</Panel>
	);
}

interface TroubleProps extends Ways {
	state: State;
	errors: Errors;
	reference: string;
	resend: () => void;
	native: () => void;
	copy: () => HTMLFormElement | null;
}

/** What went wrong, in words, with every way on. Nothing is shown while all is well. */
export function TroublePanel({ state, errors, reference, resend, native, copy, ...ways }: TroubleProps) {
	const [online, setOnline] = useState(false);
	useEffect(() => {
		const back = () => setOnline(true);
		addEventListener('online', back);
		return () => removeEventListener('online', back);
	}, []);
	if (state.kind === 'editing' || state.kind === 'sending' || state.kind === 'sent') return null;
	const list = Object.entries(errors);
	if (state.kind === 'invalid' || (state.kind === 'refused' && state.reason === 'fields'))
		return list.length === 0 ? null : (
			<Panel heading="There is a problem" news={state}>
				<ul class="stack gap-1">
					{list.map(([name, error]) => (
						<li key={name}>
							<a href={`#field-${name}`} class="text-error">
								{error}
							</a>
						</li>
					))}
				</ul>
			</Panel>
		);
	if (state.kind === 'trap')
		return (
			<Panel heading="One field has to be empty" news={state}>
				<p>
					A field that only robots fill in has words in it; your browser may have put them there. Please{' '}
					<a href="#field-trap">empty that field</a> and send again. Nothing was sent.
				</p>
			</Panel>
		);
	const refused = state.kind === 'refused';
	const heading = !refused
		? state.offline
			? 'You seem to be offline'
			: 'We cannot tell whether your request arrived'
		: state.reason === 'busy'
			? 'Too many requests just now'
			: 'The form is not working';
	const words = !refused
		? state.offline
			? online
				? 'You are back online. Your words are still here: send them when you are ready.'
				: 'Your request has probably not been sent. Your words are still here; send them when you are back online.'
			: `It may have arrived, or not. Your words are still here. You can send it again: the reference ${reference} tells us that both are one.`
		: state.reason === 'busy'
			? 'Nothing was sent. Your words are still here. Wait a minute, then try again.'
			: 'Nothing was sent. Your words are still here. This is our fault, not yours.';
	return (
		<Panel heading={heading} news={state}>
			<p>{words}</p>
			<OtherWays {...ways} />
			<div class="flex flex-wrap items-center gap-3">
				<button type="button" class="button" onClick={resend}>
					Try again
				</button>
				<CopyButton text={() => asText(copy() ? readForm(copy() as HTMLFormElement) : {}, reference)} />
				{!(refused && state.reason === 'busy') && (
					<button type="button" class="button button-quiet" onClick={native}>
						Send another way
					</button>
				)}
			</div>
		</Panel>
	);
}
