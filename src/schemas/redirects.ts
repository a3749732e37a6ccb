import { z } from 'astro/zod';
import { words } from './messages.ts';

const to = /^(?:\/(?:[\w.~-]+\/)*(?:[\w.~-]+)?(?:\?[^#\s]*)?(?:#[\w-]+)?|https:\/\/\S+)$/;
const newAddress = z.string(words).regex(to, 'A new address is a page such as /team/, or starts with https://');
const circular = 'The addresses lead round in a circle. Write the last page of them.';

/** An old address as it is stored: without a query, and with a slash at its end unless it names a file. */
export const oldAddress = (written: string) => {
	const path = written.replace(/[?#].*$/, '');
	return /\/$|\.\w+$/.test(path) ? path : `${path}/`;
};

/** Where the redirects lead from an old address in the end, or undefined when they go round in a circle. */
export function follow(list: Record<string, string>, from: string): string | undefined {
	const next = new Map(Object.entries(list).map(([old, target]) => [oldAddress(old), target]));
	let target = list[from];
	for (let steps = 0; target !== undefined && steps <= next.size; steps++) {
		const following = next.get(oldAddress(target));
		if (following === undefined) return target;
		target = following;
	}
	return undefined;
}

/** What is wrong with an old address: it must not take the place of a file of the site. */
function explain(from: string): string | undefined {
	const path = from.replace(/[?#].*$/, '');
	if (!/^\/[\w.~/-]*$/.test(path)) return 'An old address starts with a slash and has no spaces or signs: /old-page/.';
	if (path === '/' || /\/[._]|\/\/|^\/previews\/|\/index\.html?\/?$|^\/(404|500)\.html?\/?$/.test(path))
		return 'The site needs this address itself. Delete the line.';
	if (/\.(?!html?\/?$|php\/?$|aspx?\/?$)\w+\/?$/.test(path))
		return 'An old address is a page, and no file such as a picture. Delete the line.';
	return undefined;
}

/** `content/redirects.yaml`: addresses that changed, each with the one that took its place: `/old-page/: /contact/`. */
export const redirects = () =>
	z
		.record(z.string(), newAddress, words)
		.superRefine((list, context) => {
			const seen = new Set<string>();
			for (const from of Object.keys(list)) {
				const twice = seen.has(oldAddress(from)) ? `${oldAddress(from)} stands here twice. Delete one.` : undefined;
				const circle = follow(list, from) ? undefined : circular;
				const message = explain(from) ?? twice ?? circle;
				if (message) context.addIssue({ code: 'custom', path: [from], message });
				seen.add(oldAddress(from));
			}
		})
		.transform((list) =>
			Object.fromEntries(Object.keys(list).map((from) => [oldAddress(from), follow(list, from) ?? '/'])),
		);
