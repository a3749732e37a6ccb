/**
 * Opens the answer of the chooser that a link leads to, for browsers that do not open a disclosure for what is inside.
 */
export function openAnswer(): void {
	const open = () => {
		const answer = document.getElementById(location.hash.slice(1));
		const disclosure = answer?.closest('details');
		if (!disclosure || disclosure.open) return;
		disclosure.open = true;
		answer?.scrollIntoView();
	};
	open();
	addEventListener('hashchange', open);
}
