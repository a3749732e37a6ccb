import { defineCollection, reference } from 'astro:content';
import { glob } from 'astro/loaders';
import { files, folders } from './schemas/index.ts';

/* The collections of the content folder, which `astro.config.mjs` names. What each accepts is in `schemas/`. */
const content = import.meta.env.CONTENT_DIR;
const folder = (name: keyof typeof folders) =>
	glob({ base: `${content}/${name}`, pattern: folders[name].endings.map((ending) => `*${ending}`) });
const file = (name: 'clinic' | 'guide') => glob({ base: content, pattern: `${name}.yaml` });

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
