import type { Rule } from '../site.ts';
import { draft, notice, unlinked } from './advice.ts';
import { body, explanation } from './body.ts';
import { characters } from './characters.ts';
import { fields, marks } from './fields.ts';
import { headings } from './headings.ts';
import { links, redirects } from './links.ts';
import { missing, reserved } from './pages.ts';
import { phrases } from './phrases.ts';
import { pictures } from './pictures.ts';
import { spelling } from './spelling.ts';
import { tags } from './tags.ts';
import { unique } from './unique.ts';

/** Rules for what Astro reads of a draft although nobody sees it. */
export const draftRules: Rule[] = [body, fields, marks, tags, draft];

/** All rules. To add one, write a file that says why it exists, and name it here. */
export const rules: Rule[] = [
	...[body, fields, marks, missing, unique, redirects, reserved, unlinked, notice],
	...[characters, tags, headings, links, pictures, explanation, phrases, spelling],
];
