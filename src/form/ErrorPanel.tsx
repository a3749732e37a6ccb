import { Panel, type Ways } from './Panel.tsx';
import type { State, Status } from './state.ts';

interface Props {
	state: State;
	resend: () => void;
	/** Lets the browser send the form. */
	sendNatively: () => void;
	/** Gives what the form holds now, as text to keep. */
	text: () => string;
	ways: Ways;
}

const kept = 'Your words are still here.';
// “This time”: an earlier try may have arrived.
const refused = 'Nothing was sent this time.';
/** What a visitor reads when a request was refused or may be lost. Never the service's own words. */
const failures: Partial<Record<Status, readonly [heading: string, text: string]>> = {
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

/** Why a request was not sent, or may not have been. Nothing while all is well. */
export function ErrorPanel({ state, resend, sendNatively, text, ways }: Props) {
	const { status, news, errors, sent, reference, isBackOnline } = state;
	const common = { isNews: news > 0, ways };
	if (status === 'invalid' || status === 'rejected')
		return (
			<Panel key={news} {...common} heading="There is a problem">
				<ul class="stack">
					{Object.entries(errors).map(([name, error]) => (
						<li key={error}>
							<a href={`#field-${name}`}>{error}</a>
						</li>
					))}
				</ul>
			</Panel>
		);
	const [heading, explanation] = failures[status] ?? [];
	if (!heading) return null;
	const isEarly = status === 'early';
	const actions = {
		[isEarly ? 'Send this too' : 'Try again']: resend,
		...(!isEarly && status !== 'busy' && { 'Send another way': sendNatively }),
	};
	return (
		<Panel key={news} {...common} {...{ heading, actions, text }}>
			<p>{explanation}</p>
			<p>
				Reference: <b>{isEarly ? sent?.reference : reference}</b>
			</p>
			<p role="status">{status === 'offline' && isBackOnline && <span>You are back online.</span>}</p>
		</Panel>
	);
}
