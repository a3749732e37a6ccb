import { loadForm } from '../form/load.ts';

/* What a script adds to a page. Without it the page says the same, and the form posts. */

const root = document.documentElement.dataset;
const button = document.querySelector<HTMLButtonElement>('[data-theme-switch]');
const menu = document.querySelector<HTMLDetailsElement>('.menu');
const contents = document.querySelectorAll<HTMLAnchorElement>('.contents-list a');

/** Switches between light and dark and remembers it. Back at what the system says, the page follows it again. */
function switchTheme(): void {
	const system = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
	const next = (root['theme'] || system) === 'dark' ? 'light' : 'dark';
	root['theme'] = next === system ? '' : next;
	try {
		localStorage.setItem('theme', root['theme']);
	} catch {
		/* the choice holds for this page alone */
	}
}
if (button) {
	button.classList.remove('invisible');
	button.onclick = switchTheme;
}

/** Takes over a theme chosen on another page: this one was open beside it, rendered ahead, or kept for the way back. */
function followTheme(): void {
	try {
		root['theme'] = localStorage.getItem('theme') ?? '';
	} catch {
		/* storage is switched off, and every page follows the system */
	}
}
addEventListener('storage', followTheme);
addEventListener('pageshow', ({ persisted }) => persisted && followTheme());

addEventListener('click', ({ target }) => {
	const pressed = target as HTMLElement;
	// A link in the menu may lead to a place on the same page.
	if (menu && pressed.closest('.menu a')) menu.open = false;
	// A definition opens on the side of its word where there is more room. Not left to `position-try-fallbacks`, because
	// WebKit looks for room without regard to how far the page is scrolled.
	const word = pressed.closest('button');
	word?.popoverTargetElement?.classList.toggle('above', word.getBoundingClientRect().top > innerHeight / 2);
});

/** Opens the answer that a link leads to, where a browser does not open a disclosure for what is inside. */
function openAnswer(): void {
	const answer = document.getElementById(location.hash.slice(1));
	const disclosure = answer?.closest('details');
	if (!disclosure || disclosure.open) return;
	disclosure.open = true;
	answer?.scrollIntoView();
}
openAnswer();
addEventListener('hashchange', openAnswer);

/** Marks the section being read in the contents: the one that crosses a line a third from the top of the window. */
const reading = new IntersectionObserver(
	(entries) => {
		const now = entries.find(({ isIntersecting }) => isIntersecting)?.target.id;
		if (now) contents.forEach((link) => (link.ariaCurrent = link.hash === `#${now}` ? 'true' : null));
	},
	{ rootMargin: '-33% 0px -67%' },
);
for (const { hash } of contents) {
	const section = document.getElementById(hash.slice(1));
	if (section) reading.observe(section);
}

/** A transition between pages that a browser skips, as WebKit does after Back, is no error worth reporting. */
function ignoreSkipped({ viewTransition }: PageSwapEvent | PageRevealEvent): void {
	const { ready, finished, updateCallbackDone } = viewTransition ?? {};
	void Promise.allSettled([ready, finished, updateCallbackDone]);
}
addEventListener('pageswap', ignoreSkipped);
addEventListener('pagereveal', ignoreSkipped);

// After everything else has arrived, and a tenth of a second for the paint that follows this frame: the form's script
// would compete with it. A page that was rendered ahead of a click has its first frame once it is shown; a draft may
// change until then.
addEventListener('load', () => requestAnimationFrame(() => setTimeout(loadForm, 100)));
