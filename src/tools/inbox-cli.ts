import { resolve } from 'node:path';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { fields, hidden } from '../form/fields.ts';
import { faults, startInbox, type FaultName, type Message } from './inbox.ts';

const names = Object.keys(faults) as FaultName[];
const store = '.inbox/messages.jsonl';

/** The number of letters to insert, remove or replace between two words (Levenshtein). */
function distance(a: string, b: string): number {
	let row = Array.from({ length: b.length + 1 }, (_, i) => i);
	for (const [i, letter] of [...a].entries()) {
		const next = [i + 1];
		for (const [j, other] of [...b].entries())
			next.push(Math.min((next[j] ?? 0) + 1, (row[j + 1] ?? 0) + 1, (row[j] ?? 0) + Number(letter !== other)));
		row = next;
	}
	return row.at(-1) ?? 0;
}

/** What a visitor wrote must not steer the terminal: no escape sequences, control characters or changes of direction. */
const plain = (text: string) =>
	stripVTControlCharacters(text.replace(/\r\n?/g, '\n')).replace(/(?!\n)[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');

/** A message as a block of text for the terminal. */
export function describeMessage({ at, fields: values, dropped }: Message): string {
	const labels = new Map<string, string>(fields.map(({ name, label }) => [name, label]));
	const { [hidden.reference]: reference = 'without a reference', ...rest } = values;
	const lines = Object.entries(rest).map(([name, value]) => {
		return `  ${plain(labels.get(name) ?? name)}: ${plain(value).replaceAll('\n', '\n    ')}`;
	});
	const fate = dropped ? ` (${dropped}: accepted, but not kept)` : '';
	return [`── ${new Date(at).toLocaleTimeString()} · ${plain(reference)}${fate}`, ...lines, ''].join('\n');
}

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: { port: { type: 'string', default: '4322' }, fault: { type: 'string' }, list: { type: 'boolean' } },
	});
	if (values.list) return console.log(names.map((name) => `${name.padEnd(16)} ${faults[name].about}`).join('\n'));
	const fault = names.find((name) => name === values.fault);
	if (values.fault !== undefined && !fault) {
		const near = names.toSorted((a, b) => distance(a, values.fault ?? '') - distance(b, values.fault ?? ''));
		throw new Error(`There is no fault “${values.fault}”. Near it: ${near.slice(0, 3).join(', ')}. --list names all.`);
	}
	if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535)
		throw new Error(`--port is “${values.port}”. Write a number from 0 to 65535.`);
	const inbox = await startInbox({
		port: Number(values.port),
		fault,
		store,
		onMessage: (message) => console.log(describeMessage(message)),
	});
	console.log(`The local inbox takes messages at ${inbox.endpoint}\nand keeps them in ${resolve(store)}`);
	if (fault) console.log(`Fault ${fault}: ${faults[fault].about}.`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void inbox.close());
}

if (import.meta.main)
	await main().catch((error: unknown) => {
		console.error(error instanceof Error ? error.message : error);
		process.exitCode = 1;
	});
