import { z } from 'astro/zod';
import { words } from './messages.ts';

const from = /^\/(?:[\w.~-]+\/)+$/;
const to = /^(?:\/(?:[\w.~-]+\/)*(?:#[\w-]+)?|https:\/\/\S+)$/;

/** `content/redirects.yaml`: addresses that changed, each with the one that took its place: `/old-page/: /contact/`. */
export const redirects = () =>
	z
		.record(
			z.string(words),
			z
				.string(words)
				.regex(to, 'A new address is a page such as /contact/, a place such as /#at-a-glance, or starts with https://'),
		)
		.superRefine((list, context) => {
			const message = 'An old address starts and ends with a slash, such as /old-page/.';
			for (const key of Object.keys(list))
				if (!from.test(key)) context.addIssue({ code: 'custom', path: [key], message });
		});
