import { dirname } from 'node:path';
import { saysSomething, vague } from '../../../schemas/context.ts';
import { checkPicture } from '../picture.ts';
import type { Rule } from '../site.ts';

/** Pictures in a text exist, can be shown, and have words for people who cannot see them (WCAG 2.2, 1.1.1). */
export const pictures: Rule = async ({ nodes, path }, _site, report) => {
	for (const visit of nodes) {
		const { type, url, identifier, alt } = visit.node;
		if (type !== 'image' && type !== 'imageReference') continue;
		const words = alt?.trim();
		if (!words)
			report(visit, 'The picture has no words for people who cannot see it.', 'Write ![what it shows](./a.jpg).');
		else if (!saysSomething(words)) report(visit, `“${words}” says nothing about the picture.`, vague);
		const definition = nodes.find(({ node }) => node.type === 'definition' && node.identifier === identifier);
		const wrong = await checkPicture(dirname(path), url ?? definition?.node.url ?? '');
		if (visit.field !== undefined)
			report(visit, 'Pictures are not possible here.', 'Put it into the text of a section or a page.');
		else if (wrong) report(visit, ...wrong);
	}
};
