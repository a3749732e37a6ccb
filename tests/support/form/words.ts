import type { Values } from '../../../src/form/fields.ts';

/** What Ada writes, unless a test needs other words. */
export const ada = {
	name: 'Ada Vann',
	email: 'ada@example.com',
	phone: '(918) 555-0134',
	times: 'weekday mornings',
	message: 'First line,\nsecond line.',
} as const satisfies Partial<Values>;

/** An untouched form with these words written into it. */
export const filled = (words: Partial<Values>): Values => ({
	...{ name: '', email: '', phone: '', preferred: 'either', goal: 'unsure', times: '', message: '' },
	...words,
});

/** As a browser sends a text: every line break is CRLF. */
export const asSent = (text: string): string => text.replace(/\r\n?|\n/g, '\r\n');
