import { dirname } from 'node:path';
import type { Entry } from '../parse.ts';
import { checkPicture } from '../picture.ts';
import type { Finding } from '../problem.ts';

/** Pictures in a text exist, can be shown, and have words for people who cannot see them (WCAG 2.2, 1.1.1). */
export async function* pictures({ nodes, path }: Entry): AsyncIterable<Finding> {
	for (const { node, line, column, field } of nodes) {
		if (node.type !== 'image' && node.type !== 'imageReference') continue;
		const place = { line, column, field };
		const defined = nodes.find(
			({ node: other }) => other.type === 'definition' && other.identifier === node.identifier,
		);
		const message = 'The picture has no words for people who cannot see it.';
		if (!node.alt?.trim()) yield { ...place, message, hint: 'Write ![what it shows](./a.jpg).' };
		const wrong = await checkPicture(dirname(path), node.url ?? defined?.node.url ?? '');
		if (field !== undefined)
			yield { ...place, message: 'Pictures are not possible here.', hint: 'Put it into the text of a section.' };
		else if (wrong) yield { ...place, message: wrong[0], hint: wrong[1] };
	}
}
