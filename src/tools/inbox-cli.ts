import { resolve } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { hidden, labelOf } from '../form/fields.ts';
import { faults, startInbox, type FaultName, type Inbox, type Message } from './inbox.ts';

/** What a visitor wrote must not steer the terminal: no escape sequences, control characters or changes of direction. */
const plain = (text: string) =>
	stripVTControlCharacters(text.replace(/\r\n?/g, '\n')).replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');

/** A message as a block of text for the terminal. */
export function describeMessage({ at, fields: values, dropped }: Message): string {
	const { [hidden.reference]: reference = 'without a reference', ...rest } = values;
	const lines = Object.entries(rest).map(
		([name, value]) => `  ${plain(labelOf(name))}: ${plain(value).replaceAll('\n', '\n    ')}`,
	);
	const fate = dropped ? ` (${dropped}: accepted, but not kept)` : '';
	return [`── ${new Date(at).toLocaleTimeString()} · ${plain(reference)}${fate}`, ...lines, ''].join('\n');
}

/** An inbox that prints every message, and says where it is. */
export async function startPrintingInbox(port: number, fault?: FaultName): Promise<Inbox> {
	const store = '.inbox/messages.jsonl';
	const options = { fault, store, onMessage: (message: Message) => console.log(describeMessage(message)) };
	// Another inbox may be running already; then any free port will do.
	const inbox = await startInbox({ ...options, port }).catch(() => startInbox(options));
	console.log(`The local inbox takes messages at ${inbox.endpoint}\nand keeps them in ${resolve(store)}`);
	return inbox;
}

async function main(): Promise<void> {
	const names = Object.keys(faults) as FaultName[];
	const text = { type: 'string' } as const;
	const { values } = parseArgs({ options: { port: text, fault: text, list: { type: 'boolean' } } });
	const { port = '4322', fault: wanted, list } = values;
	if (list) {
		console.log(names.map((name) => `${name.padEnd(16)} ${faults[name].about}`).join('\n'));
		return;
	}
	const fault = names.find((name) => name === wanted);
	if (wanted !== undefined && !fault) {
		const near = names.filter((name) => name.startsWith(wanted.slice(0, 2)) || name.includes(wanted));
		const hint = near.length ? `Near it: ${near.join(', ')}. ` : '';
		throw new Error(`There is no fault “${wanted}”. ${hint}All are named by --list.`);
	}
	if (!/^\d{1,5}$/.test(port)) throw new Error(`--port is “${port}”. Write a number from 0 to 65535.`);
	const inbox = await startPrintingInbox(Number(port), fault);
	if (fault) console.log(`Fault ${fault}: ${faults[fault].about}.`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void inbox.close());
}

if (import.meta.main)
	await main().catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	});
