/**
 * Runs in the head before anything is painted, so that a chosen theme never flashes. Without a choice the page follows
 * the system. Storage may be switched off.
 */
export const themeScript =
	'try{const t=localStorage.theme;if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}';

/**
 * Speculation rules: a browser that knows them renders a page of this site when the pointer rests on a link to it, so
 * that a click only has to show it. The editor is too heavy for that.
 */
export const speculationRules = (base: string) =>
	JSON.stringify({
		prerender: [
			{
				where: { and: [{ href_matches: `${base}*` }, { not: { selector_matches: '.edit a' } }] },
				eagerness: 'moderate',
			},
		],
	});
