import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { serverNames } from './support/servers.ts';
import { bases } from './support/sites.ts';

/**
 * Crawls the built site, and runs all tests in a browser, behind each server and at each path, by the configurations that the
 * build wrote: `npm run test:hosts`. Words after it choose: `npm run test:hosts -- nginx /guide/`.
 */
const chosen = process.argv.slice(2);
const choose = <T extends string>(all: readonly T[]) => {
	const some = all.filter((one) => chosen.includes(one));
	return some.length > 0 ? some : all;
};
const unknown = chosen.filter((word) => ![...serverNames, ...bases].some((one) => one === word));
if (unknown.length > 0) throw new Error(`Not among ${[...serverNames, ...bases].join(' ')}: ${unknown.join(' ')}`);

const results: string[] = [];
for (const server of choose(serverNames))
	for (const base of choose(bases)) {
		const file = `.reports/hosts-${server}${base.replaceAll('/', '-')}.json`;
		rmSync(file, { force: true });
		const what = ['--project=browser', '--project=build', 'tests/browser/', 'tests/build/links.test.ts'];
		// The server for development has no built site to serve.
		const not = ['--exclude=tests/browser/dev.test.ts'];
		const how = ['--reporter=default', '--reporter=json', `--outputFile=${file}`];
		const begun = performance.now();
		const { status } = spawnSync('npm', ['test', '--', ...what, ...not, ...how], {
			stdio: 'inherit',
			env: { ...process.env, TEST_SERVER: server, TEST_BASE: base },
		});
		if (status !== 0) process.exitCode = 1;
		const counts = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>) : {};
		const { numPassedTests = 0, numFailedTests = 0, numPendingTests = 0 } = counts;
		const tests = `${numPassedTests} passed, ${numFailedTests} failed, ${numPendingTests} not run`;
		const minutes = ((performance.now() - begun) / 60_000).toFixed(1);
		results.push(`${status === 0 ? '✓' : '✗'} ${server} at ${base}: ${tests}, ${minutes} minutes`);
	}
console.log(`\n${results.join('\n')}`);
