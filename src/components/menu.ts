/** Closes the menu of a narrow screen when a link in it was chosen: it may lead to a place on the same page. */
export function closeMenu(): void {
	const menu = document.querySelector<HTMLDetailsElement>('.menu');
	menu?.addEventListener('click', ({ target }) => {
		if ((target as Element).closest('a')) menu.open = false;
	});
}
