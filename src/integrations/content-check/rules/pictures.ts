import { dirname } from 'node:path';
import { saysSomething, vague } from '../../../schemas/context.ts';
import type { Entry, Visit } from '../parse.ts';
import { checkPicture } from '../picture.ts';
import { at, type Finding } from '../problem.ts';

/** Pictures in a text exist, can be shown, and have words for people who cannot see them (WCAG 2.2, 1.1.1). */
export async function* pictures({ nodes, path }: Entry): AsyncIterable<Finding> {
	for (const visit of nodes) {
		const { node, field } = visit;
		if (node.type !== 'image' && node.type !== 'imageReference') continue;
		const isDefinition = ({ node: { type, identifier } }: Visit) =>
			type === 'definition' && identifier === node.identifier;
		const alt = node.alt?.trim();
		if (!alt)
			yield at(visit, ['The picture has no words for people who cannot see it.', 'Write ![what it shows](./a.jpg).']);
		else if (!saysSomething(alt)) yield at(visit, [`“${alt}” says nothing about the picture.`, vague]);
		const wrong = await checkPicture(dirname(path), node.url ?? nodes.find(isDefinition)?.node.url ?? '');
		if (field !== undefined)
			yield at(visit, ['Pictures are not possible here.', 'Put it into the text of a section or a page.']);
		else if (wrong) yield at(visit, wrong);
	}
}
