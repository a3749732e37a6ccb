import type { CmsConfig } from '@sveltia/cms';
import { files, folders } from '../../schemas/index.ts';
import { type Field, formContext, labelOf, shapeOf, toFields } from './fields.ts';

/** Below the fields: Markdown, as it stands in the file. */
const body: Field = {
	name: 'body',
	label: 'Text',
	widget: 'richtext',
	modes: ['raw'],
	buttons: [],
	editor_components: [],
};

const name = ['^[a-z0-9]+(-[a-z0-9]+)*$', 'A file name has only small letters, digits and single hyphens.'];

function toCollection([folder, { schema, body: text }]: [string, (typeof folders)[keyof typeof folders]]) {
	const fields = toFields(shapeOf(schema(formContext)), folder);
	const title = fields[0]?.name ?? '';
	const order = fields.some(({ name }) => name === 'order') ? 'order' : title;
	return {
		name: folder,
		label: labelOf(folder),
		folder: `content/${folder}`,
		format: folder,
		// Pictures lie beside the text, as in ./jane-doe.jpg.
		media_folder: '',
		public_folder: '.',
		identifier_field: title,
		slug: { template: `{{${title}}}`, editable: ['create'], pattern: name, hint: 'The name of the file.' },
		sortable_fields: { fields: [order], default: { field: order } },
		fields: text === 'required' ? [...fields, body] : fields,
	};
}

function toFile([file, schema]: [string, (typeof files)[keyof typeof files]]) {
	const fields = toFields(shapeOf(schema()), file);
	return { name: file, label: labelOf(file), file: `content/${file}.yaml`, format: file, fields };
}

/**
 * The configuration of the editor (https://sveltiacms.app/en/docs): a form for every folder and file of the content,
 * made from its schema. `repo` is the owner and the name of the repository at GitHub. Throws for a field without a form.
 */
export const editorConfig = (repo: string, branch: string): CmsConfig =>
	// Without a trace of what is undefined, which the editor does not take.
	JSON.parse(
		JSON.stringify({
			load_config_file: false,
			backend: { name: 'github', repo, branch, auth_methods: ['token'] },
			app_title: 'Edit the website',
			media_folder: 'content',
			media_libraries: {
				// Phones take pictures that browsers cannot show, and name them in ways that no address allows.
				default: { config: { slugify_filename: true, transformations: { heic: { width: 2400 } } } },
				stock_assets: { providers: [] },
			},
			collections: Object.entries(folders).map(toCollection),
			singletons: Object.entries(files).map(toFile),
			slug: { encoding: 'ascii', clean_accents: true },
			output: { omit_empty_optional_fields: true },
		}),
	) as CmsConfig;
