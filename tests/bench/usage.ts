import { writeFileSync } from 'node:fs';

/** Loaded before a program that is measured (`node --import`): leaves what it used in the file that `USAGE_FILE` names. */
process.on('exit', () => {
	const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
	const usage = { wall: performance.now(), cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS / 1024 };
	writeFileSync(process.env['USAGE_FILE'] ?? 'usage.json', JSON.stringify(usage));
});
