import { href } from '../settings.ts';

/** Speculation rules: a browser that supports them fetches a page of this site when the pointer rests on a link to it. */
export const speculationRules = JSON.stringify({
	prefetch: [{ where: { href_matches: href('/*') }, eagerness: 'moderate' }],
});
