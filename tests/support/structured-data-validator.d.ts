/** Adobe's validator carries no types of its own; this is the part that the tests use. */
declare module '@adobe/structured-data-validator' {
	export default class Validator {
		validate(data: { jsonld: object }): Promise<{ severity: string; rootType: string; issueMessage: string }[]>;
	}
}
