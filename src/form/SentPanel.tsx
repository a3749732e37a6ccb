import type { Values } from './draft.ts';
import { asText, CopyButton, OtherWays, Panel, type Ways } from './Panel.tsx';

type Props = Ways & { values: Values; reference: string; clear: () => void };

/** The confirmation: what was sent, its reference, and what to do if no answer comes. */
export function SentPanel({ values, reference, clear, ...ways }: Props) {
	const text = asText(values, reference);
	return (
		<Panel heading="Your request has been sent" news="sent">
			<p>
				Somebody from the clinic reads it and answers by e-mail or phone. If you hear nothing, look in your spam folder,
				then send it again and mention the reference <b>{reference}</b>.
			</p>
			<OtherWays {...ways} />
			<pre dir="auto">{text}</pre>
			<div class="actions">
				<CopyButton text={() => text} />
				<button type="button" class="button button-quiet" onClick={clear}>
					Send another request
				</button>
			</div>
		</Panel>
	);
}
