import { execFileSync } from 'node:child_process';
import { parseArgs } from 'node:util';
import { startInbox } from '../../src/tools/inbox.ts';
import { serveSite } from '../../src/tools/serve.ts';
import { witness, type Facts } from '../browser/invariants.ts';
import { launch } from '../support/browser.ts';
import { ports, sites } from '../support/sites.ts';
import { chance } from './random.ts';
import { describe, plan, visit } from './visitor.ts';

/**
 * Sends visitors through random faults until the count or the time is up, and holds the form to its promises after every step:
 * nothing lost, nothing falsely confirmed. The same seed makes the same visitors; `--only N` repeats one of them.
 */
const { values } = parseArgs({
	options: {
		sequences: { type: 'string', default: '1000' },
		seed: { type: 'string', default: String(Date.now() % 1_000_000) },
		minutes: { type: 'string', default: '20' },
		only: { type: 'string' },
	},
});
const [wanted, seed, minutes] = [Number(values.sequences), Number(values.seed), Number(values.minutes)];
const numbers = values.only ? [Number(values.only)] : Array.from({ length: wanted }, (_, i) => i + 1);

const { base, env } = sites.connected;
const folder = '.reports/soak';
execFileSync(process.execPath, ['src/tools/build.ts', folder], { env: { ...process.env, ...env }, stdio: 'inherit' });
const origin = `http://localhost:${ports.site}`;
const [site, inbox, browser] = await Promise.all([
	serveSite(folder, base, ports.site),
	startInbox({ port: ports.inbox, store: '.reports/soak.jsonl', siteOrigin: origin }),
	launch(),
]);
if (!site.url.startsWith(origin)) throw new Error(`Port ${ports.site} is taken.`);

const totals = { sequences: 0, steps: 0, stored: 0, falselyConfirmed: 0, lost: 0, otherBroken: 0 };
const seen = new Map<string, number>();
const begun = performance.now();
const seconds = () => Math.round((performance.now() - begun) / 1000);

// Drafts are kept by tab, so one context is enough for visitors who know nothing of each other.
const context = await browser.newContext({ reducedMotion: 'reduce' });
context.setDefaultTimeout(30_000);
await context.clock.install();

for (const number of numbers) {
	if (seconds() > minutes * 60) {
		console.log(`Stopped: ${minutes} minutes are over.`);
		break;
	}
	// Each visitor has a seed of their own, so that one can be looked at without the others.
	const steps = plan(chance(seed * 100_003 + number));
	const page = await context.newPage();
	const facts: Facts = { inbox, heard: await witness(page), url: site.url, words: {}, clicks: 0 };
	const { broken, verdicts } = await visit(page, inbox, facts, steps, number).catch((error: unknown) => ({
		broken: [`could not be finished: ${String(error)}`],
		verdicts: [],
	}));
	totals.sequences += 1;
	totals.steps += steps.length;
	totals.stored += inbox.messages.length;
	for (const verdict of verdicts) seen.set(verdict, (seen.get(verdict) ?? 0) + 1);
	const count = (promise: string) => broken.filter((line) => line.includes(`: ${promise} `)).length;
	totals.falselyConfirmed += count('I1');
	totals.lost += count('I2');
	totals.otherBroken += broken.length - count('I1') - count('I2');
	if (broken.length > 0) {
		process.exitCode = 1;
		console.log(`\nVisitor ${number} (--seed ${seed} --only ${number}): ${describe(steps)}`);
		for (const line of broken) console.log(`  ${line}`);
	}
	await page.close();
	// Nobody may wait for the next visitor's weather.
	inbox.release();
	inbox.reset();
	if (number % 50 === 0) console.log(`${number} visitors, ${seconds()} s`);
}
await Promise.all([browser.close(), site.close(), inbox.close()]);

console.table({
	sequences: `${totals.sequences} of ${numbers.length}`,
	steps: totals.steps,
	'messages stored': totals.stored,
	'falsely confirmed': totals.falselyConfirmed,
	lost: totals.lost,
	'other promises broken': totals.otherBroken,
	'what the form said': [...seen].map(([verdict, times]) => `${verdict} ${times}`).join(', '),
	seconds: seconds(),
	seed,
});
