import { defineCollection, reference, type SchemaContext } from 'astro:content';
import { glob } from 'astro/loaders';
import { files, folders } from './schemas/index.ts';
import type { Kit } from './schemas/kit.ts';
import { contentDir } from './settings.ts';

/** The collections of `content/`. What each accepts is in `schemas/`; Astro wants each named here for its types. */
const kit = ({ image }: SchemaContext): Kit => ({ image, reference });
const folder = (name: keyof typeof folders) =>
	glob({ base: `${contentDir}/${name}`, pattern: folders[name].pattern, retainBody: true });
const file = (name: 'clinic' | 'guide') => glob({ base: contentDir, pattern: `${name}.yaml` });

export const collections = {
	sections: defineCollection({ loader: folder('sections'), schema: folders.sections.schema }),
	comparison: defineCollection({ loader: folder('comparison'), schema: (c) => folders.comparison.schema(kit(c)) }),
	team: defineCollection({ loader: folder('team'), schema: (c) => folders.team.schema(kit(c)) }),
	choices: defineCollection({ loader: folder('choices'), schema: (c) => folders.choices.schema(kit(c)) }),
	terms: defineCollection({ loader: folder('terms'), schema: folders.terms.schema }),
	pages: defineCollection({ loader: folder('pages'), schema: folders.pages.schema }),
	clinic: defineCollection({ loader: file('clinic'), schema: files.clinic }),
	guide: defineCollection({ loader: file('guide'), schema: files.guide }),
};
