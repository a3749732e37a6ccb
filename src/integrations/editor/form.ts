import type { CmsConfig } from '@sveltia/cms';
import { files, folders } from '../../schemas/index.ts';
import { type Shape, shapeContext, shapeOf } from '../../schemas/shape.ts';
import { plainError } from '../plain-error.ts';

type Field = Record<string, unknown> & { name: string };

/** Below the fields: Markdown, as it stands in the file. */
const body = { name: 'body', label: 'Text', widget: 'richtext', modes: ['raw'], buttons: [], editor_components: [] };

/** “photoAlt” as “Photo alt”. */
export const labelOf = (name: string) =>
	name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).replace(/^./, (letter) => letter.toUpperCase());

/** The part of a form that takes one kind of value. Undefined for a kind that it does not know. */
function widgetOf(shape: Shape, path: string): Record<string, unknown> | undefined {
	const { items, minimum: min, maximum: max, minLength: minlength, maxLength: maxlength } = shape;
	const [type] = [shape.type].flat();
	if (shape.reference) return { widget: 'relation', collection: shape.reference };
	if (shape.image) return { widget: 'image', choose_url: false };
	if (shape.enum) return { widget: 'select', options: shape.enum };
	if (shape.format === 'date') return { widget: 'datetime', type: 'date', format: 'YYYY-MM-DD' };
	if (type === 'boolean') return { widget: 'boolean' };
	if (type === 'integer') return { widget: 'number', min, max };
	if (type === 'string') return { widget: (maxlength ?? 0) > 80 ? 'text' : 'string', minlength, maxlength };
	if (shape.properties) return { widget: 'object', fields: toFields(shape, path) };
	if (items?.reference) return { ...widgetOf(items, path), multiple: true, max: shape.maxItems };
	if (items?.properties) return { widget: 'list', fields: toFields(items, path) };
	return items && { widget: 'list', field: toField('entry', items, true, path) };
}

/** The part of a form that takes one field. */
function toField(name: string, written: Shape, required: boolean, parent: string): Field {
	const [only, more] = (written.anyOf ?? []).filter(({ type }) => type !== 'null');
	const path = `${parent}.${name}`;
	const widget = more ? undefined : widgetOf({ ...only, ...written }, path);
	if (!widget)
		throw plainError(`The editor has no form for ${path}.`, 'Add its kind to src/integrations/editor/form.ts.');
	return { name, label: labelOf(name), hint: written.description || only?.description, required, ...widget };
}

/**
 * The form of an object, field by field, in the order of its schema; `path` says where it stands. A list of old and new
 * addresses is its lines. Throws for a field of a kind that has no form.
 */
export function toFields({ properties, required = [], additionalProperties: to }: Shape, path: string): Field[] {
	const lines = { items: { properties: { from: { type: 'string' }, to: to ?? {} }, required: ['from', 'to'] } };
	const shapes = Object.entries(properties ?? { lines });
	return shapes.map(([name, shape]) => toField(name, shape, required.includes(name), path));
}

function toCollection([name, { schema, body: text }]: [string, (typeof folders)[keyof typeof folders]]) {
	const fields = toFields(shapeOf(schema(shapeContext)), name);
	const title = fields[0]?.name ?? '';
	const order = fields.some(({ name }) => name === 'order') ? 'order' : title;
	const fileName = ['^[a-z0-9]+(-[a-z0-9]+)*$', 'A file name has only small letters, digits and single hyphens.'];
	return {
		name,
		label: labelOf(name),
		folder: `content/${name}`,
		format: name,
		// Pictures lie beside the text, as in ./jane-doe.jpg.
		media_folder: '',
		public_folder: '.',
		identifier_field: title,
		slug: { template: `{{${title}}}`, editable: ['create'], pattern: fileName, hint: 'The name of the file.' },
		sortable_fields: { fields: [order], default: { field: order } },
		fields: text === 'required' ? [...fields, body] : fields,
	};
}

/**
 * The configuration of the editor (https://sveltiacms.app/en/docs): a form for every folder and file of the content,
 * made from its schema. `repo` is the owner and the name of the repository at GitHub. Throws for a field that has no
 * form.
 */
export function editorConfig(repo: string, branch: string): CmsConfig {
	const config = {
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
		singletons: Object.entries(files).map(([name, schema]) => ({
			name,
			label: labelOf(name),
			file: `content/${name}.yaml`,
			format: name,
			fields: toFields(shapeOf(schema()), name),
		})),
		slug: { encoding: 'ascii', clean_accents: true },
		output: { omit_empty_optional_fields: true },
	};
	// Without a trace of what is undefined, which the editor does not take.
	return JSON.parse(JSON.stringify(config)) as CmsConfig;
}
