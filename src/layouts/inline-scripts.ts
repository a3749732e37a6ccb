/**
 * Runs in the head before anything is painted, so that a chosen theme never flashes. Without a choice the page follows
 * the system. Storage may be switched off.
 */
export const themeScript =
	'try{const t=localStorage.theme;if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}';

/** Speculation rules: a browser that knows them fetches a page of this site when the pointer rests on a link to it. */
export const speculationRules = (base: string) =>
	JSON.stringify({ prefetch: [{ where: { href_matches: `${base}*` }, eagerness: 'moderate' }] });
