import type { Entry } from '../parse.ts';
import { at, type Finding, type Words } from '../problem.ts';
import type { Site } from '../site.ts';
import { characters } from './characters.ts';
import { fields } from './fields.ts';
import { headings } from './headings.ts';
import { links } from './links.ts';
import { notice } from './notice.ts';
import { missing, pages } from './pages.ts';
import { phrases } from './phrases.ts';
import { pictures } from './pictures.ts';
import { redirects } from './redirects.ts';
import { spelling } from './spelling.ts';
import { syntax } from './syntax.ts';
import { tags } from './tags.ts';
import { terms } from './terms.ts';
import { unique } from './unique.ts';

/** Looks at one file, with the others at hand, and names what is wrong in it. */
export type Rule = (entry: Entry, site: Site) => Iterable<Finding> | AsyncIterable<Finding>;

const draft: Words = ['This is a draft and not on the site.', 'To publish it, delete `draft: true`.'];
function* drafts(): Iterable<Finding> {
	yield { ...at({ line: 1 }, draft), level: 'advice' };
}

/** Rules for what Astro reads of a draft although nobody sees it. */
export const draftRules: Rule[] = [syntax, fields, tags, drafts];

/** All rules. To add one, write a file that says why it exists, and name it here. */
export const rules: Rule[] = [
	...[syntax, fields, missing, unique, redirects, pages, notice],
	...[characters, tags, headings, links, pictures, terms, phrases, spelling],
];
