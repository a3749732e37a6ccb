import { defineCollection, reference } from 'astro:content';
import { glob } from 'astro/loaders';
import { files, folders } from './schemas/index.ts';
import { contentDir } from './settings.ts';

/** The collections of `content/`. What each accepts is in `schemas/`; Astro wants each named here for its types,
 * and calls a schema that is a function once an entry. */
const folder = (name: keyof typeof folders) =>
	glob({ base: `${contentDir}/${name}`, pattern: folders[name].endings.map((ending) => `*${ending}`), retainBody: true });
const file = (name: 'clinic' | 'guide') => glob({ base: contentDir, pattern: `${name}.yaml` });

export const collections = {
	sections: defineCollection({ loader: folder('sections'), schema: folders.sections.schema() }),
	comparison: defineCollection({ loader: folder('comparison'), schema: folders.comparison.schema({ reference }) }),
	team: defineCollection({ loader: folder('team'), schema: ({ image }) => folders.team.schema({ image, reference }) }),
	choices: defineCollection({ loader: folder('choices'), schema: folders.choices.schema({ reference }) }),
	terms: defineCollection({ loader: folder('terms'), schema: folders.terms.schema() }),
	pages: defineCollection({ loader: folder('pages'), schema: folders.pages.schema() }),
	clinic: defineCollection({ loader: file('clinic'), schema: files.clinic() }),
	guide: defineCollection({ loader: file('guide'), schema: files.guide() }),
};
