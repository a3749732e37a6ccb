import { useEffect, useState } from 'preact/hooks';
import { CopyButton, OtherWays, Panel, type Ways } from './Panel.tsx';
import type { Appointment } from './useAppointment.ts';

/** `text` gives what the form holds now. */
type Props = Ways &
	Pick<Appointment, 'state' | 'errors' | 'reference' | 'sendNatively'> & { resend: () => void; text: () => string };

const kept = 'Your words are still here.';
// “This time”: an earlier try may have arrived.
const refused = 'Nothing was sent this time.';
/** What the visitor reads when a message was refused or may be lost. Never the service's own words. */
const words = {
	unknown: {
		heading: 'We cannot tell whether your request arrived',
		text: `It may have arrived, or not. ${kept} You can send it again: its reference tells us that both are one.`,
	},
	offline: {
		heading: 'You seem to be offline',
		text: `Your request has probably not been sent. ${kept} Send them when you are back online.`,
	},
	busy: { heading: 'Too many requests just now', text: `${refused} ${kept} Wait a minute, then try again.` },
	early: {
		heading: 'Your earlier request has been sent',
		text: 'It went out as it was when you sent it. What the form holds now has not been sent; send it too if it says something new.',
	},
	broken: {
		heading: 'The form is not working',
		text: `${refused} ${kept} This is our fault, not yours. Sending another way may still work.`,
	},
} as const;

/** What went wrong, in words, with every way on. Nothing is shown while all is well. */
export function TroublePanel({ state, errors, reference, resend, sendNatively, text, ...ways }: Props) {
	const [online, setOnline] = useState(false);
	useEffect(() => {
		const ended = new AbortController();
		const look = () => setOnline(navigator.onLine);
		for (const event of ['online', 'offline']) addEventListener(event, look, ended);
		return () => ended.abort();
	}, []);

	if (state.kind === 'editing' || state.kind === 'cleared' || state.kind === 'sending' || state.kind === 'sent')
		return null;
	if (state.kind === 'invalid' || state.kind === 'fields') {
		const list = Object.entries(errors);
		if (list.length === 0) return null;
		return (
			<Panel heading="There is a problem" error news={state}>
				<ul class="problems">
					{list.map(([name, error]) => (
						<li key={name}>
							<a href={`#field-${name}`}>{error}</a>
						</li>
					))}
				</ul>
			</Panel>
		);
	}
	if (state.kind === 'trap')
		return (
			<Panel heading="One field has to be empty" news={state}>
				<p>
					A field that only robots fill in has words in it; your browser may have put them there. Please{' '}
					<a href="#field-trap">empty that field</a> and send again. {refused}
				</p>
			</Panel>
		);
	return (
		<Panel heading={words[state.kind].heading} news={'quiet' in state ? undefined : state}>
			<p>{words[state.kind].text}</p>
			<p>
				Reference: <b>{state.kind === 'early' ? state.reference : reference}</b>
			</p>
			<p role="status">{state.kind === 'offline' && online && 'You are back online.'}</p>
			<OtherWays {...ways} />
			<div class="actions">
				<button type="button" class="button" onClick={resend}>
					{state.kind === 'early' ? 'Send this too' : 'Try again'}
				</button>
				<CopyButton text={text} />
				{state.kind !== 'busy' && state.kind !== 'early' && (
					<button type="button" class="button button-quiet" onClick={sendNatively}>
						Send another way
					</button>
				)}
			</div>
		</Panel>
	);
}
