import { AstroError } from 'astro/errors';

/** An error that stops Astro and is printed as the sentences it is made of, without a stack trace. */
export function plainError(message: string, hint?: string): AstroError {
	const error = new AstroError(message, hint);
	error.stack = '';
	return error;
}
