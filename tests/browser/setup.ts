export * from '../support/visit.ts';
