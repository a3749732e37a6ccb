import { browserPath } from './browser.ts';
import { missing, serverNames } from './servers.ts';

/** Brings what the browser tests need before they begin: two test files that install at the same time would stop each other. */
export default function install(): void {
	for (const whole of [true, false]) browserPath(whole);
	serverNames.forEach(missing);
}
