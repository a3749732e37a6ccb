import { choice } from './choice.ts';
import { clinic } from './clinic.ts';
import { guide } from './guide.ts';
import { page } from './page.ts';
import { redirects } from './redirects.ts';
import { row } from './row.ts';
import { section } from './section.ts';
import { term } from './term.ts';
import { therapist } from './therapist.ts';

/** Folders of `content/`: the endings of their files, what each accepts, and whether it has text below the dashes. */
export const folders = {
	sections: { endings: ['.mdx'], schema: section, body: 'required' },
	comparison: { endings: ['.md'], schema: row, body: 'none' },
	team: { endings: ['.md'], schema: therapist, body: 'required' },
	choices: { endings: ['.md'], schema: choice, body: 'none' },
	terms: { endings: ['.md'], schema: term, body: 'required' },
	pages: { endings: ['.md'], schema: page, body: 'required' },
} as const;

/** Single files of `content/`, without their ending, and what each accepts. */
export const files = { clinic, guide, redirects } as const;
