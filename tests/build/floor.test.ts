import { glob, readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { newerInPage, newerInScripts, newerInStyle } from '../support/newer.ts';
import { readSite } from '../support/page.ts';
import { sites } from '../support/sites.ts';

const ownName = 'A name that a library gives to a part of its own.';
const noTips = 'Definitions are a list at the end of the page.';
const atEdge = 'A definition opens at the edge of the window that is further from its word.';
/** What the built site uses that is newer than its oldest browsers (`newer.ts`), and what they have instead. */
const fallbacks: Record<string, string> = {
	'@layer': 'Chrome before 99 shows plain HTML.',
	'@media forced-colors': 'The system’s colors do without rules of ours.',
	'@page': 'The margins of the browser.',
	'@view-transition': 'One page replaces the other at once.',
	':details-content': 'The menu opens by its button at every width.',
	':has': 'A printed small page has its foot on a sheet of its own, or not.',
	':popover-open': noTips,
	'<button popovertarget>': noTips,
	'<details name>': 'Several answers can be open.',
	'<div popover>': noTips,
	'<link fetchpriority>': 'The browser’s own order.',
	'<link rel="icon">': 'Safari on phones shows the icon for home screens, or a letter.',
	'<meta name="theme-color">': 'The browser’s own color around the page.',
	'<meta name="viewport">': 'For phones alone.',
	'<script type="speculationrules">': 'Pages are fetched when they are asked for.',
	'anchor()': atEdge,
	'animation-timeline': 'No line that shows how far one has read.',
	ariaCurrent: 'The list of contents does not mark the section that is read.',
	'bottom: anchor': atEdge,
	'break-after: avoid': 'A heading may be the last line of a printed page.',
	'content-visibility': 'The menu opens by its button at every width.',
	'content: … / …': 'The same content without a text for screen readers stands before.',
	'cursor: pointer': 'Touch has no pointer.',
	displayName: ownName,
	fallback: ownName,
	'justify-self: anchor-center': atEdge,
	orphans: 'A single line may stay on a printed page.',
	popoverTargetElement: noTips,
	'position-anchor': atEdge,
	session: ownName,
	'text-size-adjust': 'Firefox on a desk makes no text larger.',
	'text-wrap': 'Lines of different length.',
	'top: anchor': atEdge,
	widows: 'A single line may begin a printed page.',
};

/** The texts of the site's files with that ending. Editors need a browser of today. */
async function read(ending: string): Promise<string[]> {
	const folder = sites.fixture.outDir;
	const files = await Array.fromAsync(glob(`**/*.${ending}`, { cwd: folder, exclude: ['edit'] }));
	expect(files).not.toEqual([]);
	return Promise.all(files.map((file) => readFile(`${folder}/${file}`, 'utf8')));
}

test('uses nothing that is newer than the floor without a fallback', async () => {
	const documents = (await readSite(sites.fixture.outDir)).pages.map(({ document }) => document);
	const textsOf = (selector: string) =>
		new Set(documents.flatMap((one) => Array.from(one.querySelectorAll(selector), ({ textContent }) => textContent)));
	const found = [
		...[...(await read('css')), ...textsOf('style')].flatMap(newerInStyle),
		...newerInScripts([...(await read('js')), ...textsOf('script:is(:not([type]), [type="module"])')]),
		...documents.flatMap(newerInPage),
	];
	expect([...new Set(found)].sort()).toEqual(Object.keys(fallbacks).sort());
});
