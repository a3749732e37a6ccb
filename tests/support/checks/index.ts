import type { Browser } from 'playwright-core';
import type { BuiltSite } from '../page.ts';
import { inBrowser } from './browser.ts';
import { attributes, validHtml } from './html.ts';
import { links, redirects } from './links.ts';
import { heads, sitemap, structuredData } from './machines.ts';

/** What one check finds wrong with a built site, one line a finding; nothing when all is right. */
export type Check = (site: BuiltSite, browser: Browser) => string[] | Promise<string[]>;

/**
 * The check of the site: what holds for a site of any valid content, by what it promises. It knows no sentence, count, name
 * or fact, so that no edit that the content check takes can fail here.
 */
export const siteChecks: Record<string, Check> = {
	'is valid HTML': validHtml,
	'has no attribute that the policy forbids, and words for every picture': attributes,
	'links to pages, places and files that exist': links,
	'sends old addresses on': redirects,
	'lists its pages in the sitemap, and no other': sitemap,
	'tells other machines who its pages are': heads,
	'has valid structured data': structuredData,
	'has no fault in a browser: axe, policy, errors, requests, sideways scroll': inBrowser,
};
