import type { z } from 'astro/zod';

const kinds: Record<string, string> = {
	string: 'text. Put it in quotes',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	date: 'a date without quotes',
	array: 'a list: [one, two]',
	object: 'lines of the form “name: value”',
	record: 'lines of the form “/old/: /new/”',
	url: 'a full address that starts with https://',
	email: 'an e-mail address',
};

/** What is wrong with a value, in words for its editor. */
function explain(issue: z.core.$ZodRawIssue): string | undefined {
	const { code, input, path = [] } = issue;
	const name = path.length ? `\`${path.join('.')}\`` : 'What stands here';
	if (code === 'custom' || code === 'unrecognized_keys') return undefined;
	if (input === undefined) return `${name} is missing.`;
	if (input === null || input === '') return `${name} is empty.`;
	if (code === 'invalid_type') return `${name} must be ${kinds[issue.expected] ?? issue.expected}.`;
	if (code === 'invalid_value') return `${name} cannot be ${JSON.stringify(input)}.`;
	if (code === 'invalid_format' && kinds[issue.format]) return `${name} must be ${kinds[issue.format]}.`;
	if (code !== 'too_big' && code !== 'too_small') return undefined;
	const limit = code === 'too_big' ? `at most ${issue.maximum}` : `at least ${issue.minimum}`;
	if (typeof input === 'number') return `${name} is ${input}; ${limit} is possible.`;
	const unit = issue.origin === 'string' ? 'characters' : 'entries';
	return `${name} has ${(input as ArrayLike<unknown>).length} ${unit}; ${limit} can stand here.`;
}

/** Given to each schema, so that Astro, which has an error map of its own, says the same words as the check. */
export const words = { error: explain };
