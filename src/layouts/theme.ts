/**
 * Runs in the head before anything is painted, so that a chosen theme never flashes. Without a choice the page follows the
 * system. Storage may be switched off.
 */
export const themeScript =
	'try{const t=localStorage.theme;if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch{}';
