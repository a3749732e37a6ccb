import { getQueriesForElement, queries } from '@testing-library/dom';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { parse } from './page.ts';

type Component = Parameters<AstroContainer['renderToString']>[0];

/**
 * Renders a component by itself. Returns its root, in a document of its own, and the queries that look there by role and
 * name. `component` is unknown because only `astro check` knows the type of an `.astro` file.
 */
export async function render(component: unknown, props: Record<string, unknown> = {}, slot?: string) {
	const container = await AstroContainer.create();
	const slots = slot === undefined ? {} : { slots: { default: slot } };
	const html = await container.renderToString(component as Component, { props, ...slots });
	const { body } = parse(`<!doctype html><body>${html}</body>`);
	return { root: body, screen: getQueriesForElement(body, queries) };
}
